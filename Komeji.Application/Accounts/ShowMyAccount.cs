using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

public sealed record MyAccount(string Name, string? Email, string? Phone, DateTimeOffset RegisteredAt, string? StoreName, IReadOnlyList<HeldRole> Roles, IReadOnlyList<MySession> Sessions);

public sealed record MySession(string Device, DateTimeOffset Since, DateTimeOffset SeenAt);

/// <summary>What a person sees of its own account.</summary>
public sealed record ShowMyAccount : IQuery<MyAccount>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser me, TimeProvider clock) : IRequestHandler<ShowMyAccount, MyAccount>
    {
        public async Task<MyAccount> Handle(ShowMyAccount request, CancellationToken cancellationToken)
        {
            var id = me.Require();
            var now = clock.GetUtcNow();
            var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id.Value, cancellationToken) ?? throw new NotFound();
            var store = await db.Stores.Where(s => s.OwnerId == id).OrderBy(s => s.OpenedAt).Select(s => s.Name).FirstOrDefaultAsync(cancellationToken);
            var roles = await db.RoleGrants.HeldBy(id.Value).Select(g => new HeldRole(g.Role, g.Territory)).ToListAsync(cancellationToken);
            var sessions = await db.Sessions.Where(s => s.UserId == id.Value && s.ExpiresAt > now && s.Stamp == user.SecurityStamp)
                .OrderByDescending(s => s.SeenAt).Take(20).Select(s => new { s.UserAgent, s.CreatedAt, s.SeenAt }).ToListAsync(cancellationToken);
            return new MyAccount(user.FullName, user.Email, user.PhoneNumber, user.RegisteredAt, store, roles,
                [.. sessions.Select(s => new MySession(Device(s.UserAgent), s.CreatedAt, s.SeenAt))]);
        }

        /// <summary>Enough to recognise one's own: the system and the browser.</summary>
        static string Device(string userAgent)
        {
            var system = First(userAgent, ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("Windows", "Windows"), ("Mac OS", "Mac"), ("Linux", "Linux"));
            var browser = First(userAgent, ("Edg/", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"), ("Chrome/", "Chrome"), ("Safari/", "Safari"));
            return (system, browser) switch
            {
                ("", "") => "Peramban lain",
                (_, "") => system,
                ("", _) => browser,
                _ => $"{browser} di {system}",
            };
        }

        static string First(string userAgent, params (string Mark, string Name)[] known) =>
            known.FirstOrDefault(k => userAgent.Contains(k.Mark, StringComparison.Ordinal)).Name ?? "";
    }
}
