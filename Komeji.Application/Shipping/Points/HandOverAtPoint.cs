using Komeji.Application.Common;
using Komeji.Application.Ledger;
using Komeji.Application.Ordering;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Shipping.Points;

/// <summary>The buyer shows the code at the community point. A wrong one is remembered, so it is an answer and no refusal.</summary>
/// <exception cref="RuleBroken"><c>order.code</c>: it cannot be one, so it does not count as a try.</exception>
/// <returns>Whether the code was right and the parcel is handed over.</returns>
public sealed record HandOverAtPoint(string Number, string Code) : ICommand<bool>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, SettingsInForce settings, TimeProvider clock) : IRequestHandler<HandOverAtPoint, bool>
    {
        public async Task<bool> Handle(HandOverAtPoint request, CancellationToken cancellationToken)
        {
            var me = user.Require();
            var order = await db.Orders.KeptBy(me, db.PickupPoints).Load(request.Number, cancellationToken);
            var code = request.Code.Replace(" ", "", StringComparison.Ordinal);
            if (code.Length != 6 || !code.All(char.IsAsciiDigit))
            {
                throw new RuleBroken("order.code", "Kode ambil berisi enam angka. Minta pembeli membacakannya dari halaman pesanan.");
            }

            await db.RequireNotFrozen(order.Id, cancellationToken);
            return order.HandOver(Actor.Keeper(me.Value), code, await settings.OrderTerms(cancellationToken), clock.GetUtcNow());
        }
    }
}
