using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Domain.Returns;
using Komeji.Tests.Support;
using Xunit.Abstractions;

namespace Komeji.Tests.Domain.Returns;

/// <summary>How much comes back and goes back: worked by hand, and over random returns.</summary>
public sealed class ReturnAmountsTests(ITestOutputHelper output)
{
    static readonly DateTimeOffset Now = Returned.Now;

    /// <summary>Three of Rp18.500 sent back, two arrive: Rp37.000.</summary>
    [Fact]
    public void Two_of_three_that_arrive_give_back_the_price_of_two()
    {
        var goods = Returned.In(GoodsReturnState.PartlyAccepted);
        goods.Offered.ShouldBe(Rupiah.Zero);
        goods.Agree(Orders.Buyer, Now);
        goods.Offered.ShouldBe(new Rupiah(37_000));
        var told = goods.Events.OfType<GoodsReturned>().Single();
        told.Lines.Single().ShouldBe(new ReturnedLine(goods.Lines[0].OrderLineId, goods.Lines[0].VariantId, 3, 2, 1, new Rupiah(37_000)));
    }

    /// <summary>Rp10.000 agreed for three pieces: one is Rp3.333, two Rp6.666, all Rp10.000.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 3_333)]
    [InlineData(2, 6_666)]
    [InlineData(3, 10_000)]
    public void Of_an_agreed_amount_the_part_that_came_goes_back(int came, int amount)
    {
        var order = Returned.Order((18_500, 3));
        var goods = Returned.Open(order, new ReturnItem(order.Lines[0].Id, 3, new Rupiah(10_000)));
        goods.Send(Orders.Buyer, Returned.Parcel, null, [], Returned.Terms, Now);
        goods.Count(Orders.Seller, Returned.Found(goods, 0, came), "Selebihnya tidak ada", ["foto.webp"], Returned.Terms, Now);
        if (goods.State == GoodsReturnState.PartlyAccepted)
        {
            goods.Agree(Orders.Buyer, Now);
        }

        goods.Offered.ShouldBe(new Rupiah(amount));
    }

    /// <summary>A line of Rp10.001 for three pieces, sent back one by one: Rp3.333, Rp3.334 and Rp3.334, together exactly the line.</summary>
    [Fact]
    public void What_is_cut_into_single_returns_sums_to_the_line()
    {
        var order = Returned.Order((3_333, 3), (1, 2));
        var line = order.Lines[0];
        Enumerable.Range(0, 4).Select(n => Returnable.Target(new Rupiah(10_001), n, 3).Amount).ShouldBe([0L, 3_333, 6_667, 10_001]);

        var returns = new List<GoodsReturn>();
        for (var i = 0; i < 3; i++)
        {
            returns.Add(Received(order, returns, line.Id, 1));
        }

        returns.Select(r => r.Offered.Amount).Sum().ShouldBe(line.Total.Amount);
        var left = new Returnable(order, returns, []);
        (left.Pieces(line), left.Money(line)).ShouldBe((0, Rupiah.Zero));
        Should.Throw<RuleBroken>(() => Received(order, returns, line.Id, 1)).Code.ShouldBe("return.pieces");
    }

    [Fact]
    public void Neither_more_pieces_nor_more_money_than_are_left_can_be_agreed()
    {
        var order = Returned.Order((18_500, 2));
        var line = order.Lines[0].Id;
        Should.Throw<RuleBroken>(() => Returned.Open(order, new ReturnItem(line, 3))).Code.ShouldBe("return.pieces");
        Should.Throw<RuleBroken>(() => Returned.Open(order, new ReturnItem(line, 0))).Code.ShouldBe("return.pieces");
        Should.Throw<RuleBroken>(() => Returned.Open(order, new ReturnItem(line, 1), new ReturnItem(line, 1))).Code.ShouldBe("return.pieces");
        Should.Throw<RuleBroken>(() => Returned.Open(order)).Code.ShouldBe("return.pieces");
        Should.Throw<RuleBroken>(() => Returned.Open(Returned.Order((1, 1)), new ReturnItem(line, 1))).Code.ShouldBe("return.pieces");
        Should.Throw<RuleBroken>(() => Returned.Open(order, new ReturnItem(line, 1, new Rupiah(37_001)))).Code.ShouldBe("return.amount");
        Should.Throw<RuleBroken>(() => Returned.Open(Orders.In(OrderState.Processing), new ReturnItem(line, 1))).Code.ShouldBe("return.not_goods");
    }

    [Fact]
    public void Freight_of_a_parcel_that_held_nothing_does_not_go_back()
    {
        var order = Returned.Order((18_500, 1));
        var goods = Returned.Open(order, new ReturnItem(order.Lines[0].Id, 1));
        goods.Send(Orders.Buyer, Returned.Parcel with { Freight = new Rupiah(15_000) }, "struk.webp", [], Returned.Terms, Now);
        goods.RaiseObjection(Orders.Seller, byShop: true, "Isinya batu", Returned.Terms, Now);
        goods.Decide(Orders.Staff, Returned.Found(goods, 0), "Foto menunjukkan batu", Now);
        goods.Events.OfType<GoodsReturned>().Single().Freight.ShouldBe(Rupiah.Zero);
        var offer = ReturnOffer.Of(goods, order);
        (offer.Amount, offer.Uncovered).ShouldBe((Rupiah.Zero, Rupiah.Zero));
    }

    [Fact]
    public void Freight_goes_back_only_where_another_pays_it_and_with_its_receipt()
    {
        var paid = Returned.Parcel with { Freight = new Rupiah(18_000) };
        foreach (var (payer, proof, amount, refused) in new[]
        {
            (FreightPayer.Buyer, "struk.webp", 18_000, true), (FreightPayer.Seller, (string?)null, 18_000, true),
            (FreightPayer.Platform, "struk.webp", 200_001, true), (FreightPayer.Seller, "struk.webp", 18_000, false), (FreightPayer.Buyer, null, 0, false),
        })
        {
            var order = Returned.Order((18_500, 1));
            var goods = GoodsReturn.Open(Returned.Agreed(order, payer, new ReturnItem(order.Lines[0].Id, 1)), order, new Returnable(order, [], []), "RTR-20261005-AAAAAA", Returned.Terms, Now);
            void Send() => goods.Send(Orders.Buyer, paid with { Freight = new Rupiah(amount) }, proof, [], Returned.Terms, Now);
            if (refused)
            {
                Should.Throw<RuleBroken>(Send, $"{payer} {amount}").Code.ShouldBe("return.freight");
                continue;
            }

            Send();
            goods.Count(Orders.Seller, Returned.Found(goods, 1), "", [], Returned.Terms, Now);

            // Shipping of this order was Rp8.000: that much is covered by what was paid for it.
            var offer = ReturnOffer.Of(goods, order);
            (offer.Freight, offer.Uncovered).ShouldBe(amount == 0 ? (Rupiah.Zero, Rupiah.Zero) : (new Rupiah(8_000), new Rupiah(10_000)));
            var plan = offer.Plan(new Dictionary<RefundBearer, int> { [RefundBearer.Seller] = 100 });
            plan.Amount.ShouldBe(new Rupiah(18_500) + offer.Freight);
        }
    }

    /// <summary>
    /// Random returns of random orders, opened, sent, kept, counted, objected to and decided in any order, with exchanges between: never do
    /// more pieces come back than were bought and not returned, and never is more offered than came back, or than the line cost.
    /// </summary>
    [Fact]
    public void Over_random_returns_nothing_comes_back_twice_and_no_refund_is_too_high()
    {
        var seed = Random.Shared.Next(1, 1_000_000);
        output.WriteLine($"seed {seed}");
        var random = new Random(seed);
        var (opened, refused, received) = (0, 0, 0);
        for (var round = 0; round < 400; round++)
        {
            var order = Returned.Order([.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => (random.Next(1, 50_000), random.Next(1, 7)))]);
            var (returns, replacements) = (new List<GoodsReturn>(), new List<Replacement>());
            for (var step = 0; step < 25; step++)
            {
                if (returns.Count == 0 || random.Next(3) == 0)
                {
                    try
                    {
                        returns.Add(OpenRandom(order, returns, replacements, random));
                        opened++;
                    }
                    catch (RuleBroken refusal) when (refusal.Code is "return.pieces" or "return.amount")
                    {
                        refused++;
                    }
                }
                else
                {
                    received += MoveRandom(order, returns[random.Next(returns.Count)], replacements, random);
                }

                ShouldHold(order, returns, replacements);
            }
        }

        output.WriteLine($"{opened} opened, {refused} refused, {received} received");
        opened.ShouldBeGreaterThan(400);
        refused.ShouldBeGreaterThan(100);
        received.ShouldBeGreaterThan(150);
    }

    static GoodsReturn OpenRandom(Order order, List<GoodsReturn> returns, List<Replacement> replacements, Random random)
    {
        var items = order.Lines.Where(_ => random.Next(2) == 0).Select(l => new ReturnItem(l.Id, random.Next(0, l.Quantity + 2), random.Next(3) switch
        {
            0 => new Rupiah(random.NextInt64(0, l.Total.Amount + 2)),
            1 => Rupiah.Zero,
            _ => null,
        })).ToArray();
        return GoodsReturn.Open(Returned.Agreed(order, FreightPayer.Seller, items), order, new Returnable(order, returns, replacements), "RTR-20261005-AAAAAA", Returned.Terms, Now);
    }

    /// <returns>1 when it was received with this.</returns>
    static int MoveRandom(Order order, GoodsReturn goods, List<Replacement> replacements, Random random)
    {
        var before = goods.State;
        var found = goods.Lines.ToDictionary(l => l.OrderLineId, l =>
        {
            var sellable = random.Next(0, l.Pieces + 1);
            return new ReturnCount(sellable, random.Next(0, l.Pieces - sellable + 1));
        });
        switch (before)
        {
            case GoodsReturnState.AwaitingReturn when random.Next(4) == 0:
                goods.Withdraw(Orders.Buyer, Now);
                break;
            case GoodsReturnState.AwaitingReturn:
                goods.Send(Orders.Buyer, Returned.Parcel, null, [], Returned.Terms, Now);
                break;
            case GoodsReturnState.ReturnInTransit when random.Next(4) == 0:
                goods.RaiseObjection(Orders.Seller, byShop: true, "Paketnya tidak ada", Returned.Terms, Now);
                break;
            case GoodsReturnState.ReturnInTransit:
                goods.Count(Orders.Seller, found, "Tidak semua datang", ["foto.webp"], Returned.Terms, Now);
                break;
            case GoodsReturnState.PartlyAccepted when random.Next(3) == 0:
                goods.RaiseObjection(Orders.Buyer, byShop: false, "Saya kirim semuanya", Returned.Terms, Now);
                break;
            case GoodsReturnState.PartlyAccepted:
                goods.RunOut(Returned.Terms, goods.DueAt!.Value);
                break;
            case GoodsReturnState.Objected:
                goods.Decide(Orders.Staff, found, "Menurut foto", Now);
                break;
            default:
                break;
        }

        if (before == goods.State || goods.State != GoodsReturnState.ReturnReceived)
        {
            return 0;
        }

        Exchange(order, goods, replacements);
        return 1;
    }

    /// <summary>What came back and gives no money back is sent again, so it may come back once more.</summary>
    static void Exchange(Order order, GoodsReturn goods, List<Replacement> replacements)
    {
        var items = goods.Lines.Where(l => l.Accepted > 0 && l.Agreed.IsZero).Select(l => new ReplacementItem(l.OrderLineId, l.Accepted)).ToArray();
        if (items.Length > 0)
        {
            var replacement = Replacement.Open(new ReplacementAgreed(goods.Cause, goods.CauseId, goods.CauseNumber, order.Id, ReplacementKind.Exchange, items), order, "GNT-20261005-AAAAAA", Returned.Terms, Now);
            replacement.SetAside();
            replacement.Send(Orders.Seller, "482913", 3, Returned.Terms, Now);
            replacement.Confirm(Orders.Buyer, Now);
            replacements.Add(replacement);
        }
    }

    static void ShouldHold(Order order, List<GoodsReturn> returns, List<Replacement> replacements)
    {
        foreach (var line in order.Lines)
        {
            var open = returns.Where(r => r.State != GoodsReturnState.Closed).SelectMany(r => r.Lines.Where(l => l.OrderLineId == line.Id).Select(l => (Line: l, IsOver: r.State == GoodsReturnState.ReturnReceived))).ToList();
            var back = open.Sum(l => l.IsOver ? l.Line.Accepted : l.Line.Pieces);
            var again = replacements.SelectMany(r => r.Lines).Where(l => l.OrderLineId == line.Id).Sum(l => l.Pieces);
            (back - again).ShouldBeInRange(0, line.Quantity);
            open.ShouldAllBe(l => l.Line.Accepted <= l.Line.Pieces && l.Line.Offered <= l.Line.Agreed);
            open.Where(l => l.IsOver).ShouldAllBe(l => (Int128)l.Line.Offered.Amount * l.Line.Pieces <= (Int128)l.Line.Agreed.Amount * l.Line.Accepted);
            var promised = Rupiah.Sum(open.Select(l => l.IsOver ? l.Line.Offered : l.Line.Agreed));
            promised.ShouldBeLessThanOrEqualTo(line.Total);
            new Returnable(order, returns, replacements).Money(line).ShouldBe(line.Total - promised);
        }
    }

    static GoodsReturn Received(Order order, List<GoodsReturn> before, OrderLineId line, int pieces)
    {
        var goods = GoodsReturn.Open(Returned.Agreed(order, FreightPayer.Seller, new ReturnItem(line, pieces)), order, new Returnable(order, before, []), "RTR-20261005-AAAAAA", Returned.Terms, Now);
        goods.Send(Orders.Buyer, Returned.Parcel, null, [], Returned.Terms, Now);
        goods.Count(Orders.Seller, Returned.Found(goods, pieces), "", [], Returned.Terms, Now);
        return goods;
    }
}
