using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <param name="StoreId">The shop this person owns, if any.</param>
/// <param name="ProvenAt">When the person last showed who it is.</param>
/// <param name="Stale">It was last noted so long ago that <see cref="KeepSession"/> is due.</param>
public sealed record OpenedSession(Guid UserId, string Name, IReadOnlyList<HeldRole> Roles, StoreId? StoreId, DateTimeOffset SeenAt, DateTimeOffset ExpiresAt, bool Stale, bool HasSecondFactor, DateTimeOffset? ProvenAt);

/// <param name="Territory">Region code; empty is everywhere.</param>
public sealed record HeldRole(string Role, string Territory);

/// <summary>Who holds this key, with the roles and the shop the person has at this moment; null when the session is over.</summary>
public sealed record FindSession(string Key) : IQuery<OpenedSession?>
{
    internal sealed class Handler(IKomejiDb db, TimeProvider clock) : IRequestHandler<FindSession, OpenedSession?>
    {
        public async Task<OpenedSession?> Handle(FindSession request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var hash = Session.Hash(request.Key);
            var found = await (
                from session in db.Sessions
                join user in db.Users on session.UserId equals user.Id
                where session.KeyHash == hash && session.ExpiresAt > now && session.Stamp == user.SecurityStamp && user.BannedAt == null
                    && (session.SecondFactor || !user.TwoFactorEnabled)
                select new { user.Id, user.FullName, session.SeenAt, session.ExpiresAt, user.TwoFactorEnabled, session.ProvenAt }).SingleOrDefaultAsync(cancellationToken);
            if (found is null)
            {
                return null;
            }

            var roles = await db.RoleGrants.HeldBy(found.Id).Select(g => new HeldRole(g.Role, g.Territory)).ToListAsync(cancellationToken);
            var owner = new UserId(found.Id);
            var stores = await db.Stores.Where(s => s.OwnerId == owner).OrderBy(s => s.OpenedAt).Select(s => s.Id).Take(1).ToListAsync(cancellationToken);
            return new OpenedSession(found.Id, found.FullName, roles, stores.Count > 0 ? stores[0] : null, found.SeenAt, found.ExpiresAt, now - found.SeenAt > Session.SeenEvery,
                found.TwoFactorEnabled, found.ProvenAt);
        }
    }
}
