using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <summary>An administrator takes a role back; the person's sessions end.</summary>
/// <exception cref="RuleBroken"><c>role.self</c>, <c>role.reason_required</c>, <c>role.last_admin</c></exception>
/// <exception cref="NotFound">This person does not hold this grant.</exception>
public sealed record TakeBackRole(Guid PersonId, Guid GrantId, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser me, ICodes codes, TimeProvider clock) : IRequestHandler<TakeBackRole>
    {
        public async Task<Unit> Handle(TakeBackRole request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var by = Actor.Staff(me.Require().Value, Roles.Admin);
            await db.TakeTurnOverAdministrators(cancellationToken);
            var person = await db.Person(request.PersonId, cancellationToken);
            var grant = await db.RoleGrants.HeldBy(person.Id).SingleOrDefaultAsync(g => g.Id == request.GrantId, cancellationToken) ?? throw new NotFound();
            grant.TakeBack(by, request.Reason, now);
            if (grant.Role == Roles.Admin)
            {
                await db.RequireAdministratorBesides(person.Id, cancellationToken);
            }

            db.StateChanges.Add(new StateChange(PersonHistory.Subject, person.Id, GiveRole.Name(grant.Role, grant.Territory), "", by, now, PersonHistory.RoleTaken, grant.EndReason));
            person.SecurityStamp = codes.Token();
            await db.RemoveSessionsOf(person.Id, cancellationToken);
            return Unit.Value;
        }
    }
}
