using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Returns;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Returns;

/// <summary>
/// A complaint or a claim ended so that the shop sends without another payment. The pieces are taken from the stock at once; where too
/// few are left they are taken when the shop sends. Told twice, it begins once.
/// </summary>
sealed class WhenReplacementAgreed(IKomejiDb db, Stock stock, SettingsInForce settings, ICodes codes, TimeProvider clock) : IReaction<ReplacementAgreed>
{
    public async Task Handle(Happened<ReplacementAgreed> notification, CancellationToken cancellationToken)
    {
        var (agreed, now) = (notification.Fact, clock.GetUtcNow());
        await db.TakeReturnTurn(agreed.OrderId, cancellationToken);
        if (await db.Replacements.AnyAsync(r => r.Cause == agreed.Cause && r.CauseId == agreed.CauseId && r.Kind == agreed.Kind, cancellationToken))
        {
            return;
        }

        var order = await db.Orders.Include(o => o.Lines).SingleAsync(o => o.Id == agreed.OrderId, cancellationToken);
        await RequireSameProducts(agreed, order, cancellationToken);
        var replacement = Replacement.Open(agreed, order, ReturnsOf.Number("GNT", codes, now), await settings.ReturnTerms(cancellationToken), now);
        await stock.SetAsideFor(replacement, cancellationToken);
        db.Replacements.Add(replacement);
    }

    /// <summary>Another size or colour, never another product: nobody pays a difference.</summary>
    async Task RequireSameProducts(ReplacementAgreed agreed, Order order, CancellationToken cancellationToken)
    {
        foreach (var item in agreed.Items.Where(i => i.Variant is not null))
        {
            var (variant, product) = (item.Variant!.Value, order.Lines.SingleOrDefault(l => l.Id == item.Line)?.ProductId);
            if (product is null || !await db.Variants.AnyAsync(v => v.Id == variant && v.ProductId == product, cancellationToken))
            {
                throw new RuleBroken("replacement.other_product", "Pengganti harus dari produk yang sama. Pilih varian lain dari produk itu.");
            }
        }
    }
}

static class StockOfReplacements
{
    /// <summary>All it needs or nothing; what needs none, and what was set aside before, is left as it is.</summary>
    public static async Task SetAsideFor(this Stock stock, Replacement replacement, CancellationToken cancellationToken)
    {
        if (!replacement.HasStock && replacement.Pieces.Count > 0 && await stock.SetAside(replacement.Pieces.OfStock(), cancellationToken))
        {
            replacement.SetAside();
        }
    }

    public static IEnumerable<Pieces> OfStock(this IEnumerable<ReplacedPieces> pieces) => pieces.Select(p => new Pieces(p.Variant, p.Count));
}
