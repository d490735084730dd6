using Komeji.Application.Common;
using Komeji.Domain.Ordering;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Complaints;

/// <summary>Everything went back in the moment somebody complained, which is refused afterwards: nothing is left to decide.</summary>
public sealed class WhenOrderRefunded(IKomejiDb db, TimeProvider clock) : IReaction<OrderRefunded>
{
    public async Task Handle(Happened<OrderRefunded> happened, CancellationToken cancellationToken)
    {
        if (await db.Complaints.Open().SingleOrDefaultAsync(c => c.OrderId == happened.Fact.OrderId, cancellationToken) is { } open)
        {
            open.EndWithOrder(clock.GetUtcNow());
        }
    }
}
