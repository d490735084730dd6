using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

public sealed record PersonRow(Guid Id, string Name, string? Email, string? Phone, DateTimeOffset RegisteredAt, DateTimeOffset? BannedAt, string? Store, IReadOnlyList<HeldRole> Roles);

/// <summary>People by name, e-mail or number, the newest first.</summary>
/// <param name="Role">Only holders of this role; <c>petugas</c> is any role, <c>nonaktif</c> the banned, empty everybody.</param>
public sealed record ListPeople(string Search, string Role, int Page, int PageSize = ListPeople.UsualPage) : IQuery<PageOf<PersonRow>>
{
    public const int UsualPage = 25;

    /// <summary>A file holds this many at most.</summary>
    public const int WholeFile = 20_000;
    public const string AnyRole = "petugas";
    public const string OnlyBanned = "nonaktif";

    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ListPeople, PageOf<PersonRow>>
    {
        public async Task<PageOf<PersonRow>> Handle(ListPeople request, CancellationToken cancellationToken)
        {
            var people = Searched(await Filtered(request.Role, cancellationToken), request.Search.Trim());
            var page = await people.OrderByDescending(u => u.RegisteredAt).ThenBy(u => u.Id)
                .Select(u => new { u.Id, u.FullName, u.Email, u.PhoneNumber, u.RegisteredAt, u.BannedAt }).ToPage(request.Page, request.PageSize, cancellationToken);
            var ids = page.Rows.Select(u => new UserId(u.Id)).ToList();
            var roles = (await db.RoleGrants.Where(g => ids.Contains(g.UserId) && g.EndedAt == null).Select(g => new { g.UserId, g.Role, g.Territory }).ToListAsync(cancellationToken)).ToLookup(g => g.UserId.Value);
            var stores = (await db.Stores.Where(s => ids.Contains(s.OwnerId)).Select(s => new { s.OwnerId, s.Name }).ToListAsync(cancellationToken)).ToLookup(s => s.OwnerId.Value, s => s.Name);
            return new PageOf<PersonRow>(
                [.. page.Rows.Select(u => new PersonRow(u.Id, u.FullName, u.Email, u.PhoneNumber, u.RegisteredAt, u.BannedAt, stores[u.Id].FirstOrDefault(),
                    [.. roles[u.Id].Select(g => new HeldRole(g.Role, g.Territory))]))],
                page.Number, page.Size, page.Total);
        }

        async Task<IQueryable<User>> Filtered(string role, CancellationToken cancellationToken)
        {
            var people = db.Users.AsNoTracking();
            if (role is "" or OnlyBanned)
            {
                return role.Length == 0 ? people : people.Where(u => u.BannedAt != null);
            }

            // Staff are few.
            var holders = await db.RoleGrants.Where(g => g.EndedAt == null && (role == AnyRole || g.Role == role)).Select(g => g.UserId).Distinct().ToListAsync(cancellationToken);
            var ids = holders.Select(h => h.Value).ToList();
            return people.Where(u => ids.Contains(u.Id));
        }

#pragma warning disable CA1304, CA1311, CA1862 // Translated to the database's lower(); a comparison argument would not be.
        static IQueryable<User> Searched(IQueryable<User> people, string search)
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
}
