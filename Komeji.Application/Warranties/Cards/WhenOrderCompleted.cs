using Komeji.Application.Common;
using Komeji.Domain.Ordering;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Warranties.Cards;

/// <summary>The order is complete: what was sold with a warranty gets its cards.</summary>
public sealed class WhenOrderCompleted(IKomejiDb db, ICodes codes, TimeProvider clock) : IReaction<OrderCompleted>
{
    public async Task Handle(Happened<OrderCompleted> happened, CancellationToken cancellationToken)
    {
        var order = await db.Orders.Include(o => o.Lines).SingleAsync(o => o.Id == happened.Fact.OrderId, cancellationToken);
        await db.MakeCards(order, codes, clock.GetUtcNow(), cancellationToken);
    }
}
