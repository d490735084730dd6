using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Domain.Common;
using Komeji.Domain.Warranties;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.CallCentre;

/// <summary>Everything about one order for who serves a caller: number and address of the recipient are masked, the pick-up code is not shown.</summary>
/// <exception cref="NotFound">No such order, or not of the call centre.</exception>
public sealed record ShowCaseOrder(string Number, int NotesPage = 1) : IQuery<CaseOrder>
{
    const int Notes = 10;

    internal sealed class Handler(IKomejiDb db, CallCentreDesk desk) : IRequestHandler<ShowCaseOrder, CaseOrder>
    {
        public async Task<CaseOrder> Handle(ShowCaseOrder request, CancellationToken cancellationToken)
        {
            desk.Officer();
            var page = await OrderPage.Read(db, db.Orders, request.Number, cancellationToken);
            var sides = await (from order in db.Orders
                               join store in db.Stores on order.StoreId equals store.Id
                               where order.Number == request.Number
                               select new { order.Id, order.PurchaseId, order.BuyerId, store.OwnerId }).SingleAsync(cancellationToken);
            return new CaseOrder(
                Mask(page), sides.BuyerId, sides.OwnerId,
                await Payments(sides.PurchaseId, cancellationToken), await Disputes(sides.PurchaseId, cancellationToken), await Tickets(sides.Id, cancellationToken),
                await db.NotesOn(sides.Id.Value, request.NotesPage, Notes, cancellationToken))
            {
                Claims = await Claims(sides.Id, cancellationToken),
            };
        }

        static OrderPage Mask(OrderPage page) => page with
        {
            Destination = page.Destination with { Phone = Masked.Contact(page.Destination.Phone), Street = Masked.Hidden, Landmark = "" },
            Shop = page.Shop with { Phone = Masked.Contact(page.Shop.Phone), Street = Masked.Hidden },
            PickupCode = null,
        };

        async Task<IReadOnlyList<CaseRow>> Payments(PurchaseId purchase, CancellationToken cancellationToken) =>
        [
            .. (await db.Payments.AsNoTracking().Where(p => p.PurchaseId == purchase).OrderByDescending(p => p.CreatedAt).ThenByDescending(p => p.Id)
                .Select(p => new { p.Method, p.State, p.Amount, p.CreatedAt, p.PaidAt }).ToListAsync(cancellationToken))
            .Select(p => new CaseRow(p.Method.Length > 0 ? p.Method : "Belum dibayar", "", p.PaidAt ?? p.CreatedAt, "", p.State, p.Amount)),
        ];

        async Task<IReadOnlyList<CaseRow>> Disputes(PurchaseId purchase, CancellationToken cancellationToken) =>
        [
            .. (await db.Disputes.AsNoTracking().Where(d => d.PurchaseId == purchase).OrderByDescending(d => d.OpenedAt)
                .Select(d => new { d.Reason, d.State, d.Amount, d.OpenedAt }).ToListAsync(cancellationToken))
            .Select(d => new CaseRow(d.Reason, "", d.OpenedAt, "", d.State, d.Amount)),
        ];

        async Task<IReadOnlyList<CaseClaim>> Claims(OrderId order, CancellationToken cancellationToken) =>
            await db.WarrantyClaims.AsNoTracking().Where(c => c.OrderId == order && c.SubmittedAt != null).OrderByDescending(c => c.SubmittedAt).ThenByDescending(c => c.Id)
                .Select(c => new CaseClaim(c.Number, c.State, c.DueAt, c.State == ClaimState.AwaitingGoods && c.SentAt != null)).ToListAsync(cancellationToken);

        async Task<IReadOnlyList<CaseRow>> Tickets(OrderId order, CancellationToken cancellationToken) =>
        [
            .. (await db.Tickets.AsNoTracking().Where(t => t.OrderId == order).OrderByDescending(t => t.OpenedAt).Take(CaseParts.PageSize)
                .Select(t => new { t.Number, t.Subject, t.State, t.OpenedAt }).ToListAsync(cancellationToken))
            .Select(t => new CaseRow(t.Number, t.Subject, t.OpenedAt, t.Number, t.State)),
        ];
    }
}

public sealed record CaseOrder(
    OrderPage Order, UserId Buyer, UserId Owner, IReadOnlyList<CaseRow> Payments, IReadOnlyList<CaseRow> Disputes, IReadOnlyList<CaseRow> Tickets, PageOf<CaseNoteRow> Notes)
{
    /// <summary>Of warranties, the newest first.</summary>
    public required IReadOnlyList<CaseClaim> Claims { get; init; }
}

/// <param name="DueAt">When something happens by itself; null where nothing does.</param>
/// <param name="IsOnItsWay">The goods have left the buyer.</param>
public sealed record CaseClaim(string Number, ClaimState State, DateTimeOffset? DueAt, bool IsOnItsWay);
