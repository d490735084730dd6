using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Warranties.Claims;

/// <summary>A keeper has taken a claimed thing in at the community point, against the buyer's code; who did it stays with the claim.</summary>
/// <returns>Whether the code was right.</returns>
/// <exception cref="RuleBroken"><c>claim.code</c>, <c>claim.locked</c>, <c>claim.sent</c>, <c>claim.illegal_move</c></exception>
public sealed record TakeInClaimedGoods(string Claim, string Code) : ICommand<bool>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, SettingsInForce settings, TimeProvider clock) : IRequestHandler<TakeInClaimedGoods, bool>
    {
        public async Task<bool> Handle(TakeInClaimedGoods request, CancellationToken cancellationToken)
        {
            var me = user.Require();
            var claim = await db.WarrantyClaims.BroughtTo(me, db.PickupPoints).Load(request.Claim, cancellationToken);
            return claim.TakeIn(me, Read(request.Code), await settings.ClaimTerms(cancellationToken), clock.GetUtcNow());
        }

        /// <summary>What cannot be a code does not count as a try.</summary>
        static string Read(string typed) => typed.Replace(" ", "", StringComparison.Ordinal) is { Length: 6 } code && code.All(char.IsAsciiDigit)
            ? code
            : throw new RuleBroken("claim.code", "Kodenya berisi enam angka. Minta pembeli membacakannya dari halaman klaimnya.");
    }
}
