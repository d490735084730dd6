using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <summary>Somebody must always be able to give roles.</summary>
static class Administrators
{
    /// <summary>
    /// For what takes an administrator away. One such command at a time: two administrators who take each other's role at the same
    /// moment would otherwise each see the other still there. Ask before anything else is read.
    /// </summary>
    public static Task TakeTurnOverAdministrators(this IKomejiDb db, CancellationToken cancellationToken) =>
        db.TakeTurn("administrators", cancellationToken);

    /// <exception cref="RuleBroken"><c>role.last_admin</c></exception>
    public static async Task RequireAdministratorBesides(this IKomejiDb db, Guid personId, CancellationToken cancellationToken)
    {
        var person = new UserId(personId);
        var barred = db.Users.Where(u => u.BannedAt != null).Select(u => u.Id);
        var others = await db.RoleGrants.Where(g => g.Role == Roles.Admin && g.EndedAt == null && g.UserId != person).Select(g => g.UserId).ToListAsync(cancellationToken);
        var ids = others.Select(o => o.Value).ToList();
        if (await barred.CountAsync(id => ids.Contains(id), cancellationToken) == ids.Distinct().Count())
        {
            throw new RuleBroken("role.last_admin", "Ini administrator terakhir. Beri peran administrator kepada orang lain dulu.");
        }
    }
}
