using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Komeji.Domain.Ordering;
using MediatR;

namespace Komeji.Application.Complaints;

/// <summary>The buyer's draft goes to the seller, and the order's money waits from now on.</summary>
/// <param name="Number">The order's.</param>
public sealed record SubmitComplaint(string Number) : ICommand<string>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, SettingsInForce settings, TimeProvider clock) : IRequestHandler<SubmitComplaint, string>
    {
        /// <returns>The complaint's number.</returns>
        public async Task<string> Handle(SubmitComplaint request, CancellationToken cancellationToken)
        {
            var buyer = user.Require();
            var order = await db.Orders.BoughtBy(buyer).Load(request.Number, cancellationToken);
            await db.TakeOrderTurn(order.Id, cancellationToken);
            var draft = await db.FindDraft(order.Id, cancellationToken) ?? throw new RuleBroken("complaint.illegal_move", "Komplain ini sudah dikirim atau dibuang. Muat ulang halaman.");
            await db.Submit(draft, order, Actor.Buyer(buyer.Value), settings, clock.GetUtcNow(), cancellationToken);
            return draft.Number;
        }
    }
}

static class Submitting
{
    /// <exception cref="RuleBroken"><c>complaint.open_already</c> and what the complaint refuses.</exception>
    public static async Task Submit(this IKomejiDb db, Complaint draft, Order order, Actor by, SettingsInForce settings, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await db.HasOpenComplaint(order.Id, cancellationToken))
        {
            throw new RuleBroken("complaint.open_already", "Pesanan ini sudah punya komplain yang berjalan. Tambahkan keterangan atau foto di sana; komplain berikutnya dapat diajukan setelah itu selesai.");
        }

        Complaint.RequireWindow(order);
        if (draft.Type != ComplaintType.NotReceived && order.State == OrderState.Shipped)
        {
            order.ArriveByComplaint(by, await settings.OrderTerms(cancellationToken), now);
        }

        var taken = await db.PiecesComplainedOf(order.Id, cancellationToken);
        draft.Submit(order, taken, by, await settings.ComplaintTerms(cancellationToken), now, await db.LinesClosedBefore(order.Id, cancellationToken));
    }
}
