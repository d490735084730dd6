using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Accounts;

/// <summary>An administrator lets a person sign in again, and the shop sell again.</summary>
/// <exception cref="RuleBroken"><c>ban.self</c>, <c>ban.not_banned</c>, <c>ban.reason_required</c></exception>
/// <exception cref="NotFound">No such person.</exception>
public sealed record UnbanPerson(Guid PersonId, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser me, TimeProvider clock) : IRequestHandler<UnbanPerson>
    {
        public async Task<Unit> Handle(UnbanPerson request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var by = Actor.Staff(me.Require().Value, Roles.Admin);
            var person = await db.Person(request.PersonId, cancellationToken);
            person.Unban(by, request.Reason);
            db.StateChanges.Add(new StateChange(PersonHistory.Subject, person.Id, "banned", "active", by, now, PersonHistory.Unbanned, request.Reason.Trim()));
            await db.ReopenStoresOf(person.Id, by, request.Reason.Trim(), now, cancellationToken);
            return Unit.Value;
        }
    }
}
