using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Shipping;

namespace Komeji.Tests.Support;

/// <summary>Orders brought to a state by their own verbs, without a database.</summary>
public static class Orders
{
    /// <summary>Monday 5 October 2026, 09.00 WIB.</summary>
    public static readonly DateTimeOffset Monday = new(2026, 10, 5, 2, 0, 0, TimeSpan.Zero);

    public static readonly UserId BuyerId = new(new Guid(1, 0, 0, new byte[8]));
    public static readonly Actor Buyer = Actor.Buyer(BuyerId.Value);
    public static readonly Actor Seller = Actor.Seller(new Guid(2, 0, 0, new byte[8]));
    public static readonly Actor Staff = Actor.Staff(new Guid(3, 0, 0, new byte[8]), "operator");
    public static readonly FeeTerms Fees = new(new BasisPoints(500), "1", BasisPoints.Zero, Rounding.HalfUp);

    public static Dictionary<OrderLineId, int> OnePiece(Order order) => new() { [order.Lines[0].Id] = 1 };

    public static OrderTerms Terms(params DateOnly[] holidays) =>
        new(2, 3, TimeSpan.FromHours(24), 3, 7, TimeSpan.FromHours(72), 2, 3, new WorkingCalendar(holidays));

    public static Purchase Purchase(params ShipmentKind[] kinds) => Komeji.Domain.Ordering.Purchase.Place(
        "BLJ-20261005-AAAAAA", BuyerId, new string('a', 64),
        new Destination("Siti Aminah", "+6281234567890", "Jl. Mawar 12", TestRegions.Surabaya, "Gading, Tambaksari, Kota Surabaya, Jawa Timur", "60134", ""),
        [.. kinds.Select((kind, i) => Draft(kind, $"KMJ-20261005-AAAAA{i}"))], TimeSpan.FromHours(24), Monday);

    public static OrderDraft Draft(ShipmentKind kind, string number, string note = "") => new(
        number, 7, StoreId.New(Monday), "Dapur Bu Sri",
        [new OrderLineDraft(ProductId.New(Monday), VariantId.New(Monday), "Keripik tempe sagu", "Daun jeruk", "keripik-tempe-sagu", null, new Rupiah(18_500), 2, 200, Warranty.None, "")],
        kind == ShipmentKind.Courier ? new ShippingChoice(kind, "jne", "JNE REG", new Rupiah(8_000), 2, 3) : new ShippingChoice(kind, "", "Ambil di toko", Rupiah.Zero, 0, 0),
        2, note);

    public static Order In(OrderState state, ShipmentKind kind = ShipmentKind.Courier)
    {
        var purchase = Purchase(kind);
        var order = purchase.Orders[0];
        var (terms, now) = (Terms(), Monday);
        switch (state)
        {
            case OrderState.AwaitingPayment:
                break;
            case OrderState.Expired:
                order.Expire(now);
                break;
            case OrderState.AwaitingSeller:
                order.Pay(Fees, terms, now);
                break;
            case OrderState.Processing:
                order = In(OrderState.AwaitingSeller, kind);
                order.Accept(Seller, terms, now);
                break;
            case OrderState.Cancelled:
                order = In(OrderState.AwaitingSeller, kind);
                order.Decline(Seller, "Stok rusak", now);
                break;
            case OrderState.Shipped:
                order = In(OrderState.Processing);
                order.Ship(Seller, terms, now);
                break;
            case OrderState.PartiallyShipped:
                order = In(OrderState.Processing);
                order.ShipPart(Seller, OnePiece(order), terms, now);
                break;
            case OrderState.ReturnedToSender:
                order = In(OrderState.Shipped);
                order.ReturnToSender(Seller, "Alamat tidak ditemukan", now);
                break;
            case OrderState.ReadyForPickup:
                order = In(OrderState.Processing, ShipmentKind.Pickup);
                order.MakeReady(Seller, "482913", terms, now);
                break;
            case OrderState.Delivered:
                order = In(OrderState.Shipped);
                order.ProveDelivery(Seller, "Pak Budi", "bukti", terms, now);
                break;
            case OrderState.Completed:
                order = In(OrderState.Delivered);
                order.ConfirmReceived(Buyer, terms, now);
                break;
            case OrderState.Refunded:
                order = In(OrderState.Delivered);
                order.RefundBySeller(Seller, "Barang salah kirim", terms, now);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(state), state, "No verb leads here.");
        }

        order.State.ShouldBe(state);
        return order;
    }
}
