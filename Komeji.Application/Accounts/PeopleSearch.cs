using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <summary>How administrators find people, on the page and in the file.</summary>
static class PeopleSearch
{
    /// <param name="search">Part of a name, e-mail or number; empty is everybody.</param>
    /// <param name="role">As <see cref="ListPeople"/> takes it.</param>
    public static async Task<IQueryable<User>> Search(this IKomejiDb db, string search, string role, CancellationToken cancellationToken) =>
        Named(await WithRole(db, role, cancellationToken), search.Trim());

    /// <summary>Adds roles and shop.</summary>
    public static async Task<IReadOnlyList<PersonRow>> Describe(this IKomejiDb db, IReadOnlyList<User> people, CancellationToken cancellationToken)
    {
        var ids = people.Select(u => new UserId(u.Id)).ToList();
        var roles = (await db.RoleGrants.Where(g => ids.Contains(g.UserId) && g.EndedAt == null).Select(g => new { g.UserId, g.Role, g.Territory }).ToListAsync(cancellationToken)).ToLookup(g => g.UserId.Value);
        var stores = (await db.Stores.Where(s => ids.Contains(s.OwnerId)).Select(s => new { s.OwnerId, s.Name }).ToListAsync(cancellationToken)).ToLookup(s => s.OwnerId.Value, s => s.Name);
        return [.. people.Select(u => new PersonRow(u.Id, u.FullName, u.Email, u.PhoneNumber, u.RegisteredAt, u.BannedAt, stores[u.Id].FirstOrDefault(),
            [.. roles[u.Id].Select(g => new HeldRole(g.Role, g.Territory))]))];
    }

    static async Task<IQueryable<User>> WithRole(IKomejiDb db, string role, CancellationToken cancellationToken)
    {
        var people = db.Users.AsNoTracking();
        if (role is "" or ListPeople.OnlyBanned)
        {
            return role.Length == 0 ? people : people.Where(u => u.BannedAt != null);
        }

        // Staff are few.
        var holders = await db.RoleGrants.Where(g => g.EndedAt == null && (role == ListPeople.AnyRole || g.Role == role)).Select(g => g.UserId).Distinct().ToListAsync(cancellationToken);
        var ids = holders.Select(h => h.Value).ToList();
        return people.Where(u => ids.Contains(u.Id));
    }

#pragma warning disable CA1304, CA1311, CA1862 // Translated to the database's lower(); a comparison argument would not be.
    static IQueryable<User> Named(IQueryable<User> people, string search)
    {
        if (search.Length == 0)
        {
            return people;
        }

        var upper = search.ToUpperInvariant();
        var lower = search.ToLowerInvariant();
        var digits = PhoneNumber.Normalise(search) ?? new string([.. search.Where(char.IsAsciiDigit)]).TrimStart('0');
        return digits.Length >= 4
            ? people.Where(u => u.FullName.ToLower().Contains(lower) || u.NormalizedEmail!.Contains(upper) || u.PhoneNumber!.Contains(digits))
            : people.Where(u => u.FullName.ToLower().Contains(lower) || u.NormalizedEmail!.Contains(upper));
    }
#pragma warning restore CA1304, CA1311, CA1862
}
