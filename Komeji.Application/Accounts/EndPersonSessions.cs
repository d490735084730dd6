using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Accounts;

/// <summary>An administrator signs a person out everywhere, for a lost phone or a suspicion; the person is told and may sign in again.</summary>
/// <exception cref="RuleBroken"><c>sessions.reason_required</c></exception>
/// <exception cref="NotFound">No such person.</exception>
public sealed record EndPersonSessions(Guid PersonId, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser me, Notifier notifier, ICodes codes, TimeProvider clock) : IRequestHandler<EndPersonSessions>
    {
        public async Task<Unit> Handle(EndPersonSessions request, CancellationToken cancellationToken)
        {
            var person = await db.Person(request.PersonId, cancellationToken);
            var reason = request.Reason.Trim();
            if (reason.Length is < 5 or > 300)
            {
                throw new RuleBroken("sessions.reason_required", "Tulis alasannya, 5 sampai 300 huruf.");
            }

            var by = Actor.Staff(me.Require().Value, Roles.Admin);
            person.SecurityStamp = codes.Token();
            await db.RemoveSessionsOf(person.Id, cancellationToken);
            db.StateChanges.Add(new StateChange(PersonHistory.Subject, person.Id, "", "", by, clock.GetUtcNow(), PersonHistory.SignedOut, reason));
            await notifier.Tell(new UserId(person.Id), AccountTexts.SignedOutByStaff(), cancellationToken);
            return Unit.Value;
        }
    }
}
