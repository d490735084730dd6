using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Taxes;

namespace Komeji.Domain.Payments;

public enum DisputeClaimState
{
    /// <summary>Set apart from the shop's balance until the dispute is decided.</summary>
    Held,
    Returned,
    Lost,
}

/// <summary>
/// What a dispute takes of an order that was completed before. The shop gives up what it got; fee, taxes and net fee of the same
/// part are given up with it, by cumulative target, so that the sum does not depend on how it was cut.
/// </summary>
public sealed class DisputeClaim
{
    DisputeClaim() { }

    public DisputeId DisputeId { get; private set; }
    public OrderId OrderId { get; private set; }
    public StoreId StoreId { get; private set; }

    /// <summary>Of what the buyer paid for the order.</summary>
    public Rupiah Amount { get; private set; }

    /// <summary>Of <see cref="Amount"/>, what was paid for goods; the rest was shipping.</summary>
    public Rupiah Goods { get; private set; }

    /// <summary>The parts of the order's fee, net fee and taxes that fall on those goods.</summary>
    public Rupiah Fee { get; private set; }
    public Rupiah NetFee { get; private set; }
    public Rupiah Vat { get; private set; }
    public Rupiah IncomeTax { get; private set; }

    /// <summary>The month, <c>yyyy-MM</c>, in which the order's taxes were booked.</summary>
    public string TaxMonth { get; private set; } = "";

    /// <summary>The State had that month's tax already when this was lost: it owes it back (account 1220).</summary>
    public bool VatRemitted { get; private set; }
    public bool IncomeTaxRemitted { get; private set; }
    public DisputeClaimState State { get; private set; }

    /// <summary>What the shop had got of it.</summary>
    public Rupiah Held => Amount - Fee - Vat - IncomeTax;

    /// <summary>All of it as a reversal.</summary>
    public Reversal Taken => new(Goods, Amount - Goods, Fee, NetFee, Vat, IncomeTax);

    internal static DisputeClaim Against(DisputeId dispute, Order order, Rupiah amount, TakenBack soFar, string releasedIn)
    {
        var goods = Allocation.Allocate(amount, [soFar.LeftGoods(order).Amount, soFar.LeftShipping(order).Amount], order.Sequence)[0];
        var next = Reversal.Next(order, goods, amount - goods, soFar.Of(order));

        // Rounding may ask for a rupiah more than so small a part holds; the next part makes up for it.
        var fee = Rupiah.Min(goods, next.Fee);
        var vat = Rupiah.Min(goods - fee, next.Vat);
        return new DisputeClaim
        {
            DisputeId = dispute,
            OrderId = order.Id,
            StoreId = order.StoreId,
            Amount = amount,
            Goods = goods,
            Fee = fee,
            NetFee = next.NetFee,
            Vat = vat,
            IncomeTax = Rupiah.Min(goods - fee - vat, next.IncomeTax),
            TaxMonth = releasedIn,
            State = DisputeClaimState.Held,
        };
    }

    internal void GiveBack() => State = DisputeClaimState.Returned;

    internal void Lose(RemittedTaxes remitted)
    {
        State = DisputeClaimState.Lost;
        VatRemitted = remitted.Has(TaxKind.ServiceFeeVat, TaxMonth);
        IncomeTaxRemitted = remitted.Has(TaxKind.MarketplaceIncomeTax, TaxMonth);
    }
}
