using Komeji.Domain.Common;

namespace Komeji.Domain.Ordering;

/// <summary>
/// What goes back to the buyer of an order by decision, while its money is held and after. What the shop bears while it is held lowers
/// what it gets, and fee and taxes with it; what others bear leaves the shop's money as it is.
/// </summary>
public sealed partial class Order
{
    /// <summary>Of the goods, what went back to the buyer by decision, whoever bears it.</summary>
    public Rupiah RefundedGoods { get; private set; }
    public Rupiah RefundedShipping { get; private set; }

    /// <summary>Of that, what the shop bore out of the money that was held. It changes no more once the money is released.</summary>
    public Rupiah ChargedGoods { get; private set; }
    public Rupiah ChargedShipping { get; private set; }

    /// <summary>Goods the buyer has paid and not got back, as far as the order itself gave back; a bank may have taken more.</summary>
    public Rupiah LeftGoods => Goods - CancelledGoods - RefundedGoods;
    public Rupiah LeftShipping => Shipping.Fee - RefundedShipping;
    public Rupiah Left => LeftGoods + LeftShipping;

    /// <summary>The shipping fee that is the shop's.</summary>
    public Rupiah KeptShipping => Shipping.Fee - ChargedShipping;

    /// <summary>Whether a part of it may go back by decision: from its leaving the shop on, since before that it is cancelled. Cash is with the shop.</summary>
    public bool MayBeRefunded => !PaysInCash && State is OrderState.Shipped or OrderState.ReturnedToSender or OrderState.Delivered or OrderState.Completed;

    /// <summary>What is decided about money is decided of money that is here.</summary>
    /// <exception cref="RuleBroken"><c>refund.cash</c></exception>
    public void RequireMoneyHere()
    {
        if (PaysInCash)
        {
            throw new RuleBroken("refund.cash", State == OrderState.Completed
                ? "Pesanan ini dibayar tunai kepada penjual dan sudah selesai, jadi uangnya tidak ada pada Komeji. Minta penjual mengembalikannya langsung kepada pembeli; biaya layanan pesanan yang sudah selesai tidak berubah."
                : "Pesanan ini dibayar tunai kepada penjual, jadi uangnya tidak ada pada Komeji. Minta penjual mengembalikannya langsung kepada pembeli dan mencatatnya di halaman pesanan sebelum pesanan selesai; pembeli lalu menjawabnya.");
        }
    }

    /// <summary>A part goes back to the buyer by decision. When nothing is left to give back, an order that is not completed ends with it.</summary>
    /// <param name="back">Of each line what goes back and what of it the shop bears out of the held money.</param>
    /// <exception cref="RuleBroken"><c>refund.order_state</c>, <c>refund.on_its_way</c></exception>
    internal void GiveBack(IReadOnlyList<LineBack> back, Rupiah shipping, Rupiah chargedShipping, Actor by, string reason, DateTimeOffset now)
    {
        var ends = RequireMayGiveBack(Rupiah.Sum(back.Select(b => b.Amount)) + shipping);
        foreach (var part in back)
        {
            lines.Single(l => l.Id == part.Line).GiveBack(part.Amount, part.Charged);
        }

        BookBack(shipping, chargedShipping);
        if (!ends)
        {
            Record(Step(State, State, by, now, "part_refunded", reason));
            return;
        }

        Move(OrderState.Refunded, by, now, "refunded_by_decision", reason);
        EndedAt = now;
        Raise(new OrderRefunded(Id, "refunded_by_decision", Rupiah.Zero));
    }

    /// <returns>Whether the order ends with it.</returns>
    bool RequireMayGiveBack(Rupiah amount)
    {
        if (!MayBeRefunded)
        {
            throw new RuleBroken("refund.order_state", "Pengembalian diputuskan setelah pesanan dikirim. Sebelum itu batalkan pesanannya, atau sisanya.");
        }

        if (State == OrderState.Completed || amount < Left)
        {
            return false;
        }

        if (!OrderMoves.From(State).Contains(OrderState.Refunded))
        {
            throw new RuleBroken("refund.on_its_way", "Pesanan masih dalam pengiriman, jadi belum bisa dikembalikan seluruhnya. Nyatakan dahulu sampai, kembali, atau hilang.");
        }

        return true;
    }

    /// <summary>All that the buyer has not got back goes back, and the shop bears it.</summary>
    /// <returns>How much that is.</returns>
    Rupiah GiveBackRest()
    {
        var rest = Left;
        lines.ForEach(line => line.GiveBack(line.Left, line.Left));
        BookBack(LeftShipping, LeftShipping);
        return rest;
    }

    void BookBack(Rupiah shipping, Rupiah chargedShipping)
    {
        RefundedShipping += shipping;
        ChargedShipping += chargedShipping;
        RefundedGoods = Rupiah.Sum(lines.Select(l => l.Refunded));
        if (ChargedGoods != Rupiah.Sum(lines.Select(l => l.Charged)))
        {
            ReckonOnWhatRemains();
        }
    }
}

/// <param name="Charged">Of the amount, what the shop bears out of the money that is held.</param>
public readonly record struct LineBack(OrderLineId Line, Rupiah Amount, Rupiah Charged);
