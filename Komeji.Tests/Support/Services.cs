using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Shipping;

namespace Komeji.Tests.Support;

/// <summary>Services as shops offer them, and orders of them brought to a state by their own verbs.</summary>
public static class Services
{
    public const string Code = "482913";

    /// <summary>Thursday 8 October 2026, 10.00 WIB: three days after everything begins.</summary>
    public static readonly DateTimeOffset Thursday = Orders.Monday.AddDays(3).AddHours(1);

    /// <summary>An hour from nine to twelve on every day but Sunday, three a day, one at a time, known three hours before.</summary>
    public static ServiceTerms Terms(
        ServicePlace place = ServicePlace.AtSeller, int perDay = 3, int atOnce = 1, int notice = 3, int duration = 60,
        ServiceDurationUnit unit = ServiceDurationUnit.Minutes, string[]? served = null, int opens = 9, int closes = 12, bool onHolidays = false) => new(
        duration, unit, place, served ?? ["35.78"],
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday, DayOfWeek.Saturday],
        new TimeOnly(opens, 0), new TimeOnly(closes, 0), perDay, atOnce, notice, onHolidays);

    public static Purchase Purchase(DateTimeOffset? startsAt = null, ServicePlace place = ServicePlace.AtSeller)
    {
        var start = startsAt ?? Thursday;
        var line = new OrderLineDraft(ProductId.New(Orders.Monday), VariantId.New(Orders.Monday), "Jasa cuci AC", "", "jasa-cuci-ac", null, new Rupiah(75_000), 1, 0, Warranty.None, "");
        var draft = new OrderDraft("KMJ-20261005-JASA01", 9, StoreId.New(Orders.Monday), "Servis AC Dingin Jaya", [line],
            new ShippingChoice(ShipmentKind.Service, "", "Di tempat penjual", Rupiah.Zero, 0, 0), 0, "",
            new AppointmentDraft(line.ProductId, place, start, start.AddHours(1), start.AddHours(-24)));
        return Komeji.Domain.Ordering.Purchase.Place(
            "BLJ-20261005-JASA01", Orders.BuyerId, new string('b', 64),
            new Destination("Siti Aminah", "+6281234567890", "Jl. Mawar 12", TestRegions.Surabaya, "Gading, Tambaksari, Kota Surabaya, Jawa Timur", "60134", ""),
            [draft], TimeSpan.FromHours(24), Orders.Monday);
    }

    /// <param name="started">With Processing: the shop is at work.</param>
    public static Order In(OrderState state, bool started = false)
    {
        var order = Purchase().Orders[0];
        var (terms, now) = (Orders.Terms(), Orders.Monday);
        if (state == OrderState.AwaitingPayment)
        {
            return order;
        }

        if (state == OrderState.Expired)
        {
            order.Expire(now);
            return order;
        }

        order.Pay(Orders.Fees, terms, now);
        if (state is OrderState.AwaitingSeller)
        {
            return order;
        }

        if (state == OrderState.Cancelled)
        {
            order.Decline(Orders.Seller, "Teknisi sakit", now);
            return order;
        }

        order.Schedule(Orders.Seller, Code, terms, now);
        if (state == OrderState.Processing && !started)
        {
            return order;
        }

        order.StartService(Orders.Seller, Thursday);
        return state == OrderState.Processing ? order : Finished(order, state, terms);
    }

    static Order Finished(Order order, OrderState state, OrderTerms terms)
    {
        order.FinishService(Orders.Seller, Code, "", terms, Thursday).ShouldBeTrue();
        switch (state)
        {
            case OrderState.Completed:
                order.ConfirmReceived(Orders.Buyer, terms, Thursday);
                break;
            case OrderState.Refunded:
                order.RefundBySeller(Orders.Seller, "Hasil belum rapi", Orders.Terms(), Thursday);
                break;
        }

        order.State.ShouldBe(state);
        return order;
    }
}
