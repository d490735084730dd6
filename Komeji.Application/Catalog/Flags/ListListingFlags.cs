using Komeji.Application.Common;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog.Flags;

/// <summary>Listings with words to look at, those held for their name and those a seller asks about again, the oldest first; or those decided, the latest first.</summary>
public sealed record ListListingFlags(bool Decided = false, int Page = 1) : IQuery<PageOf<ListingFlagRow>>
{
    const int PageSize = 20;

    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ListListingFlags, PageOf<ListingFlagRow>>
    {
        public async Task<PageOf<ListingFlagRow>> Handle(ListListingFlags request, CancellationToken cancellationToken)
        {
            var flags = db.ListingFlags.AsNoTracking();
            var asked = request.Decided
                ? flags.Where(f => f.State == ListingFlagState.Cleared || f.State == ListingFlagState.Withheld).OrderByDescending(f => f.DecidedAt).ThenBy(f => f.Id)
                : flags.Where(f => f.State == ListingFlagState.Open || f.State == ListingFlagState.Held || f.State == ListingFlagState.AskedAgain).OrderBy(f => f.PleadedAt ?? f.FlaggedAt).ThenBy(f => f.Id);
            var page = await (from f in asked
                              join p in db.Products on f.ProductId equals p.Id
                              join s in db.Stores on p.StoreId equals s.Id
                              select new ListingFlagRow(f.Id, p.Name, p.Slug, p.State, s.Name, p.Description, f.Words, f.Reason, f.Source, f.State, f.FlaggedAt, f.Note, f.DecidedBy, f.Plea, f.PleadedAt))
                .ToPage(request.Page, PageSize, cancellationToken);
            var people = page.Rows.Select(r => r.DecidedBy).OfType<UserId>().Select(id => id.Value).ToList();
            var names = await db.Users.Where(u => people.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName, cancellationToken);
            return page with { Rows = [.. page.Rows.Select(r => r with { Decider = r.DecidedBy is { } by ? names.GetValueOrDefault(by.Value, "") : "" })] };
        }
    }
}

public sealed record ListingFlagRow(
    ListingFlagId Id, string Product, string Slug, ProductState Shown, string Store, string Description, string Words, string Reason, string Source,
    ListingFlagState State, DateTimeOffset FlaggedAt, string Note, UserId? DecidedBy, string Plea, DateTimeOffset? PleadedAt)
{
    /// <summary>Name of who decided.</summary>
    public string Decider { get; init; } = "";
}
