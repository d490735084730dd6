using Komeji.Application.Common;
using Komeji.Application.Ordering.Services;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Domain.Promotions;
using Komeji.Domain.Shipping;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering;

/// <summary>Everything a page tells about one order, to its buyer, its shop or the cooperative's staff.</summary>
public sealed record OrderPage
{
    public required string Number { get; init; }
    public required OrderState State { get; init; }
    public required OrderTimes Times { get; init; }
    public required OrderAmounts Amounts { get; init; }
    public required OrderWay Way { get; init; }

    /// <summary>How it stands with the voucher of its purchase; null where it took nothing off this order.</summary>
    public VoucherUseState? VoucherUse { get; init; }
    public required OrderDestination Destination { get; init; }
    public required OrderShop Shop { get; init; }

    /// <summary>The community point it is collected at; null for other ways.</summary>
    public required OrderPoint? Point { get; init; }
    public required OrderPurchase Purchase { get; init; }

    /// <summary>How it stands with the cash the buyer pays the shop; null where she paid here.</summary>
    public OrderCash? Cash { get; init; }
    public required string BuyerName { get; init; }
    public required string BuyerNote { get; init; }

    /// <summary>Why the buyer wants to cancel, while the shop has not answered; null otherwise.</summary>
    public required string? CancellationAsked { get; init; }
    public required bool CheckingExtended { get; init; }

    /// <summary>Its money is frozen, because of a complaint or because the buyer's bank disputes the payment: nobody can go on with it and its clocks stand still.</summary>
    public required bool IsFrozen { get; init; }

    /// <summary>The complaint that is open, or the last there was; null where the buyer never complained.</summary>
    public required OrderComplaint? Complaint { get; init; }

    /// <summary>The buyer has begun to write a complaint and not sent it: nothing waits for it.</summary>
    public bool HasComplaintDraft { get; init; }

    /// <summary>It was completed, and what it brought the shop is held because of a dispute.</summary>
    public required bool IsHeld { get; init; }
    /// <summary>The shop proved the delivery with a photo; <see cref="OpenDeliveryProof"/> opens it.</summary>
    public required bool HasDeliveryProof { get; init; }

    /// <summary>When and where a service is done; null for goods.</summary>
    public required OrderAppointment? Appointment { get; init; }
    public required string? PickupCode { get; init; }
    public required bool PickupLocked { get; init; }

    public bool IsService => Appointment is not null;

    /// <summary>The state in the words of a page.</summary>
    public Enum Shown => ServiceStages.Shown(State, IsService, Appointment?.StartedAt is not null);

    /// <summary>What happens by itself next, and when; reminders decide nothing and are left out.</summary>
    public required NextClock? Deadline { get; init; }
    public required IReadOnlyList<OrderPageLine> Lines { get; init; }
    public required IReadOnlyList<OrderParcel> Parcels { get; init; }
    public required IReadOnlyList<OrderRefund> Refunds { get; init; }

    /// <summary>What comes back, and what is sent again.</summary>
    public OrderReturns Returned { get; init; } = OrderReturns.None;

    /// <summary>A part of it, or the rest, may go back by decision.</summary>
    public required bool MayBeRefunded { get; init; }
    public required IReadOnlyList<OrderStep> Steps { get; init; }

    /// <summary>Something in it was sold with a warranty.</summary>
    public bool HasWarranty { get; init; }

    /// <param name="orders">Those the reader may see.</param>
    /// <exception cref="NotFound">It is not among them.</exception>
    internal static async Task<OrderPage> Read(IKomejiDb db, IQueryable<Order> orders, string number, CancellationToken cancellationToken)
    {
        var order = await orders.AsNoTracking().Load(number, cancellationToken);
        return new OrderPage
        {
            Number = order.Number,
            State = order.State,
            Times = new OrderTimes(order.PlacedAt, order.PaidAt, order.AcceptedAt, order.PromisedBy, order.ShippedAt, order.DeliveredAt, order.EndedAt, order.NotArrivedAt),
            Amounts = new OrderAmounts(order.Goods, order.Shipping.Fee, order.Total, order.CancelledGoods, order.State is not (OrderState.Cancelled or OrderState.Refunded) && order.Left < order.Held) { ShopDiscount = Rupiah.Sum(order.Lines.Select(l => l.SellerDiscount)), CooperativeDiscount = order.CooperativeDiscount, VoucherCode = order.VoucherCode },
            VoucherUse = order.VoucherId is null ? null : await db.VoucherUses.Where(u => u.PurchaseId == order.PurchaseId).Select(u => (VoucherUseState?)u.State).SingleOrDefaultAsync(cancellationToken),
            Way = new OrderWay(order.Shipping.Kind, order.Shipping.Service, order.Shipping.EtaMinDays, order.Shipping.EtaMaxDays),
            Destination = new OrderDestination(order.Destination.Recipient, order.Destination.Phone, order.Destination.Street, order.Destination.Region, order.Destination.PostalCode, order.Destination.Landmark),
            Shop = await ShopOf(db, order, cancellationToken),
            Point = await PointOf(db, order, cancellationToken),
            Purchase = await PurchaseOf(db, order, cancellationToken),
            Cash = order.PaysInCash ? new OrderCash(order.Total, order.CashTakenAt, order.CashConfirmedAt, order.CashBackAt) : null,
            BuyerName = await db.Users.Where(u => u.Id == order.BuyerId.Value).Select(u => u.FullName).SingleOrDefaultAsync(cancellationToken) ?? "",
            BuyerNote = order.BuyerNote,
            CancellationAsked = order.CancellationAskedAt is not null && order.State == OrderState.Processing ? order.CancellationReason : null,
            CheckingExtended = order.CheckingExtended,
            IsFrozen = await db.EscrowShares.AnyAsync(s => s.OrderId == order.Id && s.State == EscrowState.Frozen, cancellationToken),
            Complaint = await db.Complaints.Where(c => c.OrderId == order.Id && c.SubmittedAt != null).OrderByDescending(c => c.SubmittedAt)
                .Select(c => new OrderComplaint(c.Number, c.State)).FirstOrDefaultAsync(cancellationToken),
            HasComplaintDraft = await db.Complaints.AnyAsync(c => c.OrderId == order.Id && c.State == ComplaintState.Draft, cancellationToken),
            IsHeld = await db.Disputes.SelectMany(d => d.Claims).AnyAsync(c => c.OrderId == order.Id && c.State == DisputeClaimState.Held, cancellationToken),
            HasDeliveryProof = order.DeliveryProof is not null,
            Appointment = OrderAppointment.Of(order.Appointment),
            PickupCode = order.PickupCode,
            PickupLocked = order.PickupFailures >= Order.PickupTries,
            Deadline = order.Timers.Where(t => t.IsRunning && t.Action != OrderTimerAction.RemindPickup && t.Action != OrderTimerAction.RemindAppointment)
                .OrderBy(t => t.DueAt).Select(t => new NextClock(t.Action, t.DueAt)).FirstOrDefault(),
            Lines = [.. order.Lines.OrderBy(l => l.Id.Value).Select(l => new OrderPageLine(l.Id, l.ProductSlug, l.ProductName, l.VariantName, l.PictureKey, l.UnitPrice, l.Quantity, l.UnitPrice * l.Quantity, l.Shipped, l.Cancelled))],
            Parcels = await ParcelsOf(db, order, cancellationToken),
            Refunds = await OrderRefunds.Read(db, order, cancellationToken),
            HasWarranty = order.Lines.Any(l => l.WarrantyMonths > 0),
            Returned = await OrderReturns.Read(db, order.Id, cancellationToken),
            MayBeRefunded = order.MayBeRefunded && order.Left.IsPositive,
            Steps = await db.StateChanges.Where(c => c.SubjectId == order.Id.Value && c.Subject == "order").OrderBy(c => c.Id)
                .Select(c => new OrderStep(c.From, c.To, c.ActorRole, c.At, c.ReasonCode, c.Note)).ToListAsync(cancellationToken),
        };
    }

    static async Task<IReadOnlyList<OrderParcel>> ParcelsOf(IKomejiDb db, Order order, CancellationToken cancellationToken)
    {
        var parcels = await db.Shipments.AsNoTracking().Include(s => s.Lines)
            .Where(s => s.OrderId == order.Id && s.ReplacementId == null && s.HandedOverAt != null).OrderBy(s => s.HandedOverAt).ThenBy(s => s.Id).ToListAsync(cancellationToken);
        var names = order.Lines.ToDictionary(l => l.Id, l => l.VariantName.Length > 0 ? $"{l.ProductName}, {l.VariantName}" : l.ProductName);
        return
        [
            .. parcels.Select(p => new OrderParcel(
                p.Id, p.Kind, p.Service, p.TrackingNumber, p.State, p.HandedOverAt!.Value, p.EndedAt, p.Proof is not null,
                [.. p.Lines.OrderBy(l => l.OrderLineId.Value).Select(l => new ParcelContent(names[l.OrderLineId], l.Pieces))])),
        ];
    }

    static async Task<OrderShop> ShopOf(IKomejiDb db, Order order, CancellationToken cancellationToken) =>
        await db.Stores.Where(s => s.Id == order.StoreId)
            .Select(s => new OrderShop(order.StoreName, s.Slug, s.Phone, s.Street, s.OpeningHours,
                db.Regions.Where(r => r.Code == s.VillageCode).Select(r => r.FullName).FirstOrDefault() ?? ""))
            .SingleAsync(cancellationToken);

    static async Task<OrderPoint?> PointOf(IKomejiDb db, Order order, CancellationToken cancellationToken) =>
        order.Shipping.PointId is not { } id ? null : await db.PickupPoints.Where(p => p.Id == id)
            .Select(p => new OrderPoint(p.Name, p.Phone, p.Street, p.OpeningHours, db.Regions.Where(r => r.Code == p.VillageCode).Select(r => r.FullName).FirstOrDefault() ?? ""))
            .SingleAsync(cancellationToken);

    static async Task<OrderPurchase> PurchaseOf(IKomejiDb db, Order order, CancellationToken cancellationToken) =>
        await db.Purchases.Where(p => p.Id == order.PurchaseId)
            .Select(p => new OrderPurchase(p.Number, p.PayBefore, p.Orders.Count,
                db.Payments.Where(x => x.PurchaseId == p.Id && x.State == PaymentState.Paid).Select(x => x.Method).FirstOrDefault() ?? ""))
            .SingleAsync(cancellationToken);
}

public sealed record OrderTimes(
    DateTimeOffset PlacedAt, DateTimeOffset? PaidAt, DateTimeOffset? AcceptedAt, DateTimeOffset? PromisedBy,
    DateTimeOffset? ShippedAt, DateTimeOffset? DeliveredAt, DateTimeOffset? EndedAt, DateTimeOffset? NotArrivedAt);

/// <param name="Cancelled">Price of pieces that were never sent; it went back to the buyer.</param>
/// <param name="PartRefunded">Some of it went back while the order went on, or after.</param>
public sealed record OrderAmounts(Rupiah Goods, Rupiah Shipping, Rupiah Total, Rupiah Cancelled, bool PartRefunded)
{
    /// <summary>Off the prices: the shop's own, and what it pays of a voucher. The goods are without it.</summary>
    public Rupiah ShopDiscount { get; init; }

    /// <summary>Of the goods, what the cooperative pays by a voucher.</summary>
    public Rupiah CooperativeDiscount { get; init; }

    /// <summary>The voucher; empty without one.</summary>
    public string VoucherCode { get; init; } = "";

    /// <summary>At the prices before any discount.</summary>
    public Rupiah Priced => Goods + ShopDiscount;
}

/// <param name="Name">Courier and service, or pick-up, as chosen.</param>
public sealed record OrderWay(ShipmentKind Kind, string Name, int EtaMinDays, int EtaMaxDays);

public sealed record OrderComplaint(string Number, ComplaintState State)
{
    public bool IsOpen => ComplaintMoves.IsOpen(State);
}

public sealed record OrderDestination(string Recipient, string Phone, string Street, string Region, string PostalCode, string Landmark);

/// <param name="Name">As it was called when the order was placed.</param>
/// <param name="Region">Village, district, regency and province in words.</param>
public sealed record OrderShop(string Name, string Slug, string Phone, string Street, string OpeningHours, string Region);

/// <param name="Region">Village, district, regency and province in words.</param>
public sealed record OrderPoint(string Name, string Phone, string Street, string OpeningHours, string Region);

/// <param name="Due">What the buyer pays the shop, exactly.</param>
/// <param name="TakenAt">When the shop said that it has it.</param>
/// <param name="ConfirmedAt">When the buyer said that she paid.</param>
/// <param name="BackAt">When the shop said that it gave all of it back.</param>
public sealed record OrderCash(Rupiah Due, DateTimeOffset? TakenAt, DateTimeOffset? ConfirmedAt, DateTimeOffset? BackAt);

/// <param name="Orders">Orders paid together, this one among them.</param>
/// <param name="Method">How it was paid, in the provider's word; empty while unpaid.</param>
public sealed record OrderPurchase(string Number, DateTimeOffset PayBefore, int Orders, string Method);

/// <param name="Shipped">Pieces that left the shop.</param>
/// <param name="Cancelled">Pieces that will not be sent.</param>
public sealed record OrderPageLine(
    OrderLineId Id, string ProductSlug, string ProductName, string VariantName, string? PictureKey, Rupiah UnitPrice, int Quantity, Rupiah Total, int Shipped, int Cancelled)
{
    /// <summary>Pieces still to be sent.</summary>
    public int Open => Quantity - Shipped - Cancelled;
}

/// <param name="TrackingNumber">Empty where no courier carries it.</param>
/// <param name="HasProof">The shop proved its arrival with a photo.</param>
/// <param name="Contents">Empty for parcels of earlier days, which held the whole order.</param>
public sealed record OrderParcel(
    ShipmentId Id, ShipmentKind Kind, string Service, string TrackingNumber, ShipmentState State, DateTimeOffset HandedOverAt, DateTimeOffset? EndedAt, bool HasProof,
    IReadOnlyList<ParcelContent> Contents)
{
    public bool IsUnderWay => EndedAt is null;
}

public sealed record ParcelContent(string Name, int Pieces);

/// <summary>One row of the timeline, as the state machine kept it.</summary>
public sealed record OrderStep(string From, string To, string ActorRole, DateTimeOffset At, string ReasonCode, string? Note);
