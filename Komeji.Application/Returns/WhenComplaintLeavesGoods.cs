using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Komeji.Domain.Returns;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Returns;

/// <summary>
/// A complaint went on, or ended, without the goods it waited for: what has not left the buyer stays with her, and what has not left the
/// shop is not sent. What is on its way goes on.
/// </summary>
sealed class WhenComplaintLeavesGoods(IKomejiDb db, TimeProvider clock) : IReaction<ComplaintMoved>
{
    public async Task Handle(Happened<ComplaintMoved> notification, CancellationToken cancellationToken)
    {
        var (fact, now) = (notification.Fact, clock.GetUtcNow());
        if (fact.From == ComplaintState.AwaitingReturn && fact.To != ComplaintState.Executing)
        {
            foreach (var goods in await db.GoodsReturns.Where(r => r.OrderId == fact.OrderId && r.Cause == ReturnCause.Complaint && r.EndedAt == null).ToListAsync(cancellationToken))
            {
                goods.CallOff(fact.To == ComplaintState.ClosedNoReply ? "not_sent_in_time" : "cause_ended", now);
            }
        }

        if (fact.From == ComplaintState.Executing)
        {
            foreach (var goods in (await db.Replacements.Include(r => r.Lines).Where(r => r.OrderId == fact.OrderId && r.Cause == ReturnCause.Complaint && r.EndedAt == null).ToListAsync(cancellationToken))
                .Where(r => r.State == ReplacementState.AwaitingShipment))
            {
                goods.GiveUp(Actor.System, "Komplainnya berlanjut dengan cara lain", now);
            }
        }
    }
}
