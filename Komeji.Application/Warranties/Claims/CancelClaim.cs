using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Warranties.Claims;

/// <summary>The buyer gives a claim up, or throws a draft away.</summary>
/// <exception cref="RuleBroken"><c>claim.sent</c>, <c>claim.illegal_move</c></exception>
public sealed record CancelClaim(string Claim) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<CancelClaim>
    {
        public async Task<Unit> Handle(CancelClaim request, CancellationToken cancellationToken)
        {
            var me = user.Require();
            var claim = await db.WarrantyClaims.MadeBy(me).Load(request.Claim, cancellationToken);
            claim.Cancel(Actor.Buyer(me.Value), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
