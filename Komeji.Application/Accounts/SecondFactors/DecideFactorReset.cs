using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts.SecondFactors;

/// <summary>An administrator is sure who asks, or sure that it is somebody else. Staff need two administrators to agree, each for themselves.</summary>
/// <exception cref="RuleBroken"><c>factor_reset.*</c></exception>
/// <exception cref="NotFound">No such request.</exception>
public sealed record DecideFactorReset(Guid Id, bool Agrees, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser me, Notifier notifier, TimeProvider clock) : IRequestHandler<DecideFactorReset>
    {
        public async Task<Unit> Handle(DecideFactorReset request, CancellationToken cancellationToken)
        {
            await db.TakeTurn($"factor reset {request.Id}", cancellationToken);
            var reset = await db.FactorResets.SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken) ?? throw new NotFound();
            var now = clock.GetUtcNow();
            var by = Actor.Staff(me.Require().Value, Roles.Admin);
            if (request.Agrees)
            {
                reset.Approve(by, request.Reason, now);
            }
            else
            {
                reset.Refuse(by, request.Reason, now);
                await notifier.TellEverywhere(new UserId(reset.UserId), AccountTexts.ResetRefused(), cancellationToken);
            }

            var code = request.Agrees ? PersonHistory.FactorResetApproved : PersonHistory.FactorResetRefused;
            db.StateChanges.Add(new StateChange(PersonHistory.Subject, reset.UserId, "", "", by, now, code, request.Reason.Trim()));
            return Unit.Value;
        }
    }
}
