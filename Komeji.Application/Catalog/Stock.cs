using Komeji.Application.Common;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Stores;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog;

/// <param name="Count">How many pieces, more than zero.</param>
public readonly record struct Pieces(VariantId Variant, int Count);

/// <summary>
/// Moves pieces between stock, reserved and sold, one conditional update a variant, inside the caller's transaction. The sum of
/// the three never changes here. Variants are always taken in the same order, so that two buyers of the same things wait for
/// each other instead of locking each other out: move all pieces of one transaction in one call.
/// </summary>
public class Stock(IKomejiDb db)
{
    /// <summary>Stock → reserved: an order was placed and waits for payment.</summary>
    /// <exception cref="RuleBroken"><c>stock.short</c>: too few are left, or it is no longer on offer.</exception>
    public async Task Reserve(IEnumerable<Pieces> pieces, CancellationToken cancellationToken)
    {
        foreach (var (variant, count) in InOrder(pieces))
        {
            var moved = await Enough(OnOffer(variant), count).ExecuteUpdateAsync(
                set => set.SetProperty(v => v.Stock, v => v.Stock - count).SetProperty(v => v.Reserved, v => v.Reserved + count),
                cancellationToken);
            if (moved == 0)
            {
                throw new RuleBroken("stock.short", "Stok salah satu barang baru saja berkurang. Periksa jumlahnya, lalu coba lagi.");
            }
        }
    }

    /// <summary>Reserved → stock: nobody paid.</summary>
    public async Task Release(IEnumerable<Pieces> pieces, CancellationToken cancellationToken)
    {
        foreach (var (variant, count) in InOrder(pieces))
        {
            Demand(variant, await db.Variants.Where(v => v.Id == variant && v.Reserved >= count).ExecuteUpdateAsync(
                set => set.SetProperty(v => v.Reserved, v => v.Reserved - count).SetProperty(v => v.Stock, v => v.Stock + count),
                cancellationToken));
        }
    }

    /// <summary>Reserved → sold: the money is held.</summary>
    public async Task Sell(IEnumerable<Pieces> pieces, CancellationToken cancellationToken)
    {
        foreach (var (variant, count) in InOrder(pieces))
        {
            Demand(variant, await db.Variants.Where(v => v.Id == variant && v.Reserved >= count).ExecuteUpdateAsync(
                set => set.SetProperty(v => v.Reserved, v => v.Reserved - count).SetProperty(v => v.Sold, v => v.Sold + count),
                cancellationToken));
        }
    }

    /// <summary>Stock → sold, without a payment: pieces that are sent instead of others. All of them or none; whether they are on offer does not matter.</summary>
    /// <returns>False when too few are left.</returns>
    public async Task<bool> SetAside(IEnumerable<Pieces> pieces, CancellationToken cancellationToken)
    {
        var taken = new List<Pieces>();
        foreach (var (variant, count) in InOrder(pieces))
        {
            var moved = await Enough(db.Variants.Where(v => v.Id == variant), count).ExecuteUpdateAsync(
                set => set.SetProperty(v => v.Stock, v => v.Stock - count).SetProperty(v => v.Sold, v => v.Sold + count),
                cancellationToken);
            if (moved == 0)
            {
                await PutBack(taken, cancellationToken);
                return false;
            }

            taken.Add(new Pieces(variant, count));
        }

        return true;
    }

    /// <summary>Sold → stock: a paid order was cancelled before the goods left the shop, or goods came back that can be sold again.</summary>
    public async Task PutBack(IEnumerable<Pieces> pieces, CancellationToken cancellationToken)
    {
        foreach (var (variant, count) in InOrder(pieces))
        {
            Demand(variant, await db.Variants.Where(v => v.Id == variant && v.Sold >= count).ExecuteUpdateAsync(
                set => set.SetProperty(v => v.Sold, v => v.Sold - count).SetProperty(v => v.Stock, v => v.Stock + count),
                cancellationToken));
        }
    }

    /// <summary>
    /// The seller counted anew: the difference between what the shelf was said to hold and what it holds is applied to the stock
    /// as it is now, so pieces reserved or sold in between are not brought back.
    /// </summary>
    /// <exception cref="RuleBroken"><c>stock.counted</c>: more has been bought since than the count leaves.</exception>
    public async Task Count(VariantId variant, int before, int counted, CancellationToken cancellationToken)
    {
        var difference = counted - before;
        var moved = await db.Variants.Where(v => v.Id == variant && v.Stock + difference >= 0 && v.Stock + difference <= VariantFacts.MostStock)
            .ExecuteUpdateAsync(set => set.SetProperty(v => v.Stock, v => v.Stock + difference), cancellationToken);
        if (moved == 0)
        {
            throw new RuleBroken("stock.counted", "Stok berubah karena ada pembelian saat Anda mengisi. Buka ulang halamannya, lalu isi stok dari angka terbaru.");
        }
    }

    /// <summary>What orders hold, for the four moves.</summary>
    public static IEnumerable<Pieces> Of(IEnumerable<Order> orders) =>
        orders.SelectMany(o => o.Lines).Select(l => new Pieces(l.VariantId, l.Quantity));

    /// <summary>The guard against overselling. A test takes it out to prove that it is what holds.</summary>
    protected virtual IQueryable<Variant> Enough(IQueryable<Variant> variants, int count) => variants.Where(v => v.Stock >= count);

    IQueryable<Variant> OnOffer(VariantId variant) =>
        db.Variants.Where(v => v.Id == variant && v.IsOnSale && db.Products.Any(p =>
            p.Id == v.ProductId && p.State == ProductState.Published && db.Stores.Any(s =>
                s.Id == p.StoreId && s.State == StoreState.Active && !s.OnHoliday)));

    static IEnumerable<Pieces> InOrder(IEnumerable<Pieces> pieces) =>
        pieces.GroupBy(p => p.Variant).Select(g => new Pieces(g.Key, g.Sum(p => p.Count))).OrderBy(p => p.Variant.Value);

    static void Demand(VariantId variant, int moved)
    {
        if (moved == 0)
        {
            // Another transaction moved these pieces first, such as an expiry that met a late payment: it won, and whoever acts again sees that.
            throw new DbUpdateConcurrencyException($"Variant {variant.Value} has fewer pieces reserved or sold than its orders hold.");
        }
    }
}
