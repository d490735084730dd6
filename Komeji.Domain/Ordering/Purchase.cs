using Komeji.Domain.Common;

namespace Komeji.Domain.Ordering;

/// <summary>What a buyer pays at once (Belanja): one order per shop. Its status is only ever derived from its orders and its payment.</summary>
public sealed class Purchase : Aggregate
{
    readonly List<Order> orders = [];

    Purchase() { }

    public PurchaseId Id { get; private set; }

    /// <summary><c>BLJ-yyyyMMdd-XXXXXX</c>, the day in WIB.</summary>
    public string Number { get; private set; } = "";
    public UserId BuyerId { get; private set; }

    /// <summary>The one-use token of the checkout page; a second post of it finds this purchase.</summary>
    public string CheckoutToken { get; private set; } = "";
    public Rupiah Total { get; private set; }
    public DateTimeOffset PlacedAt { get; private set; }
    public DateTimeOffset PayBefore { get; private set; }

    public IReadOnlyList<Order> Orders => orders;

    /// <exception cref="RuleBroken"><c>order.empty</c>, <c>order.too_large</c></exception>
    public static Purchase Place(string number, UserId buyerId, string checkoutToken, Destination destination, IReadOnlyList<OrderDraft> drafts, TimeSpan payWithin, DateTimeOffset now)
    {
        if (drafts.Count == 0)
        {
            throw new RuleBroken("order.empty", "Keranjang Anda kosong. Pilih barang dahulu.");
        }

        var purchase = new Purchase
        {
            Id = PurchaseId.New(now),
            Number = number,
            BuyerId = buyerId,
            CheckoutToken = checkoutToken,
            PlacedAt = now,
            PayBefore = now + payWithin,
        };
        purchase.orders.AddRange(drafts.Select(draft => Order.Place(draft, purchase.Id, buyerId, Copy(destination), now)));
        purchase.Total = Rupiah.Sum(purchase.orders.Select(o => o.Total));
        if (purchase.Total > Rupiah.Largest)
        {
            throw new RuleBroken("order.too_large", $"Total belanja paling banyak {Rupiah.Largest}. Kurangi jumlah barang.");
        }

        return purchase;
    }

    /// <summary>Nobody paid in time: none of its orders ever comes back.</summary>
    /// <exception cref="RuleBroken"><c>purchase.not_due</c>, <c>order.illegal_move</c></exception>
    public void Expire(DateTimeOffset now)
    {
        RequireDue(now);
        orders.ForEach(order => order.Expire(now));
        Raise(new PurchaseExpired(Id));
    }

    /// <summary>Nothing is ended, here or at a provider, while the buyer may still pay.</summary>
    /// <exception cref="RuleBroken"><c>purchase.not_due</c></exception>
    public void RequireDue(DateTimeOffset now)
    {
        if (now < PayBefore)
        {
            throw new RuleBroken("purchase.not_due", "Batas waktu bayar belum lewat.");
        }
    }

    /// <summary>The buyer gives it up before paying. What is paid at once is given up at once.</summary>
    /// <exception cref="RuleBroken"><c>order.reason_required</c>, <c>order.illegal_move</c></exception>
    public void CancelByBuyer(Actor actor, string reason, DateTimeOffset now)
    {
        orders.ForEach(order => order.CancelUnpaid(actor, reason, now));
        Raise(new PurchaseCancelled(Id));
    }

    static Destination Copy(Destination d) => new(d.Recipient, d.Phone, d.Street, d.VillageCode, d.Region, d.PostalCode, d.Landmark);
}
