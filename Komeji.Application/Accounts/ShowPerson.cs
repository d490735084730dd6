using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Regions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

public sealed record GrantRow(Guid Id, string Role, string Territory, string TerritoryName, string GivenBy, DateTimeOffset GivenAt, string Reason);

public sealed record ActRow(DateTimeOffset At, string By, string Code, string From, string To, string? Reason);

public sealed record PersonPage(
    Guid Id,
    string Name,
    string? Email,
    string? Phone,
    DateTimeOffset RegisteredAt,
    DateTimeOffset? BannedAt,
    string BanReason,
    string? Store,
    int Sessions,
    bool HasSecondFactor,
    bool IsMe,
    IReadOnlyList<GrantRow> Grants,
    IReadOnlyList<ActRow> Acts,
    IReadOnlyList<TerritoryRow> Territories);

/// <summary>A regency or city a territorial role may be given for.</summary>
public sealed record TerritoryRow(string Code, string Name);

/// <summary>One person with the roles held and everything administrators did to the account.</summary>
/// <exception cref="NotFound">No such person.</exception>
public sealed record ShowPerson(Guid Id) : IQuery<PersonPage>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser me, TimeProvider clock) : IRequestHandler<ShowPerson, PersonPage>
    {
        public async Task<PersonPage> Handle(ShowPerson request, CancellationToken cancellationToken)
        {
            var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == request.Id, cancellationToken) ?? throw new NotFound();
            var owner = new UserId(user.Id);
            var store = await db.Stores.Where(s => s.OwnerId == owner).OrderBy(s => s.OpenedAt).Select(s => s.Name).FirstOrDefaultAsync(cancellationToken);
            var now = clock.GetUtcNow();
            var sessions = await db.Sessions.Of(user, now).CountAsync(cancellationToken);
            return new PersonPage(user.Id, user.FullName, user.Email, user.PhoneNumber, user.RegisteredAt, user.BannedAt, user.BanReason, store, sessions, user.TwoFactorEnabled,
                me.Id?.Value == user.Id, await Grants(user.Id, cancellationToken), await Acts(user.Id, cancellationToken), await Territories(cancellationToken));
        }

        async Task<IReadOnlyList<GrantRow>> Grants(Guid id, CancellationToken cancellationToken)
        {
            var grants = await db.RoleGrants.AsNoTracking().HeldBy(id).OrderBy(g => g.GrantedAt).ToListAsync(cancellationToken);
            var codes = grants.Select(g => g.Territory).Distinct().ToList();
            var regions = await db.Regions.Where(r => codes.Contains(r.Code)).ToDictionaryAsync(r => r.Code, r => r.FullName, cancellationToken);
            var names = await Names(grants.Select(g => g.GrantedBy), cancellationToken);
            return [.. grants.Select(g => new GrantRow(g.Id, g.Role, g.Territory, regions.GetValueOrDefault(g.Territory, ""), NameOf(names, g.GrantedBy), g.GrantedAt, g.Reason))];
        }

        async Task<IReadOnlyList<ActRow>> Acts(Guid id, CancellationToken cancellationToken)
        {
            var acts = await db.StateChanges.AsNoTracking().Where(c => c.SubjectId == id && c.Subject == PersonHistory.Subject)
                .OrderByDescending(c => c.Id).ToListAsync(cancellationToken);
            var names = await Names(acts.Select(a => a.ActorId), cancellationToken);
            return [.. acts.Select(a => new ActRow(a.At, NameOf(names, a.ActorId), a.ReasonCode, a.From, a.To, a.Note))];
        }

        async Task<IReadOnlyList<TerritoryRow>> Territories(CancellationToken cancellationToken) =>
            await db.Regions.Where(r => r.Level == RegionLevel.Regency).OrderBy(r => r.Code).Select(r => new TerritoryRow(r.Code, r.FullName)).ToListAsync(cancellationToken);

        async Task<Dictionary<Guid, string>> Names(IEnumerable<Guid?> ids, CancellationToken cancellationToken)
        {
            var known = ids.OfType<Guid>().Distinct().ToList();
            return await db.Users.Where(u => known.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName, cancellationToken);
        }

        static string NameOf(Dictionary<Guid, string> names, Guid? id) => id is { } known ? names.GetValueOrDefault(known, "") : "Sistem";
    }
}
