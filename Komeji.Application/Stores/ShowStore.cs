using Komeji.Application.Common;
using Komeji.Application.Legal;
using Komeji.Application.Reviews;
using Komeji.Application.Stores.Health;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores;

/// <summary>The head of an open shop's page.</summary>
public sealed record ShowStore(string Slug) : IQuery<StorePage>
{
    internal sealed class Handler(IKomejiDb db, Standings standings, HealthTerms terms) : IRequestHandler<ShowStore, StorePage>
    {
        public async Task<StorePage> Handle(ShowStore request, CancellationToken cancellationToken)
        {
            var page = await db.Stores.AsNoTracking().Where(s => s.Slug == request.Slug && s.State == StoreState.Active)
                .Select(s => new StorePage(
                    s.Id,
                    s.Slug,
                    s.Name,
                    s.Description,
                    db.Regions.Where(r => r.Code == s.VillageCode.Substring(0, 8)).Select(r => r.FullName).FirstOrDefault() ?? "",
                    s.OpeningHours,
                    s.OffersPickup,
                    s.OnHoliday,
                    s.OpenedAt,
                    db.Products.Count(p => p.StoreId == s.Id && p.State == ProductState.Published),
                    db.Variants.Where(v => db.Products.Any(p => p.Id == v.ProductId && p.StoreId == s.Id)).Sum(v => v.Sold),
                    db.StoreShelves.Where(x => x.StoreId == s.Id && x.Items.Any(i => db.Products.Any(p => p.Id == i.ProductId && p.State == ProductState.Published)))
                        .OrderBy(x => x.Position).ThenBy(x => x.Id).Select(x => new ShelfLink(x.Name, x.Slug)).ToList(),
                    db.StorePolicies.Where(x => x.StoreId == s.Id).Select(x => new PolicyTexts(x.Returns, x.Shipping, x.Other)).FirstOrDefault(),
                    s.HolidayUntil,
                    s.PictureKey))
                .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
            return page with
            {
                Rating = await db.RatingOf(page.Id, cancellationToken),
                Standing = await standings.Of(page.Id, page.OpenedAt, null, cancellationToken),
                Health = await db.PublicHealthOf(page.Id, terms, cancellationToken),
            };
        }
    }
}

public sealed record StorePage(
    StoreId Id,
    string Slug,
    string Name,
    string Description,
    string Place,
    string OpeningHours,
    bool OffersPickup,
    bool OnHoliday,
    DateTimeOffset OpenedAt,
    int Products,
    int Sold,
    IReadOnlyList<ShelfLink> Shelves,
    PolicyTexts? Policy,
    DateOnly? HolidayUntil,
    string? PictureKey)
{
    /// <summary>How far the shop has come before the law.</summary>
    public Standing Standing { get; init; } = null!;

    /// <summary>Of all its products together.</summary>
    public Rating Rating { get; init; }

    /// <summary>How it answers and serves; null while too little is known.</summary>
    public PublicHealth? Health { get; init; }
}

/// <summary>A showcase with something on display in it.</summary>
public sealed record ShelfLink(string Name, string Slug);
