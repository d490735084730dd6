using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Shipping;
using Komeji.Domain.Warranties;

namespace Komeji.Tests.Support;

/// <summary>Warranty claims brought to a state by their own verbs, without a database.</summary>
public static class Claims
{
    public static readonly DateTimeOffset Monday = Orders.Monday;
    public static readonly Warranty Year = new(WarrantyKind.Shop, 12, "Dapur Bu Sri", "Bukan karena terjatuh.", WarrantyFreight.Warrantor);
    public static readonly ClaimFacts Facts = new("Tidak menyala sejak kemarin", ClaimSolution.Repair, 1);
    public static readonly Rupiah Price = new(18_500);

    public static ClaimTerms Terms(params DateOnly[] holidays) => new(3, 14, 7, 14, 7, TimeSpan.FromHours(48), 14, 5, new WorkingCalendar(holidays));

    /// <summary>An order of one line that has come and was taken, on Monday.</summary>
    public static Order Sold(int pieces, Warranty warranty)
    {
        var line = new OrderLineDraft(ProductId.New(Monday), VariantId.New(Monday), "Penanak nasi", "1 liter", "penanak-nasi", null, new Rupiah(18_500), pieces, 900, warranty, "");
        var draft = new OrderDraft("KMJ-20261005-GARANS", 7, StoreId.New(Monday), "Dapur Bu Sri", [line], new ShippingChoice(ShipmentKind.Courier, "jne", "JNE REG", new Rupiah(8_000), 2, 3), 2, "");
        var order = Purchase.Place(
            "BLJ-20261005-GARANS", Orders.BuyerId, new string('g', 64),
            new Destination("Siti Aminah", "+6281234567890", "Jl. Mawar 12", TestRegions.Surabaya, "Gading, Tambaksari, Kota Surabaya, Jawa Timur", "60134", ""),
            [draft], TimeSpan.FromHours(24), Monday).Orders[0];
        order.Pay(Orders.Fees, Orders.Terms(), Monday);
        order.Accept(Orders.Seller, Orders.Terms(), Monday);
        order.Ship(Orders.Seller, Orders.Terms(), Monday);
        order.ConfirmReceived(Orders.Buyer, Orders.Terms(), Monday);
        return order;
    }

    public static WarrantyCard Card(int pieces = 1)
    {
        var order = Sold(pieces, Year);
        var drawn = 0;
        return WarrantyCard.Of(order, order.Lines[0], () => $"GRSAAAAAA-AAAAA{drawn++}", Monday)[0];
    }

    /// <summary>Everything happens on Monday; what is out of term thirteen months later.</summary>
    public static WarrantyClaim In(ClaimState state)
    {
        var (card, now, terms) = (Card(), Monday, Terms());
        var claim = WarrantyClaim.Draft(card, "KLG-20261005-AAAAAA", Facts, now);
        if (state == ClaimState.OutOfTerm)
        {
            claim.Submit(card, Price, terms, Orders.Buyer, now.AddMonths(13));
        }
        else if (state != ClaimState.Draft)
        {
            claim.Submit(card, Price, terms, Orders.Buyer, now);
            Bring(claim, state, terms, now);
        }

        claim.State.ShouldBe(state);
        return claim;
    }

    static void Bring(WarrantyClaim claim, ClaimState state, ClaimTerms terms, DateTimeOffset now)
    {
        switch (state)
        {
            case ClaimState.AwaitingAnswer:
                return;
            case ClaimState.Cancelled:
                claim.Cancel(Orders.Buyer, now);
                return;
            case ClaimState.Rejected or ClaimState.Refused:
                claim.Reject(Orders.Seller, "Terjatuh", terms, now);
                if (state == ClaimState.Refused)
                {
                    claim.RunOut(terms, now.AddDays(14));
                }

                return;
            case ClaimState.UnderReview or ClaimState.Refunded:
                claim.RunOut(terms, now.AddDays(20));
                if (state == ClaimState.Refunded)
                {
                    claim.Refund(RefundId.New(now), Orders.Staff, "Penjual diam", now);
                }

                return;
            default:
                claim.Accept(Orders.Seller, "", terms, now);
                Work(claim, state, terms, now);
                return;
        }
    }

    static void Work(WarrantyClaim claim, ClaimState state, ClaimTerms terms, DateTimeOffset now)
    {
        if (state == ClaimState.Expired)
        {
            claim.RunOut(terms, now.AddDays(14));
        }

        if (state is ClaimState.AwaitingGoods or ClaimState.Expired)
        {
            return;
        }

        claim.Receive(Orders.Seller, terms, now);
        if (state == ClaimState.GoodsReceived)
        {
            return;
        }

        claim.AddPicture("temuan.webp", ClaimPictureOf.Finding, now);
        claim.Examine(Orders.Seller, "Kabel pemanas putus", now);
        switch (state)
        {
            case ClaimState.Repaired or ClaimState.SentBack or ClaimState.Completed:
                claim.Mend(Orders.Seller, ClaimSolution.Repair, now);
                break;
            case ClaimState.Replaced:
                claim.Mend(Orders.Seller, ClaimSolution.Replace, now);
                break;
            case ClaimState.NotCovered:
                claim.AskRuling(Orders.Seller, false, "Bekas terjatuh", terms, now);
                claim.Rule(ClaimRuling.Dismiss, Orders.Staff, "Fotonya jelas", terms, now);
                break;
        }

        if (state is ClaimState.SentBack or ClaimState.Completed)
        {
            claim.SendBack(Orders.Seller, "JNE 0123456789", false, terms, now);
        }

        if (state == ClaimState.Completed)
        {
            claim.Confirm(Orders.Buyer, now);
        }
    }
}
