using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Legal;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Domain.Shipping;
using Komeji.Domain.Stores;
using Komeji.Domain.Taxes;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain.Ledger;

/// <summary>
/// The worked cases of docs/domain/ledger.md that depend on something that was decided and has a date, or on who bears a refund: brought
/// about by the product's own choice among what is in force, with the numbers written down as they were worked by hand.
/// </summary>
sealed record GoldenBooks
{
    static readonly DateTimeOffset Now = Orders.Monday;
    static readonly DateTimeOffset NewYear = new(2025, 12, 31, 17, 0, 0, TimeSpan.Zero);

    /// <summary>From which on a higher fee and other taxes hold.</summary>
    static readonly DateTimeOffset Later = Now.AddDays(15);

    /// <summary>The shop was there before the higher fee was announced, and has not answered.</summary>
    public IReadOnlyList<FeeVersion> Fees { get; init; } =
    [
        new(FeeSchedule.Original, new BasisPoints(500), NewYear, NewYear, NewYear),
        new("2", new BasisPoints(600), Later, Now.AddDays(-30), Later),
    ];

    public IReadOnlyList<TaxRule> Rules { get; init; } =
    [
        Rule(TaxKind.ServiceFeeVat, 1_200, 11, 12, Rounding.HalfUp, TaxPoint.Payment, NewYear), Rule(TaxKind.ServiceFeeVat, 1_200, 1, 1, Rounding.HalfUp, TaxPoint.Payment, Later),
        Rule(TaxKind.MarketplaceIncomeTax, 50, 1, 1, Rounding.Down, TaxPoint.Release, NewYear), Rule(TaxKind.MarketplaceIncomeTax, 25, 1, 1, Rounding.Down, TaxPoint.Release, Later),
    ];

    /// <summary>The moment fee and taxes are looked up for.</summary>
    public DateTimeOffset FeeAsOf { get; init; } = Now;
    public DateTimeOffset TaxAsOf { get; init; } = Now;
    public bool IsTaxable { get; init; } = true;
    public bool IsCollector { get; init; } = true;
    public long CostMore { get; init; }
    public Func<RefundBearer, RefundBearer> Charged { get; init; } = bearer => bearer;

    public static TaxRule Rule(TaxKind kind, int basisPoints, int numerator, int denominator, Rounding rounding, TaxPoint point, DateTimeOffset from) =>
        TaxRule.Shipped(new TaxTerms(kind, new BasisPoints(basisPoints), numerator, denominator, rounding, point, Wib.DayOf(from), null), "uji", Now);

    /// <returns>Names of the cases that do not come out as they were worked by hand.</returns>
    public IReadOnlyList<string> Differing() =>
    [
        .. Differs("P5", Release(Paid(25_500, 1, 8_000, 234)), ("P5", 2010, 33_500), ("P5", 2030, -32_085), ("P5", 2100, -1_041), ("P5", 5010, -234), ("P5", 2081, -140)),
        .. Differs("P5 with PPh 22", Release(Withheld(Paid(25_500, 1, 8_000, 234))), ("P5", 2010, 33_500), ("P5", 2030, -31_958), ("P5", 2100, -1_041), ("P5", 5010, -234), ("P5", 2081, -140), ("P5", 2080, -127)),
        .. Differs("P5 of 199", Release(Paid(199, 1, 0, 1)), ("P5", 2010, 199), ("P5", 2030, -189), ("P5", 2100, -8), ("P5", 5010, -1), ("P5", 2081, -1)),
        .. Differs("P5 of what was sent", Release(WithoutRest(Paid(25_500, 3, 8_000, 591))), ("P5", 2010, 59_000), ("P5", 2030, -56_169), ("P5", 2100, -1_959), ("P5", 5010, -591), ("P5", 2081, -281)),
        .. Differs("P6 and P8", RefundedThenReleased(), ("P6", 2010, 6_000), ("P6", 2090, -6_000), ("P8", 1030, 4_000), ("P8", 2090, -4_000),
            ("P5", 2010, 27_500), ("P5", 2030, -26_418), ("P5", 2100, -741), ("P5", 5010, -234), ("P5", 2081, -107)),
        .. Differs("P7", RefundedAfterRelease(100, 0, 0), ("P7", 2030, 9_446), ("P7", 2100, 408), ("P7", 5010, 92), ("P7", 2081, 54), ("P7", 2090, -10_000)),
        .. Differs("P7 and P8", RefundedAfterRelease(50, 30, 20), ("P7", 2030, 4_723), ("P7", 2100, 204), ("P7", 5010, 46), ("P7", 2081, 27), ("P7", 2090, -5_000),
            ("P8", 1030, 3_000), ("P8", 5030, 2_000), ("P8", 2090, -5_000)),
        .. Differs("P12", Lost(), ("P12", 2035, 32_085), ("P12", 2100, 1_041), ("P12", 5010, 234), ("P12", 2081, 140), ("P12", 1200, -33_500)),
    ];

    static string[] Differs(string name, IEnumerable<Journal> booked, params (string Rule, int Account, long Amount)[] worked) =>
        booked.SelectMany(j => j.Entries.Select(e => (j.Rule, e.Account, e.Amount.Amount))).SequenceEqual(worked) ? [] : [name];

    Journal[] Release(Order order) => [PostingRules.Released(order, Now, Now)];

    Journal[] RefundedThenReleased()
    {
        var order = Sent(Paid(25_500, 1, 8_000, 234));
        order.ProveDelivery(Orders.Seller, "Pak Budi", "bukti", Orders.Terms(), Now);
        return [.. Refunded(order, 60, 40, 0), .. Release(order)];
    }

    IReadOnlyList<Journal> RefundedAfterRelease(int seller, int courier, int platform)
    {
        var order = Sent(Paid(25_500, 1, 8_000, 234));
        order.ConfirmReceived(Orders.Buyer, Orders.Terms(), Now);
        return Refunded(order, seller, courier, platform);
    }

    Journal[] Lost()
    {
        var order = Paid(25_500, 1, 8_000, 234);
        var dispute = Dispute.Open("stripe", "dp_1", "pi_1", order.PurchaseId, order.Total, "fraudulent", Now);
        dispute.Withdraw(order.Total);
        var claim = dispute.Claim(order, order.Total, TakenBack.Nothing, "2026-10");
        dispute.BookLoss(RemittedTaxes.None);
        return [PostingRules.DisputeLost(dispute, claim, Now)];
    }

    /// <summary>10,000 of the goods.</summary>
    IReadOnlyList<Journal> Refunded(Order order, int seller, int courier, int platform)
    {
        (RefundBearer Bearer, int Percent)[] decided = [(RefundBearer.Seller, seller), (RefundBearer.Courier, courier), (RefundBearer.Platform, platform)];
        var percents = decided.GroupBy(d => Charged(d.Bearer)).ToDictionary(g => g.Key, g => g.Sum(d => d.Percent));
        var plan = new RefundPlan(new Dictionary<OrderLineId, Rupiah> { [order.Lines[0].Id] = new Rupiah(10_000) }, Rupiah.Zero, percents);
        var refund = Refund.Request(order.PurchaseId, order.Id, "sandbox", "pay_1", plan.Amount, "refund_decided", Now);
        var decision = RefundDecision.Make(order, refund, plan, TakenBack.Nothing, order.State == OrderState.Completed ? "2026-10" : "", RemittedTaxes.None, Orders.Staff, "Barang cacat", Now);
        return PostingRules.RefundDecided(refund, decision, Now);
    }

    Order Paid(long price, int pieces, long shipping, long cost)
    {
        var line = new OrderLineDraft(ProductId.New(Now), VariantId.New(Now), "Keripik", "", "keripik", null, new Rupiah(price), pieces, 200, Warranty.None, "");
        var draft = Orders.Draft(ShipmentKind.Courier, "KMJ-20261005-ABCDEF") with { Lines = [line], Shipping = new ShippingChoice(ShipmentKind.Courier, "jne", "JNE REG", new Rupiah(shipping), 1, 3) };
        var destination = new Destination("Siti", "081234567890", "Jl. Mawar", "35.78.10.1001", "", "60136", "");
        var order = Purchase.Place("BLJ-20261005-ABCDEF", Orders.BuyerId, "token", destination, [draft], TimeSpan.FromHours(24), Now).Orders[0];
        order.BearProviderCost(new Rupiah(cost + CostMore));
        var fee = new FeeSchedule(Fees, NewYear, new Dictionary<string, bool>()).InForce(FeeAsOf);
        var vat = IsTaxable ? TaxRule.InForce(Rules, TaxKind.ServiceFeeVat, Wib.DayOf(TaxAsOf)) : null;
        order.Pay(new FeeTerms(fee.Rate, fee.Id, vat?.Effective ?? BasisPoints.Zero, vat?.Rounding ?? Rounding.HalfUp), Orders.Terms(), Now);
        return order;
    }

    Order Withheld(Order order)
    {
        var day = Wib.DayOf(TaxAsOf);
        if (Withholding.Of(TaxRule.InForce(Rules, TaxKind.MarketplaceIncomeTax, day), IsCollector, TaxPoint.Release, LegalForm.Individual, [], day) is { } withholding)
        {
            order.FreezeIncomeTax(withholding);
        }

        return order;
    }

    static Order Sent(Order order)
    {
        order.Accept(Orders.Seller, Orders.Terms(), Now);
        order.Ship(Orders.Seller, Orders.Terms(), Now);
        return order;
    }

    /// <summary>Two of three pieces were sent.</summary>
    static Order WithoutRest(Order order)
    {
        order.Accept(Orders.Seller, Orders.Terms(), Now);
        order.ShipPart(Orders.Seller, new Dictionary<OrderLineId, int> { [order.Lines[0].Id] = 2 }, Orders.Terms(), Now);
        order.CancelRest(Orders.Seller, "Stok habis", Orders.Terms(), Now);
        return order;
    }
}
