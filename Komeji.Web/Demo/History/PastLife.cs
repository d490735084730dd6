using System.Globalization;
using Bogus;
using Komeji.Application.Notifications;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Notifications;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Domain.Shipping;
using Komeji.Integrations.Payments.Sandbox;
using Komeji.Web.Demo.Trade;

namespace Komeji.Web.Demo.History;

/// <summary>A purchase and all that came of it.</summary>
sealed record PastPurchase(
    Purchase Purchase, Payment Payment, IReadOnlyList<EscrowShare> Shares, IReadOnlyList<Shipment> Parcels, IReadOnlyList<Journal> Journals, IReadOnlyList<Notification> Notices, SandboxPast Charge);

/// <param name="PayWithin">Until an unpaid purchase expires.</param>
sealed record PastTerms(OrderTerms Orders, FeeTerms Fees, TimeSpan PayWithin);

/// <summary>
/// Lets purchases live through their whole life in memory: each step is the aggregate's own verb, each amount booked by its posting
/// rule, as the commands and reactions would have done one after the other.
/// </summary>
sealed class PastLife(PastTerms terms, PastWays ways, int seed)
{
    readonly Randomizer dice = new(seed);
    readonly Fates fates = new(new Randomizer(seed + 1));
    int orders;
    int purchases;

    public PastPurchase Live(PastVisit visit)
    {
        var drafts = visit.Baskets.Select(basket => Draft(basket, visit)).ToList();
        var purchase = Purchase.Place(
            PastNumbers.Of("BLJ", visit.At, purchases++), visit.Buyer.Id, Convert.ToHexStringLower(dice.Bytes(32)), PastWays.DestinationOf(visit.Buyer), drafts, terms.PayWithin, visit.At);
        var paidAt = visit.At.AddMinutes(dice.Number(2, 90));
        var (payment, charge) = Pay(purchase, paidAt);
        var bySequence = purchase.Orders.OrderBy(o => o.Sequence).ToList();
        var journals = new List<Journal>(6)
        {
            PostingRules.PurchasePaid(payment.Gateway, payment.ProviderPayment, purchase.Id, bySequence.Select(o => (o.Id, o.Total)), paidAt, paidAt),
        };
        if (charge.Cost > 0)
        {
            journals.Add(PostingRules.ProviderCostKnown(payment.Gateway, $"bt_{charge.Capture}", purchase.Id, new Rupiah(charge.Cost), paidAt, paidAt));
        }

        foreach (var (order, cost) in bySequence.Zip(Allocation.Allocate(new Rupiah(charge.Cost), [.. bySequence.Select(o => o.Total.Amount)], bySequence[0].Sequence)))
        {
            order.Pay(terms.Fees, terms.Orders, paidAt);
            order.BearProviderCost(cost);
        }

        var past = new PastPurchase(purchase, payment, [.. bySequence.Select(o => EscrowShare.Hold(o.Id, o.Total, paidAt))], new List<Shipment>(), journals, new List<Notification>(), charge);
        foreach (var (order, basket) in purchase.Orders.Zip(visit.Baskets))
        {
            Fulfil(order, basket.Store, past, paidAt);
        }

        return past;
    }

    OrderDraft Draft(PastBasket basket, PastVisit visit) => new(
        PastNumbers.Of("KMJ", visit.At, orders++),
        dice.Long(0),
        basket.Store.Is.Id,
        basket.Store.Is.Name,
        [.. basket.Pieces.Select(p => p.Good.Line(p.Variant, p.Pieces))],
        ways.Choose(basket, visit.Buyer, dice),
        basket.Pieces.Max(p => p.Good.HandlingDays),
        "");

    (Payment, SandboxPast) Pay(Purchase purchase, DateTimeOffset paidAt)
    {
        var payment = Payment.Of(purchase.Id, purchase.Total, purchase.PlacedAt);
        var attempt = payment.Attempt(SandboxPaymentGateway.GatewayName, paidAt.AddMinutes(-1));
        var charge = SandboxPast.Of(purchases, attempt.Id.Value, purchase.Number, purchase.Total.Amount, purchase.PayBefore, paidAt);
        payment.NoteStarted(attempt.Id, charge.Charge, charge.PayAddress, paidAt);
        payment.Receive(attempt.Id, charge.Capture, purchase.Total, "IDR", SandboxPaymentGateway.Method, paidAt, paidAt);
        return (payment, charge);
    }

    void Fulfil(Order order, DemoStore store, PastPurchase past, DateTimeOffset paidAt)
    {
        var seller = Actor.Seller(store.Owner.Id.Value);
        var accepted = fates.Later(paidAt, .5, 14);
        order.Accept(seller, terms.Orders, accepted);
        var parcel = Shipment.Prepare(order.Id, order.Shipping.Kind, order.Shipping.Courier, order.Shipping.Service, accepted);
        ((List<Shipment>)past.Parcels).Add(parcel);
        var ended = order.Shipping.Kind == ShipmentKind.Pickup ? Collected(order, parcel, seller, accepted) : Brought(order, parcel, seller, accepted);
        past.Shares.Single(s => s.OrderId == order.Id).Release(ended);
        ((List<Journal>)past.Journals).Add(PostingRules.Released(order, ended, ended));
        ((List<Notification>)past.Notices).AddRange(EndNotices.Of(order, store.Owner.Id, ended));
    }

    /// <summary>Most buyers say that they have it; for some the clocks do.</summary>
    /// <returns>When the order was complete.</returns>
    DateTimeOffset Brought(Order order, Shipment parcel, Actor seller, DateTimeOffset accepted)
    {
        var shipped = fates.Later(accepted, 3, 26);
        parcel.Pack(order.Lines.Select(l => (l.Id, l.Open)));
        parcel.HandToCourier(string.Create(CultureInfo.InvariantCulture, $"{order.Shipping.Courier}{dice.Number(100_000_000, 999_999_999)}").Replace("_", "", StringComparison.Ordinal), seller, shipped);
        order.Ship(seller, terms.Orders, shipped);
        var there = fates.Later(shipped, 30, 80);
        var silent = dice.Bool(.2f);
        if (!silent)
        {
            var confirmed = fates.Later(there, 1, 30);
            order.ConfirmReceived(Actor.Buyer(order.BuyerId.Value), terms.Orders, confirmed);
            parcel.Deliver(Actor.System, confirmed);
            return confirmed;
        }

        var assumed = order.NextTimer!;
        order.RunOut(assumed.Id, terms.Orders, assumed.DueAt);
        parcel.Deliver(Actor.System, assumed.DueAt);
        return CompleteInSilence(order);
    }

    DateTimeOffset Collected(Order order, Shipment parcel, Actor seller, DateTimeOffset accepted)
    {
        var ready = fates.Later(accepted, 3, 26);
        var code = dice.String2(6, "0123456789");
        parcel.WaitForPickup(seller, ready);
        order.MakeReady(seller, code, terms.Orders, ready);
        var collected = fates.Later(ready, 3, 40);
        order.HandOver(seller, code, terms.Orders, collected);
        parcel.Deliver(Actor.System, collected);
        return CompleteInSilence(order);
    }

    DateTimeOffset CompleteInSilence(Order order)
    {
        var complete = order.NextTimer!;
        order.RunOut(complete.Id, terms.Orders, complete.DueAt);
        return complete.DueAt;
    }
}
