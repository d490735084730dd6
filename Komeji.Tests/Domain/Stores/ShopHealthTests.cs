using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Stores;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain.Stores;

public sealed class ShopHealthTests
{
    static readonly DateTimeOffset Monday = new(2026, 10, 5, 2, 0, 0, TimeSpan.Zero);
    static readonly StoreId Shop = StoreId.New(Monday);
    static readonly DateTimeOffset From = Wib.StartOf(new DateOnly(2026, 8, 6));
    static readonly DateTimeOffset AsOf = Wib.StartOf(new DateOnly(2026, 10, 5));
    static readonly HealthLimits Limits = new(10, new BasisPoints(1_500), new BasisPoints(1_000), new BasisPoints(3_000), 7, 14);
    static int made;

    static DateTimeOffset Day(int day, int hour = 10) => Wib.StartOf(new DateOnly(2026, 9, day)).AddHours(hour);

    static PastStep Step(OrderState to, string code, DateTimeOffset at) => new(to.ToString(), code, at);

    static OrderPast Order(DateTimeOffset? promised, DateTimeOffset? complained, params PastStep[] steps) => new(OrderId.New(Day(1)), $"KMJ-{++made}", Day(1), promised, steps, complained is { } at ? new PastComplaint(PastComplaint.PaidBack, at) : null);

    /// <returns>What counts against the shop, what says nothing is left out.</returns>
    static Dictionary<HealthMeasure, bool> Counted(OrderPast order) => HealthCase.Of(Shop, order, AsOf).ToDictionary(c => c.Measure, c => c.IsBad);

    [Fact]
    public void An_order_sent_on_the_promised_day_is_in_time_and_a_day_later_late()
    {
        Counted(Order(Day(4, 9), null, Step(OrderState.Processing, "accepted", Day(2)), Step(OrderState.Shipped, "shipped", Day(4, 23))))
            .ShouldBe(new Dictionary<HealthMeasure, bool> { [HealthMeasure.Cancelled] = false, [HealthMeasure.Complained] = false, [HealthMeasure.Late] = false });
        Counted(Order(Day(4, 9), null, Step(OrderState.Shipped, "shipped", Day(5, 0))))[HealthMeasure.Late].ShouldBeTrue();
    }

    [Fact]
    public void What_left_first_decides_also_when_the_rest_left_later_or_it_came_back()
    {
        Counted(Order(Day(4), null, Step(OrderState.PartiallyShipped, "part_shipped", Day(3)), Step(OrderState.Shipped, "rest_shipped", Day(9))))[HealthMeasure.Late].ShouldBeFalse();
        Counted(Order(Day(4), null, Step(OrderState.Shipped, "shipped", Day(3)), Step(OrderState.ReturnedToSender, "returned_to_sender", Day(7)), Step(OrderState.Shipped, "shipped_again", Day(9))))[HealthMeasure.Late].ShouldBeFalse();
    }

    [Fact]
    public void An_order_that_never_left_is_late_once_its_day_is_over_and_says_nothing_before()
    {
        Counted(Order(Day(4), null, Step(OrderState.Processing, "accepted", Day(2))))[HealthMeasure.Late].ShouldBeTrue();
        Counted(Order(AsOf.AddHours(5), null, Step(OrderState.Processing, "accepted", Day(2)))).ContainsKey(HealthMeasure.Late).ShouldBeFalse();
        Counted(Order(Day(4), null, Step(OrderState.Processing, "accepted", Day(2)), Step(OrderState.Cancelled, "cancellation_agreed", Day(3)))).ContainsKey(HealthMeasure.Late).ShouldBeFalse();
        Counted(Order(null, null)).ContainsKey(HealthMeasure.Late).ShouldBeFalse();
    }

    [Theory]
    [InlineData("declined_by_seller", true)]
    [InlineData("not_accepted_in_time", true)]
    [InlineData("not_shipped_in_time", true)]
    [InlineData("not_done_in_time", true)]
    [InlineData("rest_cancelled", true)]
    [InlineData("rest_not_shipped_in_time", true)]
    [InlineData("cancelled_by_buyer", false)]
    [InlineData("cancelled_by_staff", false)]
    [InlineData("cancellation_agreed", false)]
    [InlineData("cancellation_unanswered", false)]
    [InlineData("not_collected_in_time", false)]
    public void Only_what_the_shop_did_not_serve_is_its_cancellation(string code, bool byShop) =>
        Counted(Order(null, null, Step(OrderState.Cancelled, code, Day(3))))[HealthMeasure.Cancelled].ShouldBe(byShop);

    [Fact]
    public void What_happened_since_the_figures_does_not_count_yet()
    {
        var order = Order(AsOf.AddDays(-1), AsOf.AddHours(1), Step(OrderState.Cancelled, "declined_by_seller", AsOf));
        var counted = Counted(order);
        (counted[HealthMeasure.Cancelled], counted[HealthMeasure.Complained]).ShouldBe((false, false));
        HealthCase.Of(Shop, order, AsOf.AddHours(2)).Count(c => c.IsBad).ShouldBe(2, "cancelled and complained of");
    }

    [Fact]
    public void A_question_counts_when_it_is_answered_or_its_time_is_over()
    {
        var within = TimeSpan.FromHours(24);
        HealthCase? Of(DateTimeOffset asked, DateTimeOffset? answered) => HealthCase.Of(Shop, new QuestionPast(ChatWaitId.New(asked), ConversationId.New(asked), "Keripik", asked, answered), within, AsOf);

        Of(AsOf.AddHours(-24), null).ShouldBeNull("its time is just not over");
        Of(AsOf.AddHours(-25), null)!.Why.ShouldBe("unanswered");
        Of(AsOf.AddHours(-30), AsOf.AddHours(1))!.Why.ShouldBe("unanswered", "answered after the figures");
        Of(Day(3), Day(4))!.IsBad.ShouldBeFalse("exactly in time");
        var slow = Of(Day(3), Day(4).AddMinutes(1))!;
        (slow.IsBad, slow.Why, slow.Minutes).ShouldBe((true, "slow", (int?)1_441));
    }

    /// <summary>3 of 20 are exactly 15 %, which is not above; 4 are.</summary>
    [Theory]
    [InlineData(3, 20, false)]
    [InlineData(4, 20, true)]
    [InlineData(9, 9, false)]
    public void Only_above_the_limit_and_with_enough_orders_is_a_breach(int bad, int total, bool breach) =>
        (Limits.Breaches(measure => measure == HealthMeasure.Cancelled ? new HealthTally(bad, total) : new HealthTally(0, total)).Count > 0).ShouldBe(breach);

    [Fact]
    public void Slow_answers_stop_no_shop() => Limits.Breaches(measure => new HealthTally(measure == HealthMeasure.SlowAnswer ? 100 : 0, 100)).ShouldBeEmpty();

    [Fact]
    public void A_shop_is_warned_first_and_stopped_only_after_the_notice_when_nothing_is_better()
    {
        var health = ShopHealth.Begin(Shop);
        var bad = Cases(10, 5);
        Judge(health, bad, Monday).ShouldBe(HealthOutcome.Warned);
        health.RestrictOn.ShouldBe(new DateOnly(2026, 10, 12));
        Judge(health, bad, Monday.AddDays(6)).ShouldBe(HealthOutcome.Nothing);
        Judge(health, bad, Monday.AddDays(7)).ShouldBe(HealthOutcome.Restricted);
        Judge(health, bad, Monday.AddDays(8), StoreState.Suspended).ShouldBe(HealthOutcome.Nothing);

        Judge(health, bad, Monday.AddDays(9)).ShouldBe(HealthOutcome.Nothing, "a person opened it again: what was before is forgiven");
        (health.Standing, health.ForgivenAt).ShouldBe((HealthStanding.Good, (DateTimeOffset?)Monday.AddDays(9)));
        Judge(health, bad, Monday.AddDays(10)).ShouldBe(HealthOutcome.Nothing);
        Judge(health, Cases(10, 5, Monday.AddDays(11)), Monday.AddDays(12)).ShouldBe(HealthOutcome.Warned);
        health.NewSteps.Select(s => s.ReasonCode).ShouldBe(["health.warned", "health.restricted", "health.forgiven", "health.warned"]);
    }

    [Fact]
    public void A_shop_that_gets_better_is_not_stopped_and_hears_a_warning_anew()
    {
        var health = ShopHealth.Begin(Shop);
        Judge(health, Cases(10, 5), Monday).ShouldBe(HealthOutcome.Warned);
        Judge(health, Cases(10, 1), Monday.AddDays(7)).ShouldBe(HealthOutcome.Recovered);
        (health.Standing, health.RestrictOn).ShouldBe((HealthStanding.Good, (DateOnly?)null));
        Judge(health, Cases(10, 5), Monday.AddDays(8)).ShouldBe(HealthOutcome.Warned);
    }

    [Fact]
    public void The_diagram_of_the_docs_draws_the_legal_moves() => StateDiagram.ShouldMatch<HealthStanding>("shop-health.md", "How the figures stand", HealthMoves.From);

    /// <summary>Whatever happens night after night: no shop is stopped without a warning of at least the notice, and none that is not above a limit.</summary>
    [Fact]
    public void No_sequence_of_nights_stops_a_shop_without_notice()
    {
        for (var seed = 1; seed <= TestSize.Of(200, 5_000); seed++)
        {
            var random = new Random(seed);
            var health = ShopHealth.Begin(Shop);
            var (shop, warned) = (StoreState.Active, (DateTimeOffset?)null);
            for (var night = 0; night < 60; night++)
            {
                var now = Monday.AddDays(night);
                var cases = Cases(random.Next(5, 15), random.Next(0, 4), now);
                var above = Limits.Breaches(m => new HealthTally(cases.Count(c => c.Measure == m && c.IsBad), cases.Count(c => c.Measure == m))).Count > 0;
                switch (Judge(health, cases, now, shop))
                {
                    case HealthOutcome.Warned:
                        (warned, above).ShouldBe(((DateTimeOffset?)null, true), $"seed {seed}, night {night}");
                        warned = now;
                        break;
                    case HealthOutcome.Recovered:
                        above.ShouldBeFalse($"seed {seed}, night {night}");
                        warned = null;
                        break;
                    case HealthOutcome.Restricted:
                        above.ShouldBeTrue($"seed {seed}, night {night}");
                        (now - warned!.Value).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromDays(Limits.NoticeDays), $"seed {seed}, night {night}");
                        (shop, warned) = (StoreState.Suspended, null);
                        break;
                    default:
                        shop = shop == StoreState.Suspended && random.Next(5) == 0 ? StoreState.Active : shop;
                        break;
                }
            }
        }
    }

    [Fact]
    public void The_figures_are_the_sums_of_their_cases()
    {
        for (var seed = 1; seed <= TestSize.Of(100, 2_000); seed++)
        {
            var random = new Random(seed);
            var orders = Enumerable.Range(0, random.Next(40)).Select(_ => RandomOrder(random)).ToList();
            var questions = Enumerable.Range(0, random.Next(20)).Select(_ => RandomQuestion(random)).ToList();
            var within = TimeSpan.FromHours(24);
            List<HealthCase> cases = [.. orders.SelectMany(o => HealthCase.Of(Shop, o, AsOf)), .. questions.Select(q => HealthCase.Of(Shop, q, within, AsOf)).OfType<HealthCase>()];
            var health = ShopHealth.Begin(Shop);
            health.Reckon(cases, From, AsOf);

            health.PaidOrders.ShouldBe(orders.Count, $"seed {seed}");
            health.CancelledOrders.ShouldBe(orders.Count(o => o.Steps.Any(s => s.At < AsOf && OrderPast.RefusedByShop.Contains(s.Code))), $"seed {seed}");
            health.ComplainedOrders.ShouldBe(orders.Count(o => o.Complained is { } complained && complained.At < AsOf), $"seed {seed}");
            health.Questions.ShouldBe(questions.Count(q => q.AnsweredAt < AsOf || q.AskedAt.AddHours(24) < AsOf), $"seed {seed}");
            health.SlowAnswers.ShouldBe(questions.Count(q => q.AskedAt.AddHours(24) < AsOf && !(q.AnsweredAt < AsOf && q.AnsweredAt <= q.AskedAt.AddHours(24))), $"seed {seed}");
            var took = questions.Where(q => q.AnsweredAt < AsOf).Select(q => (int)(q.AnsweredAt!.Value - q.AskedAt).TotalMinutes).Order().ToList();
            health.MedianMinutes.ShouldBe(took.Count == 0 ? (int?)null : took[(took.Count - 1) / 2], $"seed {seed}");
            foreach (var measure in Enum.GetValues<HealthMeasure>())
            {
                var tally = health.Of(measure);
                tally.ShouldBe(new HealthTally(cases.Count(c => c.Measure == measure && c.IsBad), cases.Count(c => c.Measure == measure)), $"seed {seed}");
                tally.Rate.Value.ShouldBeInRange(0, BasisPoints.Whole);
            }
        }
    }

    static OrderPast RandomOrder(Random random)
    {
        var paid = From.AddMinutes(random.Next(60 * 24 * 60));
        string[] codes = [.. OrderPast.RefusedByShop, "cancelled_by_buyer", "shipped", "accepted"];
        var steps = Enumerable.Range(0, random.Next(3)).Select(_ => Step(random.Next(2) == 0 ? OrderState.Shipped : OrderState.Cancelled, codes[random.Next(codes.Length)], paid.AddHours(random.Next(200)))).ToArray();
        return new OrderPast(OrderId.New(paid), $"KMJ-{++made}", paid, random.Next(3) == 0 ? null : paid.AddHours(random.Next(200)), steps, random.Next(5) == 0 ? new PastComplaint(PastComplaint.SentAnew, paid.AddHours(random.Next(400))) : null);
    }

    static QuestionPast RandomQuestion(Random random)
    {
        var asked = From.AddMinutes(random.Next(60 * 24 * 60));
        return new QuestionPast(ChatWaitId.New(asked), ConversationId.New(asked), "Keripik", asked, random.Next(4) == 0 ? null : asked.AddMinutes(random.Next(3_000)));
    }

    static HealthOutcome Judge(ShopHealth health, IReadOnlyList<HealthCase> cases, DateTimeOffset now, StoreState shop = StoreState.Active) => health.Judge(cases, Limits, shop, breaches => $"{breaches.Count}", now);

    static List<HealthCase> Cases(int orders, int refused, DateTimeOffset? paid = null) =>
    [
        .. Enumerable.Range(0, orders).SelectMany(n =>
        {
            var at = paid ?? Day(1);
            return HealthCase.Of(Shop, new OrderPast(OrderId.New(at), $"KMJ-{++made}", at, null, n < refused ? [Step(OrderState.Cancelled, "declined_by_seller", at)] : [], null), at.AddDays(1));
        }),
    ];
}
