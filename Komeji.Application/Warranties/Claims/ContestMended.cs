using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Warranties.Claims;

/// <summary>The thing did not come back, or is as broken as before: an officer decides.</summary>
/// <param name="Arrived">She has it.</param>
/// <exception cref="RuleBroken"><c>claim.reason_required</c>, <c>claim.illegal_move</c></exception>
public sealed record ContestMended(string Claim, bool Arrived, string Plea) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, SettingsInForce settings, TimeProvider clock) : IRequestHandler<ContestMended>
    {
        public async Task<Unit> Handle(ContestMended request, CancellationToken cancellationToken)
        {
            var me = user.Require();
            var claim = await db.WarrantyClaims.MadeBy(me).Load(request.Claim, cancellationToken);
            claim.Contest(Actor.Buyer(me.Value), request.Arrived, request.Plea, await settings.ClaimTerms(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
