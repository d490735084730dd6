using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Returns;

namespace Komeji.Application.Complaints;

/// <summary>A complaint follows the goods that its outcome sends back or anew.</summary>
public sealed class WhenGoodsMove(IKomejiDb db, ComplaintReturns complaints)
    : IReaction<ReturnSent>, IReaction<GoodsReturned>, IReaction<ReturnClosed>, IReaction<ReplacementSent>, IReaction<ReplacementDelivered>, IReaction<ReplacementFailed>
{
    public async Task Handle(Happened<ReturnSent> happened, CancellationToken cancellationToken)
    {
        var goods = await db.GoodsReturns.FindAsync([happened.Fact.ReturnId], cancellationToken) ?? throw new NotFound();
        await complaints.Sent(goods.Cause, goods.CauseId, cancellationToken);
    }

    public Task Handle(Happened<GoodsReturned> happened, CancellationToken cancellationToken) => complaints.Counted(happened.Fact, cancellationToken);

    public Task Handle(Happened<ReturnClosed> happened, CancellationToken cancellationToken) =>
        complaints.NeverCame(happened.Fact.Cause, happened.Fact.CauseId, cancellationToken);

    public async Task Handle(Happened<ReplacementSent> happened, CancellationToken cancellationToken)
    {
        var sent = await db.Replacements.FindAsync([happened.Fact.ReplacementId], cancellationToken) ?? throw new NotFound();
        await complaints.Left(sent.Cause, sent.CauseId, cancellationToken);
    }

    public Task Handle(Happened<ReplacementDelivered> happened, CancellationToken cancellationToken) =>
        complaints.Arrived(happened.Fact.Cause, happened.Fact.CauseId, cancellationToken);

    public Task Handle(Happened<ReplacementFailed> happened, CancellationToken cancellationToken) =>
        complaints.NotSent(happened.Fact.Cause, happened.Fact.CauseId, cancellationToken);
}
