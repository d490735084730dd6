using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Returns.Replacements;

/// <summary>The buyer has what was sent again.</summary>
public sealed record ConfirmReplacement(string Replacement) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ConfirmReplacement>
    {
        public async Task<Unit> Handle(ConfirmReplacement request, CancellationToken cancellationToken)
        {
            var me = user.Require();
            (await db.Replacements.BoughtBy(me).Load(request.Replacement, cancellationToken)).Confirm(Actor.Buyer(me.Value), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
