using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

public sealed record MyAccount(string Name, string? Email, string? Phone, DateTimeOffset RegisteredAt, string? StoreName, IReadOnlyList<HeldRole> Roles, int Sessions, bool HasSecondFactor);

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
            var sessions = await db.Sessions.Of(user, now).CountAsync(cancellationToken);
            return new MyAccount(user.FullName, user.Email, user.PhoneNumber, user.RegisteredAt, store, roles, sessions, user.TwoFactorEnabled);
        }
    }
}
