using Komeji.Application.Accounts;
using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Application.Ordering.Staff;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Komeji.Domain.Notifications;
using Komeji.Domain.Ordering;
using Komeji.Domain.Stores;
using Komeji.Domain.Warranties;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.CallCentre;

/// <summary>What there is to see of a person.</summary>
public enum CasePart
{
    Orders,
    Payments,
    Refunds,
    Disputes,
    Complaints,
    Claims,
    Sales,
    SalesComplaints,
    SalesReturns,
    SalesClaims,
    Payouts,
    Tickets,
    Messages,
    Notices,
    Sessions,
    Consents,
}

/// <summary>One thing of a person's.</summary>
/// <param name="Key">What its own page is found by; empty where there is none.</param>
/// <param name="State">Null where it has none.</param>
public sealed record CaseRow(string What, string Note, DateTimeOffset At, string Key = "", Enum? State = null, Rupiah? Amount = null);

/// <summary>Where each part is found, the newest first.</summary>
public sealed class CaseParts(IKomejiDb db, TimeProvider clock)
{
    public const int PageSize = 30;
    public const int Few = 5;

    public Task<PageOf<CaseRow>> Read(User user, CasePart part, int page, int size, CancellationToken cancellationToken)
    {
        var person = new UserId(user.Id);
        return part switch
        {
            CasePart.Orders => Orders(db.Orders.Where(o => o.BuyerId == person), o => o.StoreName, page, size, cancellationToken),
            CasePart.Sales => Orders(db.Orders.Where(o => db.Stores.Any(s => s.Id == o.StoreId && s.OwnerId == person)), o => $"untuk {o.Recipient}", page, size, cancellationToken),
            CasePart.Payments => Payments(person, page, size, cancellationToken),
            CasePart.Refunds => Refunds(person, page, size, cancellationToken),
            CasePart.Disputes => Disputes(person, page, size, cancellationToken),
            CasePart.Complaints => Complaints(db.Complaints.Where(c => c.BuyerId == person), page, size, cancellationToken),
            CasePart.Claims => Claims(db.WarrantyClaims.Where(c => c.BuyerId == person), page, size, cancellationToken),
            CasePart.SalesComplaints => Complaints(db.Complaints.Where(c => db.Stores.Any(s => s.Id == c.StoreId && s.OwnerId == person)), page, size, cancellationToken),
            CasePart.SalesReturns => Returns(person, page, size, cancellationToken),
            CasePart.SalesClaims => Claims(db.WarrantyClaims.Where(c => db.Stores.Any(s => s.Id == c.StoreId && s.OwnerId == person)), page, size, cancellationToken),
            CasePart.Payouts => Payouts(person, page, size, cancellationToken),
            CasePart.Tickets => Tickets(person, page, size, cancellationToken),
            CasePart.Messages => Messages(user, page, size, cancellationToken),
            CasePart.Notices => Notices(person, page, size, cancellationToken),
            CasePart.Sessions => Sessions(user, page, size, cancellationToken),
            CasePart.Consents => Consents(user.Id, page, size, cancellationToken),
            _ => throw new ArgumentOutOfRangeException(nameof(part), part, null),
        };
    }

    /// <summary>Her shop, the oldest where there were several.</summary>
    public Task<Store?> ShopOf(UserId person, CancellationToken cancellationToken) =>
        db.Stores.AsNoTracking().Where(s => s.OwnerId == person).OrderBy(s => s.OpenedAt).FirstOrDefaultAsync(cancellationToken);

    static async Task<PageOf<CaseRow>> Orders(IQueryable<Order> orders, Func<OrderRow, string> note, int page, int size, CancellationToken cancellationToken) =>
        (await orders.AsNoTracking().OrderByDescending(o => o.PlacedAt).ThenByDescending(o => o.Id)
            .Select(o => new OrderRow(
                o.Number, o.StoreName, o.Destination.Recipient,
                o.State, o.PlacedAt, (long)o.Goods + (long)o.Shipping.Fee - (long)o.CooperativeDiscount, o.Appointment != null, o.Appointment == null ? null : o.Appointment.StartedAt))
            .ToPage(page, size, cancellationToken))
        .As(o => new CaseRow(o.Number, note(o), o.PlacedAt, o.Number, o.Shown, new Rupiah(o.Total)));

    async Task<PageOf<CaseRow>> Payments(UserId person, int page, int size, CancellationToken cancellationToken) =>
        (await (from payment in db.Payments
                join purchase in db.Purchases on payment.PurchaseId equals purchase.Id
                where purchase.BuyerId == person
                orderby payment.CreatedAt descending, payment.Id descending
                select new { purchase.Number, payment.Method, payment.State, payment.Amount, payment.CreatedAt }).ToPage(page, size, cancellationToken))
        .As(p => new CaseRow(p.Number, p.Method, p.CreatedAt, "", p.State, p.Amount));

    async Task<PageOf<CaseRow>> Refunds(UserId person, int page, int size, CancellationToken cancellationToken) =>
        (await (from refund in db.Refunds
                join purchase in db.Purchases on refund.PurchaseId equals purchase.Id
                where purchase.BuyerId == person
                orderby refund.RequestedAt descending, refund.Id descending
                select new
                {
                    Purchase = purchase.Number,
                    Order = db.Orders.Where(o => o.Id == refund.OrderId).Select(o => o.Number).FirstOrDefault(),
                    refund.State,
                    refund.Amount,
                    refund.RequestedAt,
                }).ToPage(page, size, cancellationToken))
        .As(r => new CaseRow(r.Order ?? r.Purchase, r.Order is null ? "Seluruh belanja" : r.Purchase, r.RequestedAt, r.Order ?? "", r.State, r.Amount));

    async Task<PageOf<CaseRow>> Disputes(UserId person, int page, int size, CancellationToken cancellationToken) =>
        (await (from dispute in db.Disputes
                join purchase in db.Purchases on dispute.PurchaseId equals purchase.Id
                where purchase.BuyerId == person || db.Orders.Any(o => o.PurchaseId == purchase.Id && db.Stores.Any(s => s.Id == o.StoreId && s.OwnerId == person))
                orderby dispute.OpenedAt descending, dispute.Id descending
                select new { purchase.Number, dispute.Reason, dispute.State, dispute.Amount, dispute.OpenedAt }).ToPage(page, size, cancellationToken))
        .As(d => new CaseRow(d.Number, d.Reason, d.OpenedAt, "", d.State, d.Amount));

    static async Task<PageOf<CaseRow>> Complaints(IQueryable<Complaint> complaints, int page, int size, CancellationToken cancellationToken) =>
        (await complaints.AsNoTracking().Where(c => c.SubmittedAt != null).OrderByDescending(c => c.SubmittedAt).ThenByDescending(c => c.Id)
            .Select(c => new { c.Number, c.OrderNumber, c.StoreName, c.State, At = c.SubmittedAt!.Value }).ToPage(page, size, cancellationToken))
        .As(c => new CaseRow(c.Number, $"{c.OrderNumber}, {c.StoreName}", c.At, c.Number, c.State));

    /// <summary>Of warranties.</summary>
    async Task<PageOf<CaseRow>> Claims(IQueryable<WarrantyClaim> claims, int page, int size, CancellationToken cancellationToken) =>
        (await claims.AsNoTracking().Where(c => c.SubmittedAt != null).OrderByDescending(c => c.BegunAt).ThenByDescending(c => c.Id)
            .Select(c => new { c.Number, Order = db.Orders.Where(o => o.Id == c.OrderId).Select(o => o.Number).First(), c.State, c.BegunAt }).ToPage(page, size, cancellationToken))
        .As(c => new CaseRow(c.Number, c.Order, c.BegunAt, c.Number, c.State));

    /// <summary>Goods on their way back to her shop.</summary>
    async Task<PageOf<CaseRow>> Returns(UserId person, int page, int size, CancellationToken cancellationToken) =>
        (await db.GoodsReturns.AsNoTracking().Where(r => db.Stores.Any(s => s.Id == r.StoreId && s.OwnerId == person)).OrderByDescending(r => r.OpenedAt).ThenByDescending(r => r.Id)
            .Select(r => new { r.Number, r.CauseNumber, r.State, r.OpenedAt }).ToPage(page, size, cancellationToken))
        .As(r => new CaseRow(r.Number, r.CauseNumber, r.OpenedAt, r.Number, r.State));

    async Task<PageOf<CaseRow>> Payouts(UserId person, int page, int size, CancellationToken cancellationToken) =>
        (await db.Payouts.AsNoTracking().Where(p => db.Stores.Any(s => s.Id == p.StoreId && s.OwnerId == person))
            .OrderByDescending(p => p.RequestedAt).ThenByDescending(p => p.Id)
            .Select(p => new { p.Number, p.Bank, p.Account, p.State, p.Amount, p.RequestedAt }).ToPage(page, size, cancellationToken))
        .As(p => new CaseRow(p.Number, $"{p.Bank} {p.Account}", p.RequestedAt, "", p.State, p.Amount));

    async Task<PageOf<CaseRow>> Tickets(UserId person, int page, int size, CancellationToken cancellationToken) =>
        (await db.Tickets.AsNoTracking().Where(t => t.PersonId == person).OrderByDescending(t => t.OpenedAt).ThenByDescending(t => t.Id)
            .Select(t => new { t.Number, t.Subject, t.State, t.OpenedAt }).ToPage(page, size, cancellationToken))
        .As(t => new CaseRow(t.Number, t.Subject, t.OpenedAt, t.Number, t.State));

    /// <summary>What went out to where the person is reached now; codes are hidden.</summary>
    async Task<PageOf<CaseRow>> Messages(User user, int page, int size, CancellationToken cancellationToken)
    {
        var contacts = new[] { user.Email, user.PhoneNumber }.OfType<string>().ToList();
        return (await db.Messages.AsNoTracking().Where(m => contacts.Contains(m.To)).OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id)
                .Select(m => new { m.Subject, m.Channel, m.State, m.Tries, m.CreatedAt }).ToPage(page, size, cancellationToken))
            .As(m => new CaseRow(
                Secrets.Hide(m.Subject), $"{(m.Channel == MessageChannel.Email ? "Surel" : "Telepon")}{(m.Tries > 1 ? $", {m.Tries} kali dicoba" : "")}", m.CreatedAt, "", m.State));
    }

    async Task<PageOf<CaseRow>> Notices(UserId person, int page, int size, CancellationToken cancellationToken) =>
        (await db.Notifications.AsNoTracking().Where(n => n.UserId == person).OrderByDescending(n => n.At).ThenByDescending(n => n.Id)
            .Select(n => new { n.Title, n.ReadAt, n.At }).ToPage(page, size, cancellationToken))
        .As(n => new CaseRow(Secrets.Hide(n.Title), n.ReadAt is null ? "Belum dibuka" : "Sudah dibuka", n.At));

    async Task<PageOf<CaseRow>> Sessions(User user, int page, int size, CancellationToken cancellationToken) =>
        (await db.Sessions.AsNoTracking().Of(user, clock.GetUtcNow()).OrderByDescending(s => s.SeenAt).ThenBy(s => s.KeyHash)
            .Select(s => new { s.UserAgent, s.SecondFactor, s.SeenAt }).ToPage(page, size, cancellationToken))
        .As(s => new CaseRow(DeviceWords.Of(s.UserAgent), s.SecondFactor ? "Dengan kode kedua" : "Dengan kata sandi", s.SeenAt));

    async Task<PageOf<CaseRow>> Consents(Guid person, int page, int size, CancellationToken cancellationToken) =>
        (await db.Consents.AsNoTracking().Where(c => c.UserId == person).OrderByDescending(c => c.Id)
            .Select(c => new { c.Purpose, c.Version, c.Given, c.Channel, c.At }).ToPage(page, size, cancellationToken))
        .As(c => new CaseRow(c.Purpose == Domain.Accounts.Consent.Terms ? "Ketentuan" : "Kabar promosi", $"{(c.Given ? "Disetujui" : "Ditarik")}, versi {c.Version}, lewat {c.Channel}", c.At));
}

static class PagesAs
{
    /// <summary>The same page in other words.</summary>
    public static PageOf<TTo> As<TFrom, TTo>(this PageOf<TFrom> page, Func<TFrom, TTo> row) => new([.. page.Rows.Select(row)], page.Number, page.Size, page.Total);
}
