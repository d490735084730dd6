using Komeji.Application.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Application.Notifications;

/// <summary>Of cash each side says what it did, and the other hears of it; and both hear when such an order ends with the cash given back.</summary>
public sealed class WhenCashMoves(IKomejiDb db, Notifier notifier) : IReaction<CashTaken>, IReaction<CashConfirmed>, IReaction<CashGivenBack>, IReaction<OrderRefunded>
{
    public Task Handle(Happened<CashTaken> happened, CancellationToken cancellationToken) =>
        notifier.TellBuyer(happened.Fact.OrderId, CashTexts.Taken, cancellationToken);

    public Task Handle(Happened<CashConfirmed> happened, CancellationToken cancellationToken) =>
        notifier.TellSeller(happened.Fact.OrderId, CashTexts.Confirmed, cancellationToken);

    public Task Handle(Happened<CashGivenBack> happened, CancellationToken cancellationToken) =>
        notifier.TellBuyer(happened.Fact.OrderId, CashTexts.GivenBack, cancellationToken);

    public async Task Handle(Happened<OrderRefunded> happened, CancellationToken cancellationToken)
    {
        var order = await db.Orders.FindAsync([happened.Fact.OrderId], cancellationToken) ?? throw new NotFound();
        if (order.PaysInCash)
        {
            await notifier.TellBuyer(order.Id, CashTexts.EndedForBuyer, cancellationToken);
            await notifier.TellSeller(order.Id, CashTexts.EndedForSeller, cancellationToken);
        }
    }
}
