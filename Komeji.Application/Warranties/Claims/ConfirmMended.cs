using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Warranties.Claims;

/// <summary>The buyer has the thing back and is content; the claim is over.</summary>
/// <exception cref="RuleBroken"><c>claim.illegal_move</c></exception>
public sealed record ConfirmMended(string Claim) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ConfirmMended>
    {
        public async Task<Unit> Handle(ConfirmMended request, CancellationToken cancellationToken)
        {
            var me = user.Require();
            var claim = await db.WarrantyClaims.MadeBy(me).Load(request.Claim, cancellationToken);
            claim.Confirm(Actor.Buyer(me.Value), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
