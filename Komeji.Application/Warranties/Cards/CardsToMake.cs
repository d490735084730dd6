using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Returns;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Warranties.Cards;

/// <summary>Orders that were completed before there were cards, and those put in with their whole past, as long as their warranty may still hold.</summary>
public sealed class CardsToMake(IKomejiDb db, TimeProvider clock) : ISweep
{
    /// <summary>The longest term a listing may have, in months.</summary>
    const int Longest = 120;

    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var since = clock.GetUtcNow().AddMonths(-Longest);
        var orders = await db.Orders
            .Where(o => o.State == OrderState.Completed && o.PlacedAt > since
                && o.Lines.Any(l => l.WarrantyKind != WarrantyKind.None && l.WarrantyMonths > 0
                    && l.Quantity - l.Cancelled > db.GoodsReturns.Where(r => r.OrderId == o.Id && r.State == GoodsReturnState.ReturnReceived).SelectMany(r => r.Lines)
                        .Where(r => r.OrderLineId == l.Id && (long)r.Agreed > 0).Sum(r => r.Sellable + r.Unsellable)
                    && (long)l.Total - ((long)l.Total * l.Cancelled / l.Quantity) > (long)l.Refunded && !db.WarrantyCards.Any(c => c.OrderLineId == l.Id)))
            .OrderBy(o => o.PlacedAt).ThenBy(o => o.Id).Take(most).Select(o => o.Id).ToListAsync(cancellationToken);
        return [.. orders.Select(id => new MakeWarrantyCards(id))];
    }
}

/// <summary>Makes the cards of one completed order that has none.</summary>
public sealed record MakeWarrantyCards(OrderId OrderId) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICodes codes, TimeProvider clock) : IRequestHandler<MakeWarrantyCards>
    {
        public async Task<Unit> Handle(MakeWarrantyCards request, CancellationToken cancellationToken)
        {
            var order = await db.Orders.Include(o => o.Lines).SingleAsync(o => o.Id == request.OrderId, cancellationToken);
            if (order.State == OrderState.Completed)
            {
                await db.MakeCards(order, codes, clock.GetUtcNow(), cancellationToken);
            }

            return Unit.Value;
        }
    }
}
