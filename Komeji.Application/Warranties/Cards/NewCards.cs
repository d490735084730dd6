using Komeji.Application.Common;
using Komeji.Domain.Ordering;
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
        db.WarrantyCards.AddRange(order.Lines.Where(l => !made.Contains(l.Id)).SelectMany(line => WarrantyCard.Of(order, line, () => Draw(codes), now)));
    }

    /// <summary>Sixty bits: nobody finds one by trying, and two are never alike.</summary>
    static string Draw(ICodes codes) => $"GRS{codes.SixCharacters()}-{codes.SixCharacters()}";
}
