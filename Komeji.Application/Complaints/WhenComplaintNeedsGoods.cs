using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Complaints;

/// <summary>A complaint ended so that goods go back or are sent: their return or replacement begins, told by the complaint itself.</summary>
public sealed class WhenComplaintNeedsGoods(IKomejiDb db) : IReaction<ComplaintAwaitsReturn>, IReaction<ComplaintSendsGoods>
{
    public async Task Handle(Happened<ComplaintAwaitsReturn> happened, CancellationToken cancellationToken)
    {
        var order = await db.Orders.Include(o => o.Lines).SingleAsync(o => o.Id == happened.Fact.OrderId, cancellationToken);
        (await Find(happened.Fact.ComplaintId, cancellationToken)).BeginReturn(order);
    }

    public async Task Handle(Happened<ComplaintSendsGoods> happened, CancellationToken cancellationToken) =>
        (await Find(happened.Fact.ComplaintId, cancellationToken)).BeginSending();

    /// <summary>The complaint that has just moved is at hand.</summary>
    async Task<Complaint> Find(ComplaintId id, CancellationToken cancellationToken) => await db.Complaints.FindAsync([id], cancellationToken) ?? throw new NotFound();
}
