using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <summary>An administrator gives a role. The person's sessions end: the new right begins with a new sign-in.</summary>
/// <param name="Territory">Region code for a territorial role; empty is everywhere.</param>
/// <exception cref="RuleBroken"><c>role.unknown</c>, <c>role.self</c>, <c>role.reason_required</c>, <c>role.held</c>, <c>role.territory</c>, <c>role.banned</c></exception>
/// <exception cref="NotFound">No such person.</exception>
public sealed record GiveRole(Guid PersonId, string Role, string Territory, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser me, ICodes codes, TimeProvider clock) : IRequestHandler<GiveRole>
    {
        public async Task<Unit> Handle(GiveRole request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var by = Actor.Staff(me.Require().Value, Roles.Admin);
            await db.TakeTurn($"roles of {request.PersonId}", cancellationToken);
            var person = await db.Person(request.PersonId, cancellationToken);
            var territory = request.Territory.Trim();
            var grant = RoleGrant.Give(new UserId(person.Id), request.Role, territory, by, request.Reason, now);
            await Check(person, request.Role, territory, cancellationToken);
            db.RoleGrants.Add(grant);
            db.StateChanges.Add(new StateChange(PersonHistory.Subject, person.Id, "", Name(request.Role, territory), by, now, PersonHistory.RoleGiven, grant.Reason));
            person.SecurityStamp = codes.Token();
            await db.RemoveSessionsOf(person.Id, cancellationToken);
            return Unit.Value;
        }

        async Task Check(User person, string role, string territory, CancellationToken cancellationToken)
        {
            if (person.BannedAt is not null)
            {
                throw new RuleBroken("role.banned", "Akun ini dinonaktifkan. Aktifkan dulu sebelum memberi peran.");
            }

            if (await db.RoleGrants.HeldBy(person.Id).AnyAsync(g => g.Role == role && g.Territory == territory, cancellationToken))
            {
                throw new RuleBroken("role.held", "Peran ini sudah dimiliki orang ini.");
            }

            var forTerritory = Roles.Territorial.Contains(role);
            if (territory.Length > 0 && (!forTerritory || !await db.Regions.AnyAsync(r => r.Code == territory, cancellationToken)))
            {
                throw new RuleBroken("role.territory", forTerritory
                    ? "Kode wilayah tidak dikenal. Pilih dari daftar, atau kosongkan untuk semua wilayah."
                    : "Peran ini berlaku di semua wilayah. Kosongkan wilayahnya.");
            }
        }
    }

    internal static string Name(string role, string territory) => territory.Length == 0 ? role : $"{role} {territory}";
}
