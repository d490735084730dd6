using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog;

/// <summary>The seller's own products, newest change first, with how many stand in each state.</summary>
/// <param name="State">All when null.</param>
/// <param name="SoldOut">Only those on display without a piece left.</param>
/// <param name="Withheld">Only those the cooperative took off display.</param>
/// <param name="Hidden">Only those a lost permit took off display.</param>
/// <param name="LowStock">Only goods on display of which a variant is nearly sold out.</param>
public sealed record ListMyProducts(string? Q = null, ProductState? State = null, bool SoldOut = false, int Page = 1, int PageSize = 20, bool Withheld = false, bool LowStock = false, bool Hidden = false) : IQuery<MyProducts>
{
    /// <summary>An export holds everything a shop can have.</summary>
    public const int Everything = 100_000;

    /// <summary>Pieces of a variant at which its seller should think of more.</summary>
    public const int FewPieces = 5;

    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<ListMyProducts, MyProducts>
    {
        public async Task<MyProducts> Handle(ListMyProducts request, CancellationToken cancellationToken)
        {
            var mine = (await db.Products(desk, cancellationToken)).AsNoTracking();
            var counts = await mine.GroupBy(p => p.State).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
            var rows = await Matching(mine, request).OrderByDescending(p => p.ChangedAt).ThenBy(p => p.Id)
                .Select(p => new MyProduct(
                    p.Id,
                    p.Slug,
                    p.Name,
                    p.State,
                    p.Pictures.OrderBy(x => x.Position).Select(x => x.FileKey).FirstOrDefault(),
                    p.LowestPrice,
                    p.Variants.Count(v => v.IsOnSale),
                    p.Variants.Where(v => v.IsOnSale).Sum(v => v.Stock),
                    p.Variants.Sum(v => v.Reserved),
                    p.Variants.Sum(v => v.Sold),
                    p.ChangedAt,
                    p.Kind,
                    p.WithheldReason,
                    p.LostPermit))
                .ToPage(request.Page, request.PageSize, cancellationToken);
            return new MyProducts(rows, counts, await mine.CountAsync(p => p.WithheldReason != "", cancellationToken), await mine.CountAsync(p => p.LostPermit != "", cancellationToken));
        }

        static IQueryable<Product> Matching(IQueryable<Product> mine, ListMyProducts request)
        {
            foreach (var word in SearchTerms.Of(request.Q ?? "").Take(8).Select(w => " " + w))
            {
                mine = mine.Where(p => p.SearchText.Contains(word));
            }

            if (request.State is { } state)
            {
                mine = mine.Where(p => p.State == state);
            }

            if (request.Withheld)
            {
                mine = mine.Where(p => p.WithheldReason != "");
            }

            if (request.Hidden)
            {
                mine = mine.Where(p => p.LostPermit != "");
            }

            if (request.LowStock)
            {
                mine = mine.Where(p => p.State == ProductState.Published && p.Kind == ProductKind.Goods && p.Variants.Any(v => v.IsOnSale && v.Stock <= FewPieces));
            }

            return request.SoldOut ? mine.Where(p => p.State == ProductState.Published && !p.Variants.Any(v => v.IsOnSale && v.Stock > 0)) : mine;
        }
    }
}

/// <param name="Withheld">How many the cooperative took off display.</param>
/// <param name="Hidden">How many a lost permit took off display.</param>
public sealed record MyProducts(PageOf<MyProduct> Page, IReadOnlyDictionary<ProductState, int> Counts, int Withheld, int Hidden)
{
    public int CountOf(ProductState state) => Counts.GetValueOrDefault(state);

    public int All => Counts.Values.Sum();
}

/// <param name="LostPermit">Word of the paper it is hidden for; empty when for none.</param>
public sealed record MyProduct(
    ProductId Id,
    string Slug,
    string Name,
    ProductState State,
    string? PictureKey,
    Rupiah Price,
    int Variants,
    int Stock,
    int Reserved,
    int Sold,
    DateTimeOffset ChangedAt,
    ProductKind Kind,
    string Withheld,
    string LostPermit);
