using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Returns;
using Komeji.Domain.Warranties;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Warranties.Cards;

static class NewCards
{
    /// <summary>Makes the cards of a completed order, once: a line that has one gets no more.</summary>
    /// <param name="order">With its lines.</param>
    public static async Task MakeCards(this IKomejiDb db, Order order, ICodes codes, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (!order.Lines.Any(l => l.WarrantyMonths > 0))
        {
            return;
        }

        await db.TakeTurn($"warranty cards of {order.Id.Value}", cancellationToken);
        var made = await db.WarrantyCards.Where(c => c.OrderId == order.Id).Select(c => c.OrderLineId).Distinct().ToListAsync(cancellationToken);
        var back = await db.PiecesBack(order.Id, cancellationToken);
        db.WarrantyCards.AddRange(order.Lines.Where(l => !made.Contains(l.Id)).SelectMany(line => WarrantyCard.Of(order, line, () => Draw(codes), now, back.GetValueOrDefault(line.Id))));
    }

    /// <summary>Pieces that came back for their money, of each line; what was exchanged is with the buyer again.</summary>
    static async Task<Dictionary<OrderLineId, int>> PiecesBack(this IKomejiDb db, OrderId order, CancellationToken cancellationToken)
    {
        var lines = await db.GoodsReturns.Where(r => r.OrderId == order && r.State == GoodsReturnState.ReturnReceived).SelectMany(r => r.Lines).Where(l => (long)l.Agreed > 0)
            .Select(l => new { l.OrderLineId, Pieces = l.Sellable + l.Unsellable }).ToListAsync(cancellationToken);
        return lines.GroupBy(l => l.OrderLineId).ToDictionary(g => g.Key, g => g.Sum(l => l.Pieces));
    }

    /// <summary>Sixty bits: nobody finds one by trying, and two are never alike.</summary>
    static string Draw(ICodes codes) => $"GRS{codes.SixCharacters()}-{codes.SixCharacters()}";
}
