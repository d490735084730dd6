using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using MediatR;

namespace Komeji.Application.Complaints;

/// <summary>The call centre files a complaint for a buyer who called; it says so, and from then on it is hers.</summary>
/// <param name="Number">The order's.</param>
/// <param name="Note">How the buyer reached the cooperative and proved who she is; both sides read it.</param>
public sealed record FileComplaintFor(string Number, ComplaintFacts Facts, string Note) : ICommand<string>, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ComplaintDesk desk, ICodes codes, SettingsInForce settings, TimeProvider clock) : IRequestHandler<FileComplaintFor, string>
    {
        /// <returns>The complaint's number.</returns>
        public async Task<string> Handle(FileComplaintFor request, CancellationToken cancellationToken)
        {
            var (now, officer) = (clock.GetUtcNow(), desk.Officer());
            var order = await db.Orders.Load(request.Number, cancellationToken);
            await desk.RequireNotOwn(order.BuyerId, order.StoreId, cancellationToken);
            await db.TakeOrderTurn(order.Id, cancellationToken);
            var complaint = Complaint.Begin(order, await db.FreeComplaintNumber(codes, now, cancellationToken), now);
            db.Complaints.Add(complaint);
            complaint.Write(request.Facts);
            var by = officer with { OnBehalfOf = order.BuyerId.Value };
            await db.Submit(complaint, order, by, settings, now, cancellationToken);
            complaint.Post(request.Note, by, now);
            return complaint.Number;
        }
    }
}
