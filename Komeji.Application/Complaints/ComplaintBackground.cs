using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Complaints;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Complaints;

/// <summary>What officers read beside a complaint: who of them did what, what its two sides had before, and where more is known.</summary>
/// <param name="Officers">By account, those who had a hand in it.</param>
/// <param name="OfBuyer">Complaints the buyer submitted before this one.</param>
/// <param name="OfShop">Complaints of the shop that were submitted before this one.</param>
/// <param name="Tickets">Of its order, the newest first.</param>
public sealed record ComplaintBackground(IReadOnlyDictionary<Guid, string> Officers, int OfBuyer, int OfShop, bool HasDeliveryProof, IReadOnlyList<string> Tickets)
{
    const int MostTickets = 10;

    /// <summary>Who of the staff did it; empty where it was none of them.</summary>
    public string OfficerOf(ComplaintEntry entry) => entry.By is { } person ? Officers.GetValueOrDefault(person, "") : "";

    internal static async Task<ComplaintBackground> Read(IKomejiDb db, ComplaintPage page, CancellationToken cancellationToken)
    {
        var complaint = await db.Complaints.AsNoTracking().SingleAsync(c => c.Number == page.Number, cancellationToken);
        var before = db.Complaints.Where(c => c.SubmittedAt < complaint.SubmittedAt);
        var officers = page.Thread.Where(e => e.Role is Roles.Operator or Roles.CallCentre).Select(e => e.By).OfType<Guid>().Distinct().ToList();
        return new ComplaintBackground(
            await db.Users.Where(u => officers.Contains(u.Id)).ToDictionaryAsync(u => u.Id, u => u.FullName, cancellationToken),
            await before.CountAsync(c => c.BuyerId == complaint.BuyerId, cancellationToken),
            await before.CountAsync(c => c.StoreId == complaint.StoreId, cancellationToken),
            await db.Orders.AnyAsync(o => o.Id == complaint.OrderId && o.DeliveryProof != null, cancellationToken),
            await db.Tickets.Where(t => t.OrderId == complaint.OrderId).OrderByDescending(t => t.OpenedAt).Select(t => t.Number).Take(MostTickets).ToListAsync(cancellationToken));
    }
}
