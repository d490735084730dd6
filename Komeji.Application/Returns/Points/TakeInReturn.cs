using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Returns.Points;

/// <summary>The buyer brought goods to the point and shows her code. A wrong one is remembered, so it is an answer and no refusal.</summary>
/// <returns>Whether the code was right and the parcel is taken in.</returns>
public sealed record TakeInReturn(string Return, string Code) : ICommand<bool>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, SettingsInForce settings, ICodes codes, TimeProvider clock) : IRequestHandler<TakeInReturn, bool>
    {
        /// <exception cref="NotFound">It is not brought to a point this person keeps.</exception>
        /// <exception cref="RuleBroken"><c>return.code</c>: it cannot be one, so it does not count as a try.</exception>
        public async Task<bool> Handle(TakeInReturn request, CancellationToken cancellationToken)
        {
            var me = user.Require();
            var goods = await db.GoodsReturns.KeptBy(me, db.PickupPoints).Load(request.Return, cancellationToken);
            return goods.TakeIn(Actor.Keeper(me.Value), ReturnCodes.Read(request.Code), codes.SixDigits(), await settings.ReturnTerms(cancellationToken), clock.GetUtcNow());
        }
    }
}

static class ReturnCodes
{
    /// <exception cref="RuleBroken"><c>return.code</c></exception>
    public static string Read(string typed) =>
        typed.Replace(" ", "", StringComparison.Ordinal) is { Length: 6 } code && code.All(char.IsAsciiDigit)
            ? code
            : throw new RuleBroken("return.code", "Kodenya berisi enam angka. Minta yang datang membacakannya dari halaman retur.");
}
