using System.Globalization;
using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Komeji.Domain.Ordering;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Complaints;

/// <summary>The buyer writes a complaint of an order of hers; it is kept as a draft until it is submitted, so nothing is lost when the page is left.</summary>
/// <param name="Number">The order's.</param>
public sealed record WriteComplaint(string Number, ComplaintFacts Facts) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, ICodes codes, TimeProvider clock) : IRequestHandler<WriteComplaint>
    {
        public async Task<Unit> Handle(WriteComplaint request, CancellationToken cancellationToken)
        {
            var order = await db.Orders.BoughtBy(user.Require()).Load(request.Number, cancellationToken);
            (await db.DraftOf(order, codes, clock.GetUtcNow(), cancellationToken)).Write(request.Facts);
            return Unit.Value;
        }
    }
}

static class ComplaintDrafts
{
    /// <summary>The draft there is, or a new one.</summary>
    public static async Task<Complaint> DraftOf(this IKomejiDb db, Order order, ICodes codes, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.TakeOrderTurn(order.Id, cancellationToken);
        var draft = await db.FindDraft(order.Id, cancellationToken);
        if (draft is null)
        {
            draft = Complaint.Begin(order, await db.FreeComplaintNumber(codes, now, cancellationToken), now);
            db.Complaints.Add(draft);
        }

        return draft;
    }

    public static Task<Complaint?> FindDraft(this IKomejiDb db, OrderId order, CancellationToken cancellationToken) =>
        db.Complaints.Include(c => c.Items).Include(c => c.Pictures).SingleOrDefaultAsync(c => c.OrderId == order && c.State == ComplaintState.Draft, cancellationToken);

    /// <summary>Complaints of one order take turns.</summary>
    public static Task TakeOrderTurn(this IKomejiDb db, OrderId order, CancellationToken cancellationToken) =>
        db.TakeTurn($"complaints of {order.Value}", cancellationToken);

    public static async Task<string> FreeComplaintNumber(this IKomejiDb db, ICodes codes, DateTimeOffset now, CancellationToken cancellationToken)
    {
        while (true)
        {
            var number = string.Create(CultureInfo.InvariantCulture, $"KPL-{Wib.DayOf(now):yyyyMMdd}-{codes.SixCharacters()}");
            if (!await db.Complaints.AnyAsync(c => c.Number == number, cancellationToken))
            {
                return number;
            }
        }
    }

    /// <summary>
    /// Pieces of each line that complaints of the order are or were about. What was given up counts no more, nor what was closed for the first
    /// time because nobody answered: that may be opened once more.
    /// </summary>
    public static async Task<IReadOnlyDictionary<OrderLineId, int>> PiecesComplainedOf(this IKomejiDb db, OrderId order, CancellationToken cancellationToken)
    {
        var pieces = await db.Complaints.Where(c => c.OrderId == order && c.SubmittedAt != null && c.State != ComplaintState.Cancelled && (c.State != ComplaintState.ClosedNoReply || c.IsSecondTry))
            .SelectMany(c => c.Items).Select(i => new { i.OrderLineId, i.Quantity }).ToListAsync(cancellationToken);
        return pieces.GroupBy(p => p.OrderLineId).ToDictionary(g => g.Key, g => g.Sum(p => p.Quantity));
    }

    /// <summary>Lines of which a complaint was closed because nobody answered.</summary>
    public static Task<List<OrderLineId>> LinesClosedBefore(this IKomejiDb db, OrderId order, CancellationToken cancellationToken) =>
        db.Complaints.Where(c => c.OrderId == order && c.State == ComplaintState.ClosedNoReply).SelectMany(c => c.Items).Select(i => i.OrderLineId).Distinct().ToListAsync(cancellationToken);
}
