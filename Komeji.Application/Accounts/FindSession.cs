using Komeji.Application.Common;
using Komeji.Application.Mentoring;
using Komeji.Application.Stores.Staff;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <param name="Shop">The shop this person works in now, if any, and what she may do there.</param>
/// <param name="OtherShops">There are others she could work in.</param>
/// <param name="Helping">Whom she helps as a mentor in this session; null is nobody.</param>
/// <param name="ProvenAt">When the person last showed who it is.</param>
/// <param name="Stale">It was last noted so long ago that <see cref="KeepSession"/> is due.</param>
public sealed record OpenedSession(Guid UserId, string Name, IReadOnlyList<HeldRole> Roles, MyShop? Shop, bool OtherShops, Helping? Helping, DateTimeOffset SeenAt, DateTimeOffset ExpiresAt, bool Stale, bool HasSecondFactor, DateTimeOffset? ProvenAt);

/// <summary>A mentor's session that is open.</summary>
/// <param name="Name">Of the seller's shop, or of the seller before there is one.</param>
/// <param name="OnOnePhone">Both use this browser: nothing of either's account is shown in it.</param>
public sealed record Helping(MentoringId Id, string Name, DateTimeOffset Until, bool OnOnePhone);

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
                select new { user.Id, user.FullName, session.SeenAt, session.ExpiresAt, user.TwoFactorEnabled, session.ProvenAt, session.Shop, session.Mentoring }).SingleOrDefaultAsync(cancellationToken);
            if (found is null)
            {
                return null;
            }

            var roles = await db.RoleGrants.HeldBy(found.Id).Select(g => new HeldRole(g.Role, g.Territory)).ToListAsync(cancellationToken);
            var person = new UserId(found.Id);
            var helped = found.Mentoring is { } id ? await db.HelpedIn(id, person, now, cancellationToken) : null;
            if (helped is { IsOver: true, OnOnePhone: true })
            {
                // The phone is the seller's as much as the mentor's: nobody stays signed in on it.
                return null;
            }

            var help = helped is { IsOver: false } ? helped : null;
            var shops = help is null ? await db.ShopsWorkedIn(person, cancellationToken) : help.Shops;
            return new OpenedSession(
                found.Id, found.FullName, roles, found.Shop is { } chosen && help is null ? shops.FirstOrDefault(s => s.Id == chosen) : (shops.Count > 0 ? shops[0] : null), help is null && shops.Count > (found.Shop is null ? 1 : 0), help?.Session,
                found.SeenAt, found.ExpiresAt, now - found.SeenAt > Session.SeenEvery, found.TwoFactorEnabled, found.ProvenAt);
        }
    }
}
