using Komeji.Application.Common;
using Komeji.Application.Legal.Office;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores.Deeds;

/// <summary>What staff and mentors did in the owner's shop, the newest first.</summary>
/// <param name="By">Only what this person did.</param>
public sealed record ListMyDeeds(UserId? By = null, int Page = 1) : IQuery<DeedPage>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<ListMyDeeds, DeedPage>
    {
        public async Task<DeedPage> Handle(ListMyDeeds request, CancellationToken cancellationToken)
        {
            var owner = (await desk.At(ShopRights.Own, cancellationToken)).Owner;
            var deeds = db.ShopDeeds.AsNoTracking().Where(d => d.SellerId == owner);
            deeds = request.By is { } person ? deeds.Where(d => d.PersonId == person) : deeds;
            return await db.PageOf(deeds, request.Page, cancellationToken);
        }
    }
}

/// <summary>The same of every shop, for the supervisors.</summary>
/// <param name="Words">In the name of the shop.</param>
public sealed record ListDeeds(string? Words, int Page = 1) : IQuery<DeedPage>
{
    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ListDeeds, DeedPage>
    {
        public Task<DeedPage> Handle(ListDeeds request, CancellationToken cancellationToken)
        {
            var deeds = db.ShopDeeds.AsNoTracking();
            if (request.Words?.Trim() is { Length: > 0 } words)
            {
                var named = db.StoresNamed(words);
                deeds = deeds.Where(d => named.Any(s => s.OwnerId == d.SellerId));
            }

            return db.PageOf(deeds, request.Page, cancellationToken);
        }
    }
}

/// <param name="Names">Of who did it, and of the sellers.</param>
/// <param name="Shops">Of the sellers who have one.</param>
public sealed record DeedPage(PageOf<DeedRow> Rows, IReadOnlyDictionary<Guid, string> Names, IReadOnlyDictionary<Guid, string> Shops)
{
    /// <summary>The shop; before there is one, the seller.</summary>
    public string ShopOf(DeedRow row) => Shops.GetValueOrDefault(row.Seller.Value) ?? Names.GetValueOrDefault(row.Seller.Value, "");
}

/// <param name="Role">As <see cref="ShopDeed.Role"/>.</param>
/// <param name="What">Name of the request.</param>
/// <param name="Thing">As <see cref="DeedThing.Kind"/>.</param>
/// <param name="Which">The thing as people call it; empty where it has no name, or none any more.</param>
public sealed record DeedRow(UserId Seller, UserId Who, string Role, string What, string Thing, string Which, DateTimeOffset At);

static class Deeds
{
    const int PageSize = 50;

    public static async Task<DeedPage> PageOf(this IKomejiDb db, IQueryable<ShopDeed> deeds, int page, CancellationToken cancellationToken)
    {
        var found = await deeds.OrderByDescending(d => d.Id).ToPage(page, PageSize, cancellationToken);
        var sellers = found.Rows.Select(d => d.SellerId).Distinct().ToList();
        var shops = await db.Stores.AsNoTracking().Where(s => sellers.Contains(s.OwnerId)).Select(s => new { s.OwnerId, s.Name }).ToListAsync(cancellationToken);
        var rows = await db.Told(found.Rows, cancellationToken);
        return new DeedPage(
            new PageOf<DeedRow>(rows, found.Number, found.Size, found.Total),
            await db.NamesOf(found.Rows.SelectMany(d => new Guid?[] { d.PersonId.Value, d.SellerId.Value }), cancellationToken),
            shops.ToDictionary(s => s.OwnerId.Value, s => s.Name));
    }

    /// <summary>With the names their things have now.</summary>
    public static async Task<IReadOnlyList<DeedRow>> Told(this IKomejiDb db, IReadOnlyList<ShopDeed> deeds, CancellationToken cancellationToken)
    {
        var products = Ids(deeds, DeedThing.Product).ConvertAll(id => new ProductId(id));
        var shelves = Ids(deeds, DeedThing.Shelf).ConvertAll(id => new StoreShelfId(id));
        var districts = deeds.Where(d => d.Thing == DeedThing.District).Select(d => d.ThingId).Distinct().ToList();
        var names = products.Count == 0 ? [] : await db.Products.AsNoTracking().Where(p => products.Contains(p.Id)).Select(p => new { p.Id, p.Name }).ToDictionaryAsync(p => p.Id.Value.ToString(), p => p.Name, cancellationToken);
        var titles = shelves.Count == 0 ? [] : await db.StoreShelves.AsNoTracking().Where(s => shelves.Contains(s.Id)).Select(s => new { s.Id, s.Name }).ToDictionaryAsync(s => s.Id.Value.ToString(), s => s.Name, cancellationToken);
        var places = districts.Count == 0 ? [] : await db.Regions.AsNoTracking().Where(r => districts.Contains(r.Code)).Select(r => new { r.Code, r.Name }).ToDictionaryAsync(r => r.Code, r => r.Name, cancellationToken);
        return [.. deeds.Select(d => new DeedRow(d.SellerId, d.PersonId, d.Role, d.What, d.Thing, Which(d), d.At))];

        string Which(ShopDeed deed) => deed.Thing switch
        {
            DeedThing.Product => names.GetValueOrDefault(deed.ThingId, ""),
            DeedThing.Shelf => titles.GetValueOrDefault(deed.ThingId, ""),
            DeedThing.District => places.GetValueOrDefault(deed.ThingId, deed.ThingId),
            DeedThing.Paper => DeedTexts.Paper(deed.ThingId),
            DeedThing.Order or DeedThing.Complaint => deed.ThingId,
            _ => "",
        };
    }

    static List<Guid> Ids(IReadOnlyList<ShopDeed> deeds, string thing) =>
        [.. deeds.Where(d => d.Thing == thing).Select(d => Guid.TryParse(d.ThingId, out var id) ? id : Guid.Empty).Distinct()];
}
