using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Taxes;

namespace Komeji.Domain.Payments;

/// <summary>Who bears what goes back to a buyer. Others may follow; each is charged on its own account.</summary>
public enum RefundBearer
{
    Seller,

    /// <summary>It is claimed from the courier (1030).</summary>
    Courier,

    /// <summary>The cooperative (5030).</summary>
    Platform,
}

public enum RefundSolution
{
    /// <summary>The buyer then has everything back that was paid for the order.</summary>
    Full,
    Part,
}

/// <summary>What is to go back of an order, and who bears how many hundredths of it.</summary>
/// <param name="Lines">What is left out gets nothing back.</param>
public sealed record RefundPlan(IReadOnlyDictionary<OrderLineId, Rupiah> Lines, Rupiah Shipping, IReadOnlyDictionary<RefundBearer, int> Percents)
{
    public Rupiah Goods => Rupiah.Sum(Lines.Values);
    public Rupiah Amount => Goods + Shipping;

    /// <summary>Of the loss, what the buyer bears: it does not go back, and the percents of the others are of the whole loss.</summary>
    public int OfBuyer { get; init; }
}

/// <summary>
/// Somebody decided that a part of what was paid for an order goes back to its buyer, and who bears it. It is written once and never
/// changed; its id is that of the refund it causes.
/// </summary>
public sealed class RefundDecision : Aggregate
{
    public const int Whole = 100;

    readonly List<RefundLine> lines = [];
    readonly List<RefundShare> shares = [];

    RefundDecision() { }

    public RefundId Id { get; private set; }
    public OrderId OrderId { get; private set; }
    public PurchaseId PurchaseId { get; private set; }
    public StoreId StoreId { get; private set; }
    public RefundSolution Solution { get; private set; }
    public Rupiah Amount { get; private set; }

    /// <summary>Of the amount, what was paid for shipping.</summary>
    public Rupiah Shipping { get; private set; }

    /// <summary>Of that, what the shop bears.</summary>
    public Rupiah ShippingOfShop { get; private set; }

    /// <summary>Of what the shop bears, what goes back to the promotion fund instead of the buyer.</summary>
    public Rupiah VoucherOfShop { get; private set; }

    /// <summary>How many hundredths of the loss the buyer bore herself; they are not in the amount.</summary>
    public int OfBuyer { get; private set; }

    /// <summary>The shop had the money already: it gives up what it got.</summary>
    public bool AfterRelease { get; private set; }
    public string Reason { get; private set; } = "";
    public Guid DecidedBy { get; private set; }
    public string DecidedAs { get; private set; } = "";
    public DateTimeOffset DecidedAt { get; private set; }

    /// <summary>What goes back of each line.</summary>
    public IReadOnlyList<RefundLine> Lines => lines;

    /// <summary>Who bears it.</summary>
    public IReadOnlyList<RefundShare> Shares => shares;

    /// <summary>What the shop bears; zero where others do.</summary>
    public Rupiah OfShop => Rupiah.Sum(shares.Where(s => s.Bearer == RefundBearer.Seller).Select(s => s.Amount));

    /// <summary>What is taken back of a completed order; nothing while the money is held, since less is released then.</summary>
    public Reversal Reversed => AfterRelease ? Reversal.Sum(shares.Where(s => s.Bearer == RefundBearer.Seller).Select(s => s.Taken)) : default;

    /// <summary>The month, <c>yyyy-MM</c>, in which the order's taxes were booked; empty before the release.</summary>
    public string TaxMonth { get; private set; } = "";

    /// <summary>The State had that month's tax already: it owes it back (account 1220).</summary>
    public bool VatRemitted { get; private set; }
    public bool IncomeTaxRemitted { get; private set; }

    /// <param name="refund">Of the plan's amount, with what of it goes to the promotion fund.</param>
    /// <param name="soFar">What was taken back of the order before.</param>
    /// <param name="releasedIn">The month the order's fee and taxes were booked in; empty while its money is held.</param>
    /// <param name="remitted">Months whose tax the State has already.</param>
    /// <exception cref="RuleBroken"><c>refund.reason_required</c>, <c>refund.bearers</c>, <c>refund.too_much</c>, <c>refund.order_state</c>, <c>refund.on_its_way</c></exception>
    public static RefundDecision Make(Order order, Refund refund, RefundPlan plan, TakenBack soFar, string releasedIn, RemittedTaxes remitted, Actor by, string reason, DateTimeOffset now)
    {
        var decision = new RefundDecision
        {
            Id = refund.Id,
            OrderId = order.Id,
            PurchaseId = order.PurchaseId,
            StoreId = order.StoreId,
            Amount = refund.Amount + refund.Voucher,
            Shipping = plan.Shipping,
            OfBuyer = plan.OfBuyer,
            AfterRelease = order.State == OrderState.Completed,
            Reason = Why(reason),
            DecidedBy = by.UserId ?? throw new InvalidOperationException("A person decides."),
            DecidedAs = by.Role,
            DecidedAt = now,
            TaxMonth = releasedIn,
            VatRemitted = remitted.Has(TaxKind.ServiceFeeVat, releasedIn),
            IncomeTaxRemitted = remitted.Has(TaxKind.MarketplaceIncomeTax, releasedIn),
        };
        RequireWhole(plan);
        RequireWithin(order, plan, soFar);
        decision.Split(order, plan, soFar);
        decision.VoucherOfShop = Allocation.Allocate(refund.Voucher, [decision.OfShop.Amount, (decision.Amount - decision.OfShop).Amount], order.Sequence)[0];
        decision.ChargeTo(order, by, now);
        decision.Solution = soFar.Left(order).IsZero ? RefundSolution.Full : RefundSolution.Part;
        decision.Raise(new RefundDecided(decision.Id, order.Id));
        return decision;
    }

    /// <summary>By largest remainder: first over those who bear it, then the shop's part over lines and shipping.</summary>
    void Split(Order order, RefundPlan plan, TakenBack soFar)
    {
        var bearers = plan.Percents.Where(p => p.Value > 0).OrderBy(p => p.Key).ToList();
        var borne = Allocation.Allocate(Amount, [.. bearers.Select(b => (long)b.Value)], order.Sequence);
        var ofShop = Rupiah.Sum(bearers.Zip(borne).Where(x => x.First.Key == RefundBearer.Seller).Select(x => x.Second));
        var back = plan.Lines.Where(l => l.Value.IsPositive).OrderBy(l => l.Key.Value).ToList();
        var parts = Allocation.Allocate(ofShop, [.. back.Select(l => l.Value.Amount), Shipping.Amount], order.Sequence);
        lines.AddRange(back.Zip(parts).Select(x => new RefundLine(Id, x.First.Key, x.First.Value, x.Second)));
        ShippingOfShop = parts[^1];
        var goods = ofShop - ShippingOfShop;
        var taken = AfterRelease && ofShop.IsPositive ? Reversal.Next(order, goods, ShippingOfShop, soFar.Of(order)) : new Reversal { Goods = goods, Shipping = ShippingOfShop };
        shares.AddRange(bearers.Zip(borne).Select(x => new RefundShare(Id, x.First.Key, x.First.Value, x.Second, x.First.Key == RefundBearer.Seller ? taken : default)));
    }

    void ChargeTo(Order order, Actor by, DateTimeOffset now) => order.GiveBack(
        [.. lines.Select(l => new LineBack(l.OrderLineId, l.Amount, AfterRelease ? Rupiah.Zero : l.OfShop))],
        Shipping,
        AfterRelease ? Rupiah.Zero : ShippingOfShop,
        by,
        Reason,
        now);

    static void RequireWhole(RefundPlan plan)
    {
        if (plan.Percents.Values.Append(plan.OfBuyer).Any(p => p is < 0 or > Whole) || plan.OfBuyer == Whole || plan.Percents.Values.Sum() + plan.OfBuyer != Whole)
        {
            throw new RuleBroken("refund.bearers", "Bagian para penanggung harus berjumlah tepat 100 persen.");
        }
    }

    static void RequireWithin(Order order, RefundPlan plan, TakenBack soFar)
    {
        var left = order.Lines.ToDictionary(l => l.Id, l => l.Left);
        if (plan.Shipping.IsNegative || plan.Lines.Any(l => l.Value.IsNegative || !left.TryGetValue(l.Key, out var most) || l.Value > most)
            || plan.Goods > soFar.LeftGoods(order) || plan.Shipping > soFar.LeftShipping(order))
        {
            throw new RuleBroken("refund.too_much", $"Jumlahnya lebih dari yang masih bisa dikembalikan: {soFar.LeftGoods(order)} untuk barang dan {soFar.LeftShipping(order)} untuk ongkos kirim. Periksa lagi setiap baris.");
        }
    }

    static string Why(string reason) => reason.Trim() is { Length: >= 3 and <= 500 } given
        ? given
        : throw new RuleBroken("refund.reason_required", "Tulis alasannya, 3 sampai 500 huruf.");
}

/// <summary>What goes back of one line.</summary>
public sealed class RefundLine
{
    RefundLine() { }

    internal RefundLine(RefundId refundId, OrderLineId line, Rupiah amount, Rupiah ofShop) =>
        (RefundId, OrderLineId, Amount, OfShop) = (refundId, line, amount, ofShop);

    public RefundId RefundId { get; private set; }
    public OrderLineId OrderLineId { get; private set; }
    public Rupiah Amount { get; private set; }

    /// <summary>Of the amount, what the shop bears.</summary>
    public Rupiah OfShop { get; private set; }
}

/// <summary>One who bears a part of a refund.</summary>
public sealed class RefundShare
{
    RefundShare() { }

    internal RefundShare(RefundId refundId, RefundBearer bearer, int percent, Rupiah amount, Reversal taken)
    {
        (RefundId, Bearer, Percent, Amount) = (refundId, bearer, percent, amount);
        (Goods, Fee, NetFee, Vat, IncomeTax) = (taken.Goods, taken.Fee, taken.NetFee, taken.Vat, taken.IncomeTax);
    }

    public RefundId RefundId { get; private set; }
    public RefundBearer Bearer { get; private set; }
    public int Percent { get; private set; }
    public Rupiah Amount { get; private set; }

    /// <summary>Of the shop's amount, what was paid for goods.</summary>
    public Rupiah Goods { get; private set; }

    /// <summary>The parts of a completed order's fee, net fee and taxes that fall on those goods and are taken back with them.</summary>
    public Rupiah Fee { get; private set; }
    public Rupiah NetFee { get; private set; }
    public Rupiah Vat { get; private set; }
    public Rupiah IncomeTax { get; private set; }

    internal Reversal Taken => new(Goods, Amount - Goods, Fee, NetFee, Vat, IncomeTax);
}

/// <summary>A part of what was paid for an order goes back; both sides are told.</summary>
public sealed record RefundDecided(RefundId RefundId, OrderId OrderId);
