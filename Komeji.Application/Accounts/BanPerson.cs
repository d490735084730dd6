using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <summary>An administrator bars a person from signing in; all sessions end, and the shop stops selling.</summary>
/// <exception cref="RuleBroken"><c>ban.self</c>, <c>ban.already</c>, <c>ban.reason_required</c>, <c>role.last_admin</c></exception>
/// <exception cref="NotFound">No such person.</exception>
public sealed record BanPerson(Guid PersonId, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser me, ICodes codes, TimeProvider clock) : IRequestHandler<BanPerson>
    {
        public async Task<Unit> Handle(BanPerson request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var by = Actor.Staff(me.Require().Value, Roles.Admin);
            await db.TakeTurnOverAdministrators(cancellationToken);
            var person = await db.Person(request.PersonId, cancellationToken);
            person.Ban(by, request.Reason, codes.Token(), now);
            if (await db.RoleGrants.HeldBy(person.Id).AnyAsync(g => g.Role == Roles.Admin, cancellationToken))
            {
                await db.RequireAdministratorBesides(person.Id, cancellationToken);
            }

            db.StateChanges.Add(new StateChange(PersonHistory.Subject, person.Id, "active", "banned", by, now, PersonHistory.Banned, person.BanReason));
            await db.SuspendStoresOf(person.Id, by, person.BanReason!, now, cancellationToken);
            await db.RemoveSessionsOf(person.Id, cancellationToken);
            return Unit.Value;
        }
    }
}
