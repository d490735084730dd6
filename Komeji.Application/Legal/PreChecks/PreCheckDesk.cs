using Komeji.Application.Common;
using Komeji.Application.Legal.Office.Reports;
using Komeji.Application.Stores;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal.PreChecks;

/// <summary>
/// Somebody of a community, and the papers of her territory whose owners asked for a look. Those of shops she owns, works for or has
/// helped are not there for her: others look.
/// </summary>
public sealed class PreCheckDesk(IKomejiDb db, ICurrentUser user, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public UserId Person => user.Require();

    /// <exception cref="NotFound">The person is of no community.</exception>
    public string Role => Roles.Helpers.FirstOrDefault(user.IsIn) ?? throw new NotFound();

    public Actor Actor => Actor.Staff(Person.Value, Role);

    public IQueryable<LegalVerification> Waiting()
    {
        string[] territories = [.. Roles.Helpers.SelectMany(user.Territories).Distinct()];
        var tied = db.TiedTo(Person);
        return db.LegalVerifications.Where(d => d.State == DocumentState.PreCheck && !tied.Any(s => s.Id == d.StoreId)).Where(OfficeView.Within<LegalVerification>(territories, d => d.Region));
    }

    /// <exception cref="NotFound">It does not wait for the person, or no longer.</exception>
    public async Task<LegalVerification> Load(DocumentId id, CancellationToken cancellationToken)
    {
        await db.TakeTurn($"paper {id.Value}", cancellationToken);
        return await Waiting().Include(d => d.Scans).SingleOrDefaultAsync(d => d.Id == id, cancellationToken) ?? throw new NotFound();
    }
}

static class Communities
{
    /// <summary>People of communities whose territory holds this place and who are not tied to the shop.</summary>
    public static async Task<IReadOnlyList<UserId>> CommunityFor(this IKomejiDb db, string region, StoreId store, CancellationToken cancellationToken)
    {
        string[] territories = [.. new[] { 0, 2, 5, 8, 13 }.Where(length => length <= region.Length).Select(length => region[..length])];
        return await db.RoleGrants.Where(g => Roles.Helpers.Contains(g.Role) && g.EndedAt == null && territories.Contains(g.Territory)
                && !db.Stores.Any(s => s.Id == store && (s.OwnerId == g.UserId
                    || db.ShopStaff.Any(t => t.StoreId == s.Id && t.UserId == g.UserId)
                    || db.MentoringSessions.Any(m => m.SellerId == s.OwnerId && m.MentorId == g.UserId))))
            .Select(g => g.UserId).Distinct().ToListAsync(cancellationToken);
    }
}
