using FsCheck;
using FsCheck.Fluent;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Domain.Shipping;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain;

/// <summary>Goods that leave in parts, and what becomes of the money of those that do not leave.</summary>
public sealed class OrderPartsTests
{
    static readonly OrderTerms Terms = Orders.Terms();
    static readonly DateTimeOffset Now = Orders.Monday;

    [Fact]
    public void The_clock_of_shipping_goes_on_for_the_rest_and_then_cancels_it()
    {
        var order = Orders.In(OrderState.Processing);
        var due = order.NextTimer!.DueAt;
        order.ShipPart(Orders.Seller, Orders.OnePiece(order), Terms, Now);
        (order.NextTimer!.Action, order.NextTimer.DueAt).ShouldBe((OrderTimerAction.CancelUnshipped, due));
        order.TakeEvents();

        order.RunOut(order.NextTimer.Id, Terms, due);
        (order.State, order.CancelledGoods, order.KeptGoods).ShouldBe((OrderState.Shipped, new Rupiah(18_500), new Rupiah(18_500)));
        order.Events.OfType<OrderRestCancelled>().Single().ShouldSatisfyAllConditions(
            fact => fact.Price.ShouldBe(new Rupiah(18_500)),
            fact => fact.Pieces.Select(p => p.Count).ShouldBe([1]),
            fact => fact.ReasonCode.ShouldBe("rest_not_shipped_in_time"));
        (order.NextTimer!.Action, order.NextTimer.DueAt).ShouldBe((OrderTimerAction.AssumeDelivered, due.AddDays(10)));
    }

    [Fact]
    public void All_pieces_in_two_parcels_are_a_shipped_order_with_nothing_given_back()
    {
        var order = Orders.In(OrderState.PartiallyShipped);
        order.ShipPart(Orders.Seller, Orders.OnePiece(order), Terms, Now.AddDays(1));
        (order.State, order.CancelledGoods, order.Lines[0].Open).ShouldBe((OrderState.Shipped, Rupiah.Zero, 0));
        order.NextTimer!.DueAt.ShouldBe(Now.AddDays(11));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(2)]
    public void Sends_what_is_left_and_at_least_one(int pieces)
    {
        var order = Orders.In(OrderState.PartiallyShipped);
        Should.Throw<RuleBroken>(() => order.ShipPart(Orders.Seller, new Dictionary<OrderLineId, int> { [order.Lines[0].Id] = pieces }, Terms, Now)).Code.ShouldBe("order.pieces");
        Should.Throw<RuleBroken>(() => order.ShipPart(Orders.Seller, new Dictionary<OrderLineId, int> { [OrderLineId.New(Now)] = 1 }, Terms, Now)).Code.ShouldBe("order.pieces");
    }

    [Fact]
    public void Goods_that_are_collected_do_not_leave_in_parts()
    {
        var order = Orders.In(OrderState.Processing, ShipmentKind.Pickup);
        Should.Throw<RuleBroken>(() => order.ShipPart(Orders.Seller, Orders.OnePiece(order), Terms, Now)).Code.ShouldBe("order.not_by_courier");
    }

    [Fact]
    public void A_report_that_nothing_came_stops_the_proof_of_a_part_too()
    {
        var order = Orders.In(OrderState.Shipped);
        order.ReportNotArrived(Orders.Buyer, Now);
        Should.Throw<RuleBroken>(() => order.ProvePart(Orders.Seller, "Pak Budi", "bukti", Now)).Code.ShouldBe("order.not_arrived");
    }

    public static TheoryData<string> EndsOfTheRest => ["cancelled by the seller", "cancelled by staff", "cancelled by time", "sent"];

    [Theory, MemberData(nameof(EndsOfTheRest))]
    public void A_report_about_the_first_part_outlives_the_rest(string end)
    {
        var order = Orders.In(OrderState.PartiallyShipped);
        order.ReportNotArrived(Orders.Buyer, Now);
        Should.Throw<RuleBroken>(() => order.ProvePart(Orders.Seller, "Pak Budi", "bukti", Now)).Code.ShouldBe("order.not_arrived");
        EndRest(order, end);
        (order.State, order.NotArrivedAt, order.NextTimer).ShouldBe((OrderState.Shipped, Now, null));

        order.ArriveWhole(Terms, Now.AddDays(30));
        order.State.ShouldBe(OrderState.Shipped);
        order.ConfirmReceived(Orders.Buyer, Terms, Now.AddDays(30));
        order.State.ShouldBe(OrderState.Completed);
    }

    static void EndRest(Order order, string end)
    {
        switch (end)
        {
            case "cancelled by the seller":
                order.CancelRest(Orders.Seller, "Stok habis", Terms, Now);
                break;
            case "cancelled by staff":
                order.CancelRestByStaff(Orders.Staff, "Toko tidak menjawab", Terms, Now);
                break;
            case "cancelled by time":
                order.RunOut(order.NextTimer!.Id, Terms, order.NextTimer.DueAt);
                break;
            default:
                order.Ship(Orders.Seller, Terms, Now);
                break;
        }
    }

    [Fact]
    public void What_came_back_and_is_sent_again_has_not_been_missed_yet()
    {
        var order = Orders.In(OrderState.Shipped);
        order.ReportNotArrived(Orders.Buyer, Now);
        order.ReturnToSender(Orders.Seller, "Alamat tidak ditemukan", Now);
        order.Ship(Orders.Seller, Terms, Now);
        (order.NotArrivedAt, order.NextTimer!.Action).ShouldBe((null, OrderTimerAction.AssumeDelivered));
    }

    /// <summary>
    /// Three pieces of 25,500 and 8,000 shipping; fee 5 %, PPN 11 % half up, provider cost 591. One piece is not sent: 25,500 go
    /// back, the fee is 5 % of 51,000 = 2,550, PPN 280.5 → 281, the net fee 2,550 − 591 = 1,959.
    /// </summary>
    [Fact]
    public void The_fee_is_reckoned_on_what_remains()
    {
        var order = Paid(new Rupiah(8_000), 500, 1_100, (25_500, 3));
        (order.Fee, order.Vat).ShouldBe((new Rupiah(3_825), new Rupiah(421)));
        order.BearProviderCost(new Rupiah(591));
        Leave(order, [2]);

        (order.CancelledGoods, order.Fee, order.Vat, order.Kept).ShouldBe((new Rupiah(25_500), new Rupiah(2_550), new Rupiah(281), new Rupiah(59_000)));
        PostingRules.Released(order, Now, Now).Entries.Select(e => (e.Account, e.Amount.Amount)).ShouldBe(
            [(2010, 59_000), (2030, -56_169), (2100, -1_959), (5010, -591), (2081, -281)]);
    }

    /// <summary>The floor is on each line: 5 % of 199 is 9, of 398 is 19, of 1,010 is 50.</summary>
    [Fact]
    public void Each_line_has_its_own_floor()
    {
        var order = Paid(Rupiah.Zero, 500, 1_100, (199, 3), (1_010, 2));
        order.Fee.ShouldBe(new Rupiah(29 + 101));
        Leave(order, [2, 1]);
        (order.CancelledGoods, order.Fee, order.Vat).ShouldBe((new Rupiah(199 + 1_010), new Rupiah(19 + 50), new Rupiah(8)));
    }

    [Fact]
    public void Whatever_is_not_sent_the_buyers_money_is_all_accounted_for() =>
        Prop.ForAll(
            (from lines in Gen.ListOf(from price in Gen.Choose(1, 300_000) from pieces in Gen.Choose(1, 9) from sent in Gen.Choose(0, 9) select (price, pieces, sent))
             from shipping in Gen.Choose(0, 50_000)
             from fee in Gen.Choose(0, 2_000)
             from vat in Gen.Choose(0, 1_200)
             where lines.Any(l => Math.Min(l.sent, l.pieces) > 0) && lines.Any(l => l.sent < l.pieces)
             select (lines, shipping, fee, vat)).ToArbitrary(),
            c =>
            {
                var order = Paid(new Rupiah(c.shipping), c.fee, c.vat, [.. c.lines.Select(l => ((long)l.price, l.pieces))]);
                var bought = Paid(new Rupiah(c.shipping), c.fee, c.vat, [.. c.lines.Where(l => l.sent > 0).Select(l => ((long)l.price, Math.Min(l.sent, l.pieces)))]);
                var share = EscrowShare.Hold(order.Id, order.Total, Now);
                Leave(order, [.. c.lines.Select(l => Math.Min(l.sent, l.pieces))]);
                var fact = order.Events.OfType<OrderRestCancelled>().Single();
                share.RefundPart(fact.Price, fact.ReasonCode, Now);
                var released = PostingRules.Released(order, Now, Now).Entries.ToList();

                // As if the buyer had ordered only what came.
                return share.Remaining == order.Kept
                    && order.Kept == bought.Total && order.Fee == bought.Fee && order.Vat == bought.Vat
                    && released.Sum(e => e.Amount.Amount) == 0
                    && released.Single(e => e.Account == 2010).Amount == share.Remaining;
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_part_can_be_given_back_only_of_what_is_held()
    {
        var share = EscrowShare.Hold(OrderId.New(Now), new Rupiah(33_500), Now);
        Should.Throw<RuleBroken>(() => share.RefundPart(new Rupiah(33_500), "rest_cancelled", Now)).Code.ShouldBe("escrow.amount");
        Should.Throw<RuleBroken>(() => share.RefundPart(Rupiah.Zero, "rest_cancelled", Now)).Code.ShouldBe("escrow.amount");
        share.RefundPart(new Rupiah(25_500), "rest_cancelled", Now);
        (share.State, share.Remaining, share.Paid).ShouldBe((EscrowState.Held, new Rupiah(8_000), new Rupiah(33_500)));
        share.RefundAll("refunded_by_seller", Now).ShouldBe(new Rupiah(8_000));
        Should.Throw<RuleBroken>(() => share.RefundPart(new Rupiah(1), "rest_cancelled", Now)).Code.ShouldBe("escrow.illegal_move");
    }

    static void Leave(Order order, int[] pieces)
    {
        order.Accept(Orders.Seller, Terms, Now);
        order.ShipPart(Orders.Seller, order.Lines.Zip(pieces).ToDictionary(x => x.First.Id, x => x.Second), Terms, Now);
        order.CancelRest(Orders.Seller, "Stok habis", Terms, Now);
    }

    static Order Paid(Rupiah shipping, int fee, int vat, params (long Price, int Pieces)[] things)
    {
        var lines = things.Select(t => new OrderLineDraft(ProductId.New(Now), VariantId.New(Now), "Keripik", "", "keripik", null, new Rupiah(t.Price), t.Pieces, 200, Warranty.None, "")).ToList();
        var draft = new OrderDraft("KMJ-20261005-ABCDEF", 7, StoreId.New(Now), "Dapur Bu Sri", lines, new ShippingChoice(ShipmentKind.Courier, "jne", "REG", shipping, 1, 3), 1, "");
        var order = Purchase.Place("BLJ-20261005-ABCDEF", Orders.BuyerId, "token", new Destination("Siti", "081234567890", "Jl. Mawar", TestRegions.Surabaya, "", "60136", ""), [draft], TimeSpan.FromHours(24), Now).Orders[0];
        order.Pay(new FeeTerms(new BasisPoints(fee), "1", new BasisPoints(vat), Rounding.HalfUp), Terms, Now);
        return order;
    }
}
