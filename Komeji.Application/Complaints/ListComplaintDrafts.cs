using Komeji.Application.Common;
using Komeji.Domain.Complaints;
using Komeji.Domain.Ordering;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Complaints;

/// <summary>What a buyer began to write and can still send, so that she finds it again.</summary>
public sealed record ListComplaintDrafts : IQuery<IReadOnlyList<ComplaintDraftRow>>
{
    const int Most = 20;

    internal sealed class Handler(IKomejiDb db, ICurrentUser user) : IRequestHandler<ListComplaintDrafts, IReadOnlyList<ComplaintDraftRow>>
    {
        public async Task<IReadOnlyList<ComplaintDraftRow>> Handle(ListComplaintDrafts request, CancellationToken cancellationToken)
        {
            var buyer = user.Require();
            return await (from complaint in db.Complaints
                          join order in db.Orders on complaint.OrderId equals order.Id
                          where complaint.BuyerId == buyer && complaint.State == ComplaintState.Draft && (order.State == OrderState.Shipped || order.State == OrderState.Delivered)
                          orderby complaint.BegunAt descending
                          select new ComplaintDraftRow(complaint.OrderNumber, complaint.StoreName, complaint.BegunAt)).Take(Most).ToListAsync(cancellationToken);
        }
    }
}

public sealed record ComplaintDraftRow(string OrderNumber, string StoreName, DateTimeOffset BegunAt);
