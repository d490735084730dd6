using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Application.Settings;
using Komeji.Domain.CallCentre;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using MediatR;

namespace Komeji.Application.Complaints;

/// <summary>The call centre files a complaint for a buyer who called; it says so, and from then on it is hers.</summary>
/// <param name="Number">The order's.</param>
/// <param name="Channel">How the buyer reached the cooperative; both sides read it.</param>
/// <param name="Note">How she proved who she is, and her number or address: a note on the order that only staff read.</param>
public sealed record FileComplaintFor(string Number, ComplaintFacts Facts, TicketChannel Channel, string Note) : ICommand<string>, INeedsProof
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
            complaint.Post($"Komplain ini diajukan petugas Komeji atas nama pembeli, yang menghubungi {Way(request.Channel)}.", by, now);
            db.CaseNotes.Add(CaseNote.Write(CaseSubject.Order, order.Id.Value, order.BuyerId, request.Note, officer, now));
            return complaint.Number;
        }

        static string Way(TicketChannel channel) => channel switch
        {
            TicketChannel.Phone => "lewat telepon",
            TicketChannel.WhatsApp => "lewat WhatsApp",
            TicketChannel.Email => "lewat surel",
            TicketChannel.InPerson => "dengan datang sendiri",
            _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, null),
        };
    }
}
