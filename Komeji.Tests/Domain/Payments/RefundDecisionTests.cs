using FsCheck;
using FsCheck.Fluent;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Domain.Taxes;
using Komeji.Domain.Shipping;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain.Payments;

/// <summary>
/// What goes back of an order and who bears it. The order of the worked cases: G 25,500, S 8,000, fee 5 % 1,275, PPN 11 % 140, provider
/// cost 234, net fee 1,041. Worked by hand in docs/domain/ledger.md.
/// </summary>
public sealed class RefundDecisionTests
{
    static readonly OrderTerms Terms = Orders.Terms();
    static readonly DateTimeOffset Now = Orders.Monday;

    /// <summary>10,000 of the goods: f' 500, t' 54 (54.9), n' 408 (408.2). The rest, with shipping: f' 775, t' 86, n' 633.</summary>
    [Fact]
    public void P7_takes_back_of_a_completed_order_what_each_had_got()
    {
        var order = Brought(OrderState.Completed, 8_000, 500, 1_100, 234, 25_500);
        var store = order.StoreId.Value.ToString();
        var (refund, first) = Decide(order, [10_000], 0, Shop, TakenBack.Nothing);
        Lines(refund, first).ShouldBe([("P7", 2030, store, 9_446), ("P7", 2100, "2026-10", 408), ("P7", 5010, "", 92), ("P7", 2081, "2026-10", 54), ("P7", 2090, refund.Id.Value.ToString(), -10_000)]);
        (first.Solution, order.State, order.Left, order.KeptGoods, order.Fee).ShouldBe((RefundSolution.Part, OrderState.Completed, new Rupiah(23_500), new Rupiah(25_500), new Rupiah(1_275)));

        var (rest, second) = Decide(order, [15_500], 8_000, Shop, new TakenBack([], [first]));
        Lines(rest, second).ShouldBe([("P7", 2030, store, 22_639), ("P7", 2100, "2026-10", 633), ("P7", 5010, "", 142), ("P7", 2081, "2026-10", 86), ("P7", 2090, rest.Id.Value.ToString(), -23_500)]);
        (second.Solution, order.State, order.Left).ShouldBe((RefundSolution.Full, OrderState.Completed, Rupiah.Zero));
        Refused(() => Decide(order, [1], 0, Shop, new TakenBack([], [first, second]))).ShouldBe("refund.too_much");
    }

    /// <summary>Of 10,000 the seller bears half, the courier 30 %, the cooperative 20 %. Of the seller's 5,000: f' 250, t' 27 (27.45), n' 204 (204.1).</summary>
    [Fact]
    public void P8_charges_each_who_bears_a_part_and_leaves_the_shops_fee_to_its_own()
    {
        var order = Brought(OrderState.Completed, 8_000, 500, 1_100, 234, 25_500);
        var (refund, decision) = Decide(order, [10_000], 0, Percents(50, 30, 20), TakenBack.Nothing);
        var key = refund.Id.Value.ToString();
        Lines(refund, decision).ShouldBe(
        [
            ("P7", 2030, order.StoreId.Value.ToString(), 4_723), ("P7", 2100, "2026-10", 204), ("P7", 5010, "", 46), ("P7", 2081, "2026-10", 27), ("P7", 2090, key, -5_000),
            ("P8", 1030, key, 3_000), ("P8", 5030, "", 2_000), ("P8", 2090, key, -5_000),
        ]);
    }

    /// <summary>
    /// While it is held: of 10,000 the seller bears 6,000, the courier 4,000. 27,500 stay held; fee 5 % of 19,500 = 975, PPN 107.25 → 107,
    /// net fee 975 − 234 = 741, the shop's 26,418.
    /// </summary>
    [Fact]
    public void P6_lowers_what_is_held_by_the_shops_part_only_and_the_fee_is_on_what_remains()
    {
        var order = Brought(OrderState.Delivered, 8_000, 500, 1_100, 234, 25_500);
        var share = EscrowShare.Hold(order.Id, order.Total, Now);
        var (refund, decision) = Decide(order, [10_000], 0, Percents(60, 40, 0), TakenBack.Nothing);
        share.Refund(decision.OfShop, "refund_decided", Now);
        var key = refund.Id.Value.ToString();
        Lines(refund, decision).ShouldBe([("P6", 2010, order.Id.Value.ToString(), 6_000), ("P6", 2090, key, -6_000), ("P8", 1030, key, 4_000), ("P8", 2090, key, -4_000)]);
        (share.Remaining, order.Kept, order.Fee, order.Vat, order.Left).ShouldBe((new Rupiah(27_500), new Rupiah(27_500), new Rupiah(975), new Rupiah(107), new Rupiah(23_500)));
        PostingRules.Released(order, Now, Now).Entries.Select(e => (e.Account, e.Amount.Amount)).ShouldBe([(2010, 27_500L), (2030, -26_418L), (2100, -741L), (5010, -234L), (2081, -107L)]);
    }

    /// <summary>Then the shop gives back the rest, 23,500: the 4,000 the courier bears are still the shop's. Fee 200, PPN 22, all of the fee is the provider's.</summary>
    [Fact]
    public void What_others_bore_stays_the_shops_when_the_rest_goes_back_too()
    {
        var order = Brought(OrderState.Delivered, 8_000, 500, 1_100, 234, 25_500);
        Decide(order, [10_000], 0, Percents(60, 40, 0), TakenBack.Nothing);
        order.RefundBySeller(Orders.Seller, "Barang rusak semua", Orders.Terms(), Now);
        order.Events.OfType<OrderRefunded>().Single().Back.ShouldBe(new Rupiah(23_500));
        (order.State, order.Left, order.Kept).ShouldBe((OrderState.Refunded, Rupiah.Zero, new Rupiah(4_000)));
        PostingRules.Released(order, Now, Now).Entries.Select(e => (e.Account, e.Amount.Amount)).ShouldBe([(2010, 4_000L), (2030, -3_778L), (5010, -200L), (2081, -22L)]);
    }

    [Theory]
    [InlineData(OrderState.Delivered)]
    [InlineData(OrderState.ReturnedToSender)]
    public void An_order_of_which_all_went_back_by_decision_ends(OrderState from)
    {
        var order = Brought(from, 8_000, 500, 0, 0, 25_500, 10_000);
        Decide(order, [25_500, 0], 0, Shop, TakenBack.Nothing).Decision.Solution.ShouldBe(RefundSolution.Part);
        order.State.ShouldBe(from);
        Decide(order, [0, 10_000], 8_000, Percents(0, 100, 0), TakenBack.Nothing).Decision.Solution.ShouldBe(RefundSolution.Full);
        (order.State, order.Kept).ShouldBe((OrderState.Refunded, new Rupiah(18_000)));
        order.Events.OfType<OrderRefunded>().Single().Back.ShouldBe(Rupiah.Zero);
    }

    [Fact]
    public void Gives_back_no_more_than_was_paid_and_only_what_has_left_the_shop()
    {
        foreach (var state in Enum.GetValues<OrderState>().Except([OrderState.Shipped, OrderState.ReturnedToSender, OrderState.Delivered, OrderState.Completed, OrderState.Refunded]))
        {
            Refused(() => Decide(Orders.In(state), [1], 0, Shop, TakenBack.Nothing)).ShouldBe("refund.order_state");
        }

        var order = Brought(OrderState.Shipped, 8_000, 500, 0, 0, 25_500);
        Refused(() => Decide(order, [25_500], 8_000, Shop, TakenBack.Nothing)).ShouldBe("refund.on_its_way");
        Refused(() => Decide(order, [25_501], 0, Shop, TakenBack.Nothing)).ShouldBe("refund.too_much");
        Refused(() => Decide(order, [1], 8_001, Shop, TakenBack.Nothing)).ShouldBe("refund.too_much");
        Refused(() => Decide(order, [-1], 100, Shop, TakenBack.Nothing)).ShouldBe("refund.too_much");
        Refused(() => Decide(order, [0], 0, Shop, TakenBack.Nothing)).ShouldBe("refund.amount");
        Refused(() => Decide(order, [100], 0, Percents(50, 49, 0), TakenBack.Nothing)).ShouldBe("refund.bearers");
        Refused(() => Decide(order, [100], 0, Percents(150, -50, 0), TakenBack.Nothing)).ShouldBe("refund.bearers");
        Refused(() => Decide(order, [100], 0, Shop, TakenBack.Nothing, " ")).ShouldBe("refund.reason_required");
        (order.RefundedGoods, order.State).ShouldBe((Rupiah.Zero, OrderState.Shipped));
    }

    /// <summary>A dispute lost 10,050 of the completed order (goods 7,650, f' 382, t' 42, n' 312); what is left goes back by decision, and nobody keeps or lacks a rupiah.</summary>
    [Fact]
    public void Disputes_and_refunds_reckon_on_one_memory()
    {
        var order = Brought(OrderState.Completed, 8_000, 500, 1_100, 234, 25_500);
        var dispute = Dispute.Open("stripe", "dp_1", "pi_1", order.PurchaseId, new Rupiah(10_050), "fraudulent", Now);
        dispute.Claim(order, new Rupiah(10_050), TakenBack.Nothing, "2026-10");
        var soFar = new TakenBack(dispute.Claims, []);
        (soFar.LeftGoods(order), soFar.LeftShipping(order)).ShouldBe((new Rupiah(17_850), new Rupiah(5_600)));
        Refused(() => Decide(order, [17_851], 0, Shop, soFar)).ShouldBe("refund.too_much");
        var decision = Decide(order, [17_850], 5_600, Shop, soFar).Decision;
        (decision.Reversed.Fee, decision.Reversed.Vat, decision.Reversed.NetFee, decision.Reversed.OfShop).ShouldBe((new Rupiah(893), new Rupiah(98), new Rupiah(729), new Rupiah(22_459)));
    }

    /// <summary>
    /// Of 100 with a fee of 50 and PPN of 50 a bank took two rupiah, one at a time: the second gave up its rupiah of fee and had none left for
    /// PPN. A refund others pay takes nothing back; the rupiah of PPN comes back with the next the shop bears.
    /// </summary>
    [Fact]
    public void Where_the_shop_bears_nothing_nothing_is_taken_back()
    {
        var order = Brought(OrderState.Completed, 0, 5_000, 10_000, 0, 100);
        var dispute = Dispute.Open("stripe", "dp_1", "pi_1", order.PurchaseId, new Rupiah(2), "fraudulent", Now);
        dispute.Claim(order, new Rupiah(1), TakenBack.Nothing, "2026-10");
        dispute.Claim(order, new Rupiah(1), new TakenBack(dispute.Claims, []), "2026-10");
        dispute.Claims.Select(c => (c.Fee.Amount, c.Vat.Amount)).ShouldBe([(0L, 0L), (1L, 0L)]);

        var (_, others) = Decide(order, [1], 0, Percents(1, 0, 99), new TakenBack(dispute.Claims, []));
        (others.OfShop, others.Reversed).ShouldBe((Rupiah.Zero, default(Reversal)));
        var (refund, shop) = Decide(order, [1], 0, Shop, new TakenBack(dispute.Claims, [others]));
        Lines(refund, shop).ShouldBe([("P7", 2081, "2026-10", 1), ("P7", 2090, refund.Id.Value.ToString(), -1)]);
    }

    [Fact]
    public void However_it_is_cut_and_whoever_bears_it_all_is_accounted_for() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed => new Walk(new Random(seed)).EndsSound()).QuickCheckThrowOnFailure();

    static IReadOnlyDictionary<RefundBearer, int> Shop => Percents(100, 0, 0);

    static IReadOnlyDictionary<RefundBearer, int> Percents(int seller, int courier, int platform) =>
        new Dictionary<RefundBearer, int> { [RefundBearer.Seller] = seller, [RefundBearer.Courier] = courier, [RefundBearer.Platform] = platform };

    static (Refund Refund, RefundDecision Decision) Decide(
        Order order, long[] goods, long shipping, IReadOnlyDictionary<RefundBearer, int> percents, TakenBack soFar, string reason = "Barang cacat")
    {
        var plan = new RefundPlan(goods.Select((amount, i) => (order.Lines[i].Id, Amount: new Rupiah(amount))).ToDictionary(l => l.Id, l => l.Amount), new Rupiah(shipping), percents);
        var refund = Refund.Request(order.PurchaseId, order.Id, "sandbox", "pay_1", plan.Amount, "refund_decided", Now);
        return (refund, RefundDecision.Make(order, refund, plan, soFar, "2026-10", RemittedTaxes.None, Orders.Staff, reason, Now));
    }

    static string Refused(Action act) => Should.Throw<RuleBroken>(act).Code;

    static List<(string Rule, int Account, string Key, long Amount)> Lines(Refund refund, RefundDecision decision) =>
        [.. PostingRules.RefundDecided(refund, decision, Now).SelectMany(j => j.Entries.Select(e => (j.Rule, e.Account, e.AccountKey, e.Amount.Amount)))];

    static Order Brought(OrderState to, long shipping, int fee, int vat, long cost, params long[] goods)
    {
        var lines = goods.Select(price => new OrderLineDraft(ProductId.New(Now), VariantId.New(Now), "Keripik", "", "keripik", null, new Rupiah(price), 1, 200, Warranty.None, "")).ToList();
        var draft = Orders.Draft(ShipmentKind.Courier, "KMJ-20261005-ABCDEF") with { Lines = lines, Shipping = new ShippingChoice(ShipmentKind.Courier, "jne", "JNE REG", new Rupiah(shipping), 1, 3) };
        var destination = new Destination("Siti", "081234567890", "Jl. Mawar", "35.78.10.1001", "", "60136", "");
        var order = Purchase.Place("BLJ-20261005-ABCDEF", Orders.BuyerId, "token", destination, [draft], TimeSpan.FromHours(24), Now).Orders[0];
        order.BearProviderCost(new Rupiah(cost));
        order.Pay(new FeeTerms(new BasisPoints(fee), "1", new BasisPoints(vat), Rounding.HalfUp), Terms, Now);
        order.Accept(Orders.Seller, Terms, Now);
        order.Ship(Orders.Seller, Terms, Now);
        switch (to)
        {
            case OrderState.Shipped:
                break;
            case OrderState.ReturnedToSender:
                order.ReturnToSender(Orders.Seller, "Alamat tidak ditemukan", Now);
                break;
            case OrderState.Completed:
                order.ConfirmReceived(Orders.Buyer, Terms, Now);
                break;
            default:
                order.ProveDelivery(Orders.Seller, "Pak Budi", "bukti", Terms, Now);
                break;
        }

        order.State.ShouldBe(to);
        return order;
    }

    /// <summary>One order through random refunds before and after its release, and disputes that are won and lost, to the last rupiah.</summary>
    sealed class Walk
    {
        readonly Random random;
        readonly bool onlyShop;
        readonly Order order;
        readonly EscrowShare share;
        readonly Dictionary<int, long> books = [];
        readonly List<DisputeClaim> claims = [];
        readonly List<RefundDecision> decisions = [];
        bool sound = true;

        public Walk(Random random)
        {
            this.random = random;
            onlyShop = random.Next(2) == 0;
            order = Brought(
                OrderState.Delivered, random.Next(0, 20_000), random.Next(0, 2_000), random.Next(0, 1_200), random.Next(0, 3_000),
                [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => random.NextInt64(1, 200_000))]);
            share = EscrowShare.Hold(order.Id, order.Total, Now);
            Book(PostingRules.PurchasePaid("sandbox", "pay_1", order.PurchaseId, [(order.Id, order.Total)], Now, Now));
        }

        TakenBack SoFar => new(claims, decisions);

        Rupiah Left => SoFar.Left(order);

        public bool EndsSound()
        {
            for (var i = random.Next(4); i > 0; i--)
            {
                RefundSome();
            }

            order.ConfirmReceived(Orders.Buyer, Terms, Now);
            share.Release(Now);
            Book(PostingRules.Released(order, Now, Now));
            for (var i = random.Next(7); i > 0; i--)
            {
                if (random.Next(3) == 0)
                {
                    DisputeSome();
                }
                else
                {
                    RefundSome();
                }
            }

            RefundRest();
            var back = Rupiah.Sum(decisions.Select(d => d.Amount)) + Rupiah.Sum(claims.Where(c => c.State == DisputeClaimState.Lost).Select(c => c.Amount));
            return sound && Left.IsZero && back == order.Total
                && books.Values.Sum() == 0 && new[] { 2010, 2035, 1200 }.All(a => books.GetValueOrDefault(a) == 0)
                && books.GetValueOrDefault(2090) == -decisions.Sum(d => d.Amount.Amount)
                && (!onlyShop || new[] { 2030, 2100, 2081, 5010, 5030, 1030 }.All(a => books.GetValueOrDefault(a) == 0));
        }

        /// <summary>A random part, which is not the last before the release: that would end the order.</summary>
        void RefundSome()
        {
            var plan = Plan(most => random.NextInt64(0, most + 1));
            if (plan.Amount.IsPositive && (order.State == OrderState.Completed || plan.Amount < order.Left))
            {
                Refund(plan);
            }
        }

        void RefundRest()
        {
            var plan = Plan(most => most);
            if (plan.Amount.IsPositive)
            {
                Refund(plan with { Percents = Shop });
            }
        }

        RefundPlan Plan(Func<long, long> pick)
        {
            var (soFar, lines) = (SoFar, new Dictionary<OrderLineId, Rupiah>());
            var goods = soFar.LeftGoods(order);
            foreach (var line in order.Lines)
            {
                var part = new Rupiah(pick(Rupiah.Min(goods, line.Left).Amount));
                lines[line.Id] = part;
                goods -= part;
            }

            var seller = onlyShop ? 100 : random.Next(101);
            var courier = random.Next(101 - seller);
            return new RefundPlan(lines, new Rupiah(pick(soFar.LeftShipping(order).Amount)), Percents(seller, courier, 100 - seller - courier));
        }

        void Refund(RefundPlan plan)
        {
            var refund = global::Komeji.Domain.Payments.Refund.Request(order.PurchaseId, order.Id, "sandbox", "pay_1", plan.Amount, "refund_decided", Now);
            var decision = RefundDecision.Make(order, refund, plan, SoFar, "2026-10", RemittedTaxes.None, Orders.Staff, "Barang cacat", Now);
            decisions.Add(decision);
            if (!decision.AfterRelease)
            {
                if (decision.OfShop.IsPositive)
                {
                    share.Refund(decision.OfShop, "refund_decided", Now);
                }

                sound &= share.Remaining == order.Kept;
            }

            sound &= Rupiah.Sum(decision.Shares.Select(s => s.Amount)) == plan.Amount && Rupiah.Sum(decision.Lines.Select(l => l.OfShop)) + decision.ShippingOfShop == decision.OfShop;
            Book([.. PostingRules.RefundDecided(refund, decision, Now)]);
        }

        /// <summary>Leaves a rupiah at least, so that the last word is a refund's.</summary>
        void DisputeSome()
        {
            if (Left.Amount < 2)
            {
                return;
            }

            var amount = new Rupiah(random.NextInt64(1, Left.Amount));
            var dispute = Dispute.Open("stripe", $"dp_{claims.Count}", "pay_1", order.PurchaseId, amount, "fraudulent", Now);
            dispute.Withdraw(amount);
            Book(PostingRules.DisputeWithdrawn(dispute, amount, Rupiah.Zero, Now, Now));
            var claim = dispute.Claim(order, amount, SoFar, "2026-10");
            claims.Add(claim);
            if (claim.Held.IsPositive)
            {
                Book(PostingRules.DisputeHeld(dispute, claim, Now));
            }

            if (random.Next(2) == 0)
            {
                RefundSome();
            }

            if (random.Next(2) == 0)
            {
                dispute.BookLoss(RemittedTaxes.None);
                Book(PostingRules.DisputeLost(dispute, claim, Now));
                return;
            }

            dispute.GiveClaimsBack();
            dispute.GetBack(amount);
            Book(PostingRules.DisputeReturned(dispute, amount, Rupiah.Zero, Rupiah.Zero, Now, Now));
            if (claim.Held.IsPositive)
            {
                Book(PostingRules.DisputeHoldReturned(dispute, claim, Now));
            }
        }

        void Book(params Journal[] journals)
        {
            foreach (var entry in journals.SelectMany(j => j.Entries))
            {
                books[entry.Account] = books.GetValueOrDefault(entry.Account) + entry.Amount.Amount;
            }
        }
    }
}
