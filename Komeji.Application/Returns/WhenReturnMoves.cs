using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Domain.Common;
using Komeji.Domain.Returns;

namespace Komeji.Application.Returns;

/// <summary>Both sides of a return are told whose turn it is and until when; officers of a decision that is late.</summary>
sealed class WhenReturnMoves(IKomejiDb db, Notifier notifier)
    : IReaction<ReturnOpened>, IReaction<ReturnSent>, IReaction<ReturnArrived>, IReaction<ReturnPartlyAccepted>, IReaction<ReturnObjected>, IReaction<ReturnOverdue>, IReaction<GoodsReturned>, IReaction<ReturnClosed>
{
    public async Task Handle(Happened<ReturnOpened> notification, CancellationToken cancellationToken)
    {
        var goods = await Find(notification.Fact.ReturnId, cancellationToken);
        await notifier.TellBuyer(goods.OrderId, order => ReturnTexts.OpenedForBuyer(goods, order), cancellationToken);
        await notifier.TellSeller(goods.OrderId, order => ReturnTexts.OpenedForShop(goods, order), cancellationToken);
    }

    public async Task Handle(Happened<ReturnSent> notification, CancellationToken cancellationToken)
    {
        var goods = await Find(notification.Fact.ReturnId, cancellationToken);
        await notifier.TellSeller(goods.OrderId, order => ReturnTexts.Sent(goods, order), cancellationToken);
    }

    public async Task Handle(Happened<ReturnArrived> notification, CancellationToken cancellationToken)
    {
        var goods = await Find(notification.Fact.ReturnId, cancellationToken);
        await notifier.TellSeller(goods.OrderId, order => ReturnTexts.Arrived(goods, order), cancellationToken);
    }

    public async Task Handle(Happened<ReturnPartlyAccepted> notification, CancellationToken cancellationToken)
    {
        var goods = await Find(notification.Fact.ReturnId, cancellationToken);
        await notifier.TellBuyer(goods.OrderId, order => ReturnTexts.PartlyAccepted(goods, order), cancellationToken);
    }

    /// <summary>Who objected knows it.</summary>
    public async Task Handle(Happened<ReturnObjected> notification, CancellationToken cancellationToken)
    {
        var goods = await Find(notification.Fact.ReturnId, cancellationToken);
        if (notification.Fact.ByShop)
        {
            await notifier.TellBuyer(goods.OrderId, _ => ReturnTexts.Objected(goods, forBuyer: true), cancellationToken);
        }
        else
        {
            await notifier.TellSeller(goods.OrderId, _ => ReturnTexts.Objected(goods, forBuyer: false), cancellationToken);
        }
    }

    public Task Handle(Happened<ReturnOverdue> notification, CancellationToken cancellationToken) =>
        notifier.TellOperators(ReturnTexts.Overdue(notification.Fact.Number), cancellationToken);

    public async Task Handle(Happened<GoodsReturned> notification, CancellationToken cancellationToken)
    {
        var goods = await Find(notification.Fact.ReturnId, cancellationToken);
        await notifier.TellBuyer(goods.OrderId, _ => ReturnTexts.Received(goods, forBuyer: true), cancellationToken);
        await notifier.TellSeller(goods.OrderId, _ => ReturnTexts.Received(goods, forBuyer: false), cancellationToken);
    }

    public async Task Handle(Happened<ReturnClosed> notification, CancellationToken cancellationToken)
    {
        var goods = await Find(notification.Fact.ReturnId, cancellationToken);
        await notifier.TellBuyer(goods.OrderId, _ => ReturnTexts.Closed(goods, forBuyer: true, notification.Fact.ReasonCode), cancellationToken);
        await notifier.TellSeller(goods.OrderId, _ => ReturnTexts.Closed(goods, forBuyer: false, notification.Fact.ReasonCode), cancellationToken);
    }

    /// <summary>The return that has just moved is at hand.</summary>
    async Task<GoodsReturn> Find(GoodsReturnId id, CancellationToken cancellationToken) => await db.GoodsReturns.FindAsync([id], cancellationToken) ?? throw new NotFound();
}
