using Komeji.Application.Complaints;
using Komeji.Application.Messages;
using Komeji.Application.Ordering;
using Komeji.Application.Returns.Replacements;
using Komeji.Application.Settings;
using Komeji.Application.Stores;
using Komeji.Application.Stores.Desk;
using Komeji.Application.Stores.Health;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Komeji.Domain.Messages;
using Komeji.Domain.Settings;
using Komeji.Domain.Stores;
using Komeji.Tests.Application.Complaints;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Komeji.Tests.Application.Payments.MoneyDesk;

namespace Komeji.Tests.Application.Stores;

/// <summary>What the nights make of a shop's orders and questions, and that every number opens to as many things as it says.</summary>
public sealed class ShopHealthTests
{
    static readonly List<string> Refusing = ["declined_by_seller", "not_accepted_in_time", "not_shipped_in_time", "rest_cancelled", "rest_not_shipped_in_time"];

    static async Task<IReadOnlyList<string>> PaidOrders(Market market, UserId buyer, VariantId variant, int count)
    {
        var numbers = new List<string>();
        for (var n = 0; n < count; n++)
        {
            var purchase = await market.Buy(buyer, (variant, 1));
            await market.Pay(purchase);
            numbers.Add(purchase.Orders[0].Number);
        }

        return numbers;
    }

    static Task<ShopHealth> Health(TestKomeji komeji, Shop shop) => komeji.Read(db => db.ShopHealths.AsNoTracking().SingleAsync(h => h.StoreId == shop.Id));

    static Task<Store> Kept(TestKomeji komeji, Shop shop) => komeji.Read(db => db.Stores.AsNoTracking().SingleAsync(s => s.Id == shop.Id));

    static Task Set(TestKomeji komeji, string key, string value) =>
        komeji.Write(db => Task.FromResult(db.Settings.Add(new Setting(key, value, komeji.Clock.GetUtcNow().AddMinutes(-1), "uji", "uji", null, komeji.Clock.GetUtcNow()))));

    static async Task NextNight(TestKomeji komeji, int days = 1)
    {
        komeji.Clock.Advance(TimeSpan.FromDays(days));
        (await komeji.Run<ShopsToReckon>()).Failures.ShouldBe(0);
    }

    /// <summary>Random steps over days; each night the kept figures are those a plain count of the rows gives, and each list is as long as its number.</summary>
    [Theory, OnSqlite(11), OnPostgres(12)]
    public async Task The_figures_are_what_the_rows_say_and_every_list_is_as_long_as_its_number(Engine engine, int seed)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var (market, random) = (new Market(komeji), new Random(seed));
        var (shop, buyer) = (await market.Shop("jne:REG", pickup: false), await market.Buyer());
        var variant = await market.Product(shop, stock: 100);
        var numbers = new List<string>();
        for (var day = 0; day < 8; day++)
        {
            numbers.AddRange(await PaidOrders(market, buyer, variant, random.Next(1, 3)));
            await Ask(komeji, random, buyer, numbers[random.Next(numbers.Count)]);
            foreach (var number in numbers)
            {
                await Step(komeji, random, shop, number);
            }

            komeji.Clock.Advance(TimeSpan.FromHours(random.Next(20, 30)));
            await komeji.Run<DueOrderTimers>();
            await komeji.Run<ShopsToReckon>();
            await ShouldBeSound(komeji, shop, seed);
        }

        var health = await Health(komeji, shop);
        (health.PaidOrders > 0 && health.DueOrders > 0 && health.Questions > 0).ShouldBeTrue($"seed {seed}: numbers that stay 0 prove nothing");
    }

    static async Task Ask(TestKomeji komeji, Random random, UserId buyer, string number)
    {
        var id = await komeji.As(buyer).Send(new PostChat(ChatSide.Buyer, new ChatTo.AboutOrder(number), "Kapan dikirim?", []));
        if (random.Next(2) == 0)
        {
            var owner = await komeji.Read(db => db.Stores.Where(s => db.Conversations.Any(c => c.Id == id && c.StoreId == s.Id)).Select(s => s.OwnerId).SingleAsync());
            komeji.Clock.Advance(TimeSpan.FromMinutes(random.Next(1, 120)));
            await komeji.As(owner).Send(new PostChat(ChatSide.Shop, new ChatTo.Thread(id), "Segera.", []));
        }
    }

    /// <summary>What does not fit the order's state is refused, which is as good as doing nothing.</summary>
    static async Task Step(TestKomeji komeji, Random random, Shop shop, string number)
    {
        komeji.As(shop.Owner);
        try
        {
            switch (random.Next(6))
            {
                case 0:
                    await komeji.Send(new DeclineOrder(number, "Stok rusak"));
                    break;
                case 1 or 2:
                    await komeji.Send(new AcceptOrder(number));
                    break;
                case 3:
                    await komeji.Send(new ShipOrder(number, "JX1234567890"));
                    break;
                default:
                    break;
            }
        }
        catch (RuleBroken)
        {
            // The order has gone further already.
        }
    }

    static async Task ShouldBeSound(TestKomeji komeji, Shop shop, int seed)
    {
        var health = await Health(komeji, shop);
        health.AsOf.ShouldBe(Wib.StartOf(Wib.DayOf(komeji.Clock.GetUtcNow())), $"seed {seed}");
        await komeji.Read(async db =>
        {
            var orders = await db.Orders.AsNoTracking().Where(o => o.StoreId == shop.Id && o.PaidAt != null && o.PaidAt < health.AsOf).Select(o => o.Id).ToListAsync();
            var ids = orders.ConvertAll(o => o.Value);
            var refused = await db.StateChanges.Where(c => ids.Contains(c.SubjectId) && Refusing.Contains(c.ReasonCode) && c.At < health.AsOf).Select(c => c.SubjectId).Distinct().CountAsync();
            var waits = await db.ChatWaits.AsNoTracking().Where(w => w.Counts && w.AskedAt < health.AsOf).ToListAsync();
            (health.PaidOrders, health.CancelledOrders, health.ComplainedOrders).ShouldBe((orders.Count, refused, 0), $"seed {seed}");
            health.Questions.ShouldBe(waits.Count(w => w.AnsweredAt < health.AsOf || w.AskedAt.AddHours(24) < health.AsOf), $"seed {seed}");
            return 0;
        });
        komeji.As(shop.Owner);
        foreach (var measure in Enum.GetValues<HealthMeasure>())
        {
            (await komeji.Send(new ListHealthCases(measure, false))).Cases.Total.ShouldBe(health.Of(measure).Bad, $"seed {seed}, {measure}");
            (await komeji.Send(new ListHealthCases(measure, true))).Cases.Total.ShouldBe(health.Of(measure).Total, $"seed {seed}, {measure}");
            (await komeji.Send(new ExportHealthCases(measure, true))).Rows.Count().ShouldBe(health.Of(measure).Total, $"seed {seed}, {measure}");
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Running_twice_in_a_night_changes_nothing(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (_, _, shop, _) = await market.PaidOrder();
        await NextNight(komeji);
        (await komeji.Run<ShopsToReckon>()).Done.ShouldBe(0, "the figures are of today");
        await komeji.Send(new ReckonShopHealth(shop.Id));
        (await Health(komeji, shop)).PaidOrders.ShouldBe(1);
        (await komeji.Read(db => db.HealthCases.CountAsync())).ShouldBe(2, "cancelled and complained of count every paid order");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_shop_is_warned_then_stopped_heard_by_a_person_and_begins_anew(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (shop, buyer, officer) = (await market.Shop("jne:REG", pickup: false), await market.Buyer(), await market.Person());
        var variant = await market.Product(shop, stock: 20);
        await Set(komeji, SettingCatalogue.HealthLeast, "5");
        await komeji.Write(db => Task.FromResult(db.RoleGrants.Add(RoleGrant.Give(officer, Roles.Operator, "", Actor.System, "Untuk pengujian", komeji.Clock.GetUtcNow()))));
        var numbers = await PaidOrders(market, buyer, variant, 5);
        await komeji.As(shop.Owner).Send(new DeclineOrder(numbers[0], "Stok rusak"));
        foreach (var number in numbers.Skip(1))
        {
            await komeji.Send(new AcceptOrder(number));
            await komeji.Send(new ShipOrder(number, "JX1234567890"));
        }

        await NextNight(komeji);
        var warned = await Health(komeji, shop);
        (warned.Standing, warned.CancelledOrders, warned.PaidOrders).ShouldBe((HealthStanding.Warned, 1, 5));
        (await Kept(komeji, shop)).State.ShouldBe(StoreState.Active);
        (await komeji.As(shop.Owner).Send(new ShowSellerHome())).RestrictOn.ShouldBe(warned.RestrictOn);
        await market.Put(buyer, variant);
        await NextNight(komeji, 6);
        (await Kept(komeji, shop)).State.ShouldBe(StoreState.Active, "the notice runs");

        await NextNight(komeji);
        var stopped = await Kept(komeji, shop);
        (stopped.State, stopped.SuspendedFor, stopped.SuspendedBy, stopped.ReviewOn).ShouldBe((StoreState.Suspended, (SuspensionCause?)SuspensionCause.Health, (UserId?)null, (DateOnly?)Wib.DayOf(komeji.Clock.GetUtcNow()).AddDays(14)));
        (await komeji.Read(db => db.Notifications.Where(n => n.UserId == shop.Owner && n.Title == "Toko Anda dibatasi").CountAsync())).ShouldBe(1);
        await Should.ThrowAsync<RuleBroken>(async () => await market.Place(buyer, await market.Look(buyer)));

        await komeji.As(shop.Owner).Send(new AppealSuspension("Satu pesanan itu stoknya rusak dimakan tikus"));
        (await komeji.Read(db => db.Notifications.Where(n => n.Title == "Keberatan toko menunggu jawaban").Select(n => n.UserId).SingleAsync())).ShouldBe(officer);
        await komeji.As(officer, Roles.Operator).Send(new ReopenStore(shop.Id, "Keberatannya masuk akal, sekali saja"));
        await NextNight(komeji);
        (await Health(komeji, shop)).Standing.ShouldBe(HealthStanding.Good);
        await NextNight(komeji);
        (await Kept(komeji, shop)).State.ShouldBe(StoreState.Active, "what was before is forgiven");
        (await komeji.Read(db => db.StateChanges.Where(c => c.SubjectId == shop.Id.Value && c.ActorRole == "sistem" && c.Subject == "store_health").OrderBy(c => c.Id).Select(c => c.ReasonCode).ToListAsync()))
            .ShouldBe(["health.warned", "health.restricted", "health.forgiven"]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Too_few_orders_say_nothing(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (order, _, shop, _) = await market.PaidOrder();
        await komeji.As(shop.Owner).Send(new DeclineOrder(order.Number, "Stok rusak"));
        await NextNight(komeji);
        var health = await Health(komeji, shop);
        (health.Standing, health.CancelledOrders).ShouldBe((HealthStanding.Good, 1));
        var slug = await komeji.Read(db => db.Stores.Where(s => s.Id == shop.Id).Select(s => s.Slug).SingleAsync());
        (await komeji.Send(new ShowStore(slug))).Health.ShouldBeNull();
        await Set(komeji, SettingCatalogue.HealthShownLeast, "1");
        (await komeji.Send(new ShowStore(slug))).Health!.Served.ShouldBe(BasisPoints.Zero);
    }

    /// <summary>What the courier bears is not the shop's fault.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task An_order_decided_against_the_shop_is_complained_of(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var placed = await market.Place(25_500);
        await market.Pay(placed);
        await market.Complete(placed.Orders[0]);
        var store = await market.Komeji.Read(db => db.Orders.Select(o => o.StoreId).SingleAsync());
        await Decide(market, placed.OrderNumbers[0], 10_000, courier: 100);
        await NextNight(market.Komeji);
        (await market.Komeji.Read(db => db.ShopHealths.Where(h => h.StoreId == store).Select(h => h.ComplainedOrders).SingleAsync())).ShouldBe(0);
        await Decide(market, placed.OrderNumbers[0], 10_000, courier: 40);
        await NextNight(market.Komeji);
        (await market.Komeji.Read(db => db.ShopHealths.Where(h => h.StoreId == store).Select(h => h.ComplainedOrders).SingleAsync())).ShouldBe(1);
    }

    /// <summary>By agreement or by silence, in money or in goods; what is withdrawn is nobody's.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_complaint_counts_by_what_the_shop_bears_at_its_end(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var (withdrawn, silent, exchanged) = (await market.Shipped(), await market.Shipped(), await market.Shipped());
        await market.AsBuyer().Send(new CancelComplaint(await market.Complain(withdrawn), "Ternyata utuh"));
        var complaint = await market.Complain(exchanged, wish: ComplaintSolution.Replace);
        await market.AsSeller().Send(new AcceptSolution(complaint, ComplaintOnlooker.Seller, 1));
        var order = await market.Komeji.Read(db => db.Orders.Where(o => o.Number == exchanged).Select(o => o.Id).SingleAsync());
        var sent = await market.Komeji.ReplacementOf(order);
        await market.AsSeller().Send(new SendReplacement(sent.Number, "JX0000000009"));
        await market.AsBuyer().Send(new ConfirmReplacement(sent.Number));
        await market.Complain(silent);
        await market.Wait(TimeSpan.FromHours(72));
        await NextNight(market.Komeji);
        var cases = await market.Komeji.Read(db => db.HealthCases.AsNoTracking().Where(c => c.Measure == HealthMeasure.Complained && c.IsBad).ToListAsync());
        cases.ToDictionary(c => c.Key, c => c.Why).ShouldBe(new Dictionary<string, string> { [silent] = PastComplaint.PaidBack, [exchanged] = PastComplaint.SentAnew }, ignoreOrder: true);
        HealthTexts.Why(PastComplaint.SentAnew).ShouldBe("Barang ditukar atau dikirim lagi, toko ikut menanggung");
    }
}
