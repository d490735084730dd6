using Komeji.Application.Common;
using Komeji.Application.Ledger;
using Komeji.Application.Ordering;
using Komeji.Application.Ordering.Checkouts;
using Komeji.Application.Ordering.Services;
using Komeji.Application.Stores;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Regions;
using Komeji.Domain.Shipping;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Ordering;

/// <summary>A service from the appointment to the money, through the same commands as goods.</summary>
public sealed class ServiceOrderTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task From_the_appointment_to_the_sellers_balance(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var stage = await Stage.Set(komeji);
        var order = await stage.Buy(Services.Thursday);
        (order.Shipping.Kind, order.Shipping.Service, order.Total, order.Appointment!.EndsAt).ShouldBe((ShipmentKind.Service, "Di tempat penjual", new Rupiah(18_500), Services.Thursday.AddHours(1)));

        await stage.Seller(new AcceptOrder(order.Number));
        var page = await komeji.As(stage.Buyer).Send(new ShowMyOrder(order.Number));
        page.Shown.ShouldBe(ServiceStage.Scheduled);
        komeji.Clock.MoveTo(Services.Thursday);
        await stage.Seller(new BeginWork(order.Number));
        (await komeji.As(stage.Shop.Owner).Send(new FinishWork(order.Number, "999999", ""))).ShouldBeFalse();
        (await komeji.As(stage.Shop.Owner).Send(new FinishWork(order.Number, page.PickupCode!, "AC sudah dingin"))).ShouldBeTrue();
        await komeji.As(stage.Buyer).Send(new ConfirmReceived(order.Number));
        (await stage.Market.Order(order.Number)).State.ShouldBe(OrderState.Completed);
        (await komeji.Send(new VerifyLedger())).Checks.Where(c => !c.Ok).ShouldBeEmpty();
        (await komeji.Read(db => db.Shipments.CountAsync())).ShouldBe(0);
        (await stage.Taken()).ShouldBe((1, 1));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Goods_and_services_of_one_shop_are_orders_of_their_own_paid_together(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var stage = await Stage.Set(komeji);
        var goods = await stage.Market.Product(stage.Shop);
        var second = await stage.Market.Product(stage.Shop, kind: ProductKind.Service);
        foreach (var thing in new[] { goods, stage.Service, second })
        {
            await stage.Market.Put(stage.Buyer, thing);
        }

        var wish = Stage.At((stage.Service, Services.Thursday), (second, Services.Thursday));
        var purchase = await stage.Market.Purchase(await stage.Market.Place(stage.Buyer, await stage.Market.Look(stage.Buyer, wish), wish));
        purchase.Orders.Select(o => o.Appointment is null ? ShipmentKind.Courier : o.Shipping.Kind).Order().ShouldBe([ShipmentKind.Courier, ShipmentKind.Service, ShipmentKind.Service]);
        purchase.Total.Amount.ShouldBe(purchase.Orders.Sum(o => o.Total.Amount));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_address_is_asked_only_where_the_service_comes_to_the_buyer(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var stage = await Stage.Set(komeji);
        var homeless = await stage.Market.Person();
        await stage.Market.Put(homeless, stage.Service);
        var wish = Stage.At((stage.Service, Services.Thursday));
        var purchase = await stage.Market.Purchase(await stage.Market.Place(homeless, await stage.Market.Look(homeless, wish), wish));
        purchase.Orders.Single().Destination.Recipient.ShouldBe("Siti Aminah");

        var visiting = await stage.Market.Product(stage.Shop, kind: ProductKind.Service, service: Services.Terms(ServicePlace.AtBuyer, served: ["35.78"]));
        var far = await stage.Market.Product(stage.Shop, kind: ProductKind.Service, service: Services.Terms(ServicePlace.AtBuyer, served: ["35.09"]));
        (await stage.Problem(homeless, visiting)).ShouldBe("Pilih atau tambahkan alamat tempat jasa dikerjakan.");
        (await stage.Problem(stage.Buyer, far)).ShouldEndWith("Jasa ini tidak melayani alamat Anda. Pilih alamat lain atau hapus dari keranjang.");
        await stage.Market.Put(stage.Buyer, visiting);
        var chosen = Stage.At((visiting, Services.Thursday)) with { Only = visiting };
        var order = (await stage.Market.Purchase(await stage.Market.Place(stage.Buyer, await stage.Market.Look(stage.Buyer, chosen), chosen))).Orders.Single();
        order.Destination.Street.ShouldStartWith("Jl. Mawar 12");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_time_is_needed_and_must_be_on_offer(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var stage = await Stage.Set(komeji);
        (await stage.Problem(stage.Buyer, stage.Service, null)).ShouldEndWith("Pilih tanggal dan jam janji.");
        (await stage.Problem(stage.Buyer, stage.Service, Services.Thursday.AddMinutes(10))).ShouldEndWith("Pilih tanggal dan jam janji.");
        (await stage.Problem(stage.Buyer, stage.Service, Services.Thursday.AddDays(3))).ShouldEndWith("Pilih tanggal dan jam janji.");
        var wish = Stage.At((stage.Service, Services.Thursday.AddMinutes(10)));
        var page = await stage.Market.Look(stage.Buyer, wish);
        (await Refused(() => stage.Market.Place(stage.Buyer, page, wish))).ShouldBe("checkout.problem");

        await komeji.Write(db => db.Database.ExecuteSqlRawAsync("""UPDATE "Products" SET "Service_Duration" = NULL, "Service_Unit" = NULL, "Service_Place" = NULL, "Service_ServedRegions" = NULL, "Service_Weekdays" = NULL, "Service_OpensAt" = NULL, "Service_ClosesAt" = NULL, "Service_PerDay" = NULL, "Service_AtOnce" = NULL, "Service_NoticeHours" = NULL"""));
        (await stage.Problem(stage.Buyer, stage.Service)).ShouldContain("Penjual belum mengisi jadwal jasanya.");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nothing_is_offered_placed_or_proposed_on_days_the_shop_or_the_country_rests(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var stage = await Stage.Set(komeji);
        var friday = Services.Thursday.AddDays(1);
        var order = await stage.Buy(Services.Thursday.AddDays(2));
        var always = await stage.Market.Product(stage.Shop, kind: ProductKind.Service, service: Services.Terms(onHolidays: true));
        await stage.Seller(new TakeHoliday(true, Wib.DayOf(Services.Thursday), Wib.DayOf(Services.Thursday)));
        await komeji.Write(db =>
        {
            db.Holidays.Add(new Holiday(Wib.DayOf(friday), "Hari uji", HolidayKind.National, "uji", "", null, komeji.Clock.GetUtcNow()));
            return Task.CompletedTask;
        });

        foreach (var closed in new[] { Services.Thursday, friday })
        {
            (await stage.Problem(stage.Buyer, stage.Service, closed)).ShouldEndWith("Pilih tanggal dan jam janji.");
            var wish = Stage.At((stage.Service, closed));
            var page = await stage.Market.Look(stage.Buyer, wish);
            (await Refused(() => stage.Market.Place(stage.Buyer, page, wish))).ShouldBe("checkout.problem");
            (await Refused(() => stage.Seller(new ProposeTime(order.Number, FreeTime.CodeOf(closed), "Penuh")))).ShouldBe("appointment.full");
        }

        var days = (await komeji.As(stage.Shop.Owner).Send(new ShowFreeTimes(order.Number))).Days.Select(d => d.Day).ToList();
        days.ShouldNotContain(Wib.DayOf(Services.Thursday));
        days.ShouldNotContain(Wib.DayOf(friday));
        days.ShouldContain(Wib.DayOf(friday).AddDays(1));

        (await stage.Problem(stage.Buyer, always)).ShouldEndWith("Pilih tanggal dan jam janji.");
        (await stage.Market.Look(stage.Buyer, Stage.At((always, friday)) with { Only = always })).Offer.Problems.ShouldBeEmpty();
        (await komeji.Read(db => db.Products.Select(p => p.Service!.WorksOnHolidays).ToListAsync())).ShouldBe([false, true], ignoreOrder: true);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task It_is_paid_in_half_of_the_time_until_it_begins(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var stage = await Stage.Set(komeji);
        komeji.Clock.MoveTo(Services.Thursday.AddHours(-4));
        var purchase = await stage.Place(Services.Thursday);
        purchase.PayBefore.ShouldBe(Services.Thursday.AddHours(-2));
        (await stage.Taken()).ShouldBe((1, 1));
        komeji.Clock.MoveTo(purchase.PayBefore);
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => komeji.Run<DuePurchases>()));
        (await stage.Taken()).ShouldBe((0, 0));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_full_time_is_refused_and_shown_as_full(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var stage = await Stage.Set(komeji);
        var late = await stage.Market.Buyer();
        await stage.Market.Put(late, stage.Service);
        var wish = Stage.At((stage.Service, Services.Thursday));
        var page = await stage.Market.Look(late, wish);
        await stage.Place(Services.Thursday);
        (await Refused(() => stage.Market.Place(late, page, wish))).ShouldBe("appointment.full");
        var offered = (await stage.Market.Look(late, wish)).Offer.Services.Single();
        offered.Offered.Problem.ShouldBe("Waktu yang Anda pilih sudah penuh. Pilih waktu lain.");
        offered.Day!.Times.Select(t => t.Left).ShouldBe([1, 0, 1]);
        (await stage.Market.StockOf(stage.Service)).Reserved.ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Cancelled_early_it_is_free_and_the_time_and_the_money_come_back(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var stage = await Stage.Set(komeji);
        var order = await stage.Buy(Services.Thursday);
        await stage.Seller(new AcceptOrder(order.Number));
        komeji.Clock.MoveTo(Services.Thursday.AddHours(-24));
        (await komeji.As(stage.Buyer).Send(new CancelOrder(order.Number, "Ada acara"))).ShouldBe(Cancellation.Done);
        (await stage.Taken()).ShouldBe((0, 0));
        (await komeji.Read(db => db.Refunds.SingleAsync())).Amount.ShouldBe(order.Total);

        var late = await stage.Buy(Services.Thursday);
        await stage.Seller(new AcceptOrder(late.Number));
        komeji.Clock.Advance(TimeSpan.FromMinutes(1));
        (await komeji.As(stage.Buyer).Send(new CancelOrder(late.Number, "Ada acara"))).ShouldBe(Cancellation.Asked);
        await stage.Seller(new AnswerCancellation(late.Number, true, ""));
        (await stage.Taken()).ShouldBe((0, 0));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_time_proposed_and_agreed_moves_the_place(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var stage = await Stage.Set(komeji);
        var order = await stage.Buy(Services.Thursday);
        var friday = Services.Thursday.AddDays(1);
        (await Refused(() => stage.Seller(new ProposeTime(order.Number, FreeTime.CodeOf(friday.AddMinutes(5)), "Penuh")))).ShouldBe("appointment.full");
        await stage.Seller(new ProposeTime(order.Number, FreeTime.CodeOf(friday), "Penuh"));
        await komeji.As(stage.Buyer).Send(new AnswerProposal(order.Number, true));
        var moved = await stage.Market.Order(order.Number);
        (moved.State, moved.Appointment!.StartsAt).ShouldBe((OrderState.Processing, friday));
        (await stage.Taken(friday)).ShouldBe((1, 1));
        (await stage.Taken()).ShouldBe((0, 0));

        await stage.Seller(new ProposeTime(order.Number, FreeTime.CodeOf(Services.Thursday), "Ternyata bisa"));
        await komeji.As(stage.Buyer).Send(new AnswerProposal(order.Number, false));
        (await stage.Taken(friday)).ShouldBe((1, 1));
        (await Refused(() => komeji.As(stage.Buyer).Send(new AnswerProposal(order.Number, true)))).ShouldBe("order.no_proposal");
    }

    /// <summary>Three days from Thursday nine o'clock until Sunday: from Tuesday to Saturday nothing else can begin, on Monday again.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Work_of_some_days_keeps_its_hands_until_it_is_done_and_can_be_moved_by_a_day(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var shop = await market.Shop();
        var terms = Services.Terms(perDay: 2, atOnce: 1, duration: 3, unit: ServiceDurationUnit.Days);
        var stage = new Stage(komeji, market, shop, await market.Product(shop, kind: ProductKind.Service, service: terms), await market.Buyer());
        var order = await stage.Buy(Orders.Monday.AddDays(3));
        (await Left()).ShouldBe([0, 0, 0, 0, 0, 1]);

        var late = await market.Buyer();
        await market.Put(late, stage.Service);
        var wish = Stage.At((stage.Service, Orders.Monday.AddDays(4)));
        var page = await market.Look(late, wish);
        (await Refused(() => market.Place(late, page, wish))).ShouldBe("appointment.full");

        await stage.Seller(new ProposeTime(order.Number, FreeTime.CodeOf(Orders.Monday.AddDays(4)), "Bahannya datang Kamis"));
        await komeji.As(stage.Buyer).Send(new AnswerProposal(order.Number, true));
        (await Left()).ShouldBe([1, 0, 0, 0, 0, 1], "Tuesday's work is done when Friday's begins, and Monday's begins when that is done");
        await stage.Seller(new DeclineOrder(order.Number, "Mesinnya rusak"));
        (await Left()).ShouldBe([1, 1, 1, 1, 1, 1]);

        async Task<IEnumerable<int>> Left()
        {
            await market.Put(stage.Buyer, stage.Service);
            var offered = (await market.Look(stage.Buyer, Stage.At((stage.Service, null)))).Offer.Services.Single();
            return offered.Days.Take(6).Select(d => d.Times.Single().Left);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_time_agreed_after_the_buyer_asked_to_cancel_is_kept_by_every_clock(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var stage = await Stage.Set(komeji);
        var order = await stage.Buy(Services.Thursday);
        var friday = Services.Thursday.AddDays(1);
        await stage.Seller(new AcceptOrder(order.Number));
        komeji.Clock.MoveTo(Services.Thursday.AddHours(-20));
        (await komeji.As(stage.Buyer).Send(new CancelOrder(order.Number, "Ada acara"))).ShouldBe(Cancellation.Asked);
        await stage.Seller(new ProposeTime(order.Number, FreeTime.CodeOf(friday), "Silakan sehari kemudian"));
        await komeji.As(stage.Buyer).Send(new AnswerProposal(order.Number, true));

        komeji.Clock.MoveTo(friday);
        (await komeji.Run<DueOrderTimers>()).Failures.ShouldBe(0);
        var kept = await stage.Market.Order(order.Number);
        (kept.State, kept.CancellationAskedAt).ShouldBe((OrderState.Processing, null));
        (await stage.Taken(friday)).ShouldBe((1, 1));
        (await komeji.Read(db => db.Refunds.CountAsync())).ShouldBe(0);
        await stage.Seller(new BeginWork(order.Number));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_photo_stands_for_the_code_and_a_foreign_order_is_not_there(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var stage = await Stage.Set(komeji);
        var order = await stage.Buy(Services.Thursday);
        await stage.Seller(new AcceptOrder(order.Number));
        komeji.Clock.MoveTo(Services.Thursday);
        await stage.Seller(new BeginWork(order.Number));
        await stage.Seller(new FinishWorkWithPhoto(order.Number, "AC dicuci, sudah dingin", Stream.Null));
        (await stage.Market.Order(order.Number)).DeliveryProof.ShouldNotBeNullOrEmpty();

        var stranger = await stage.Market.Shop();
        komeji.As(stranger.Owner);
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new BeginWork(order.Number)));
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new ProposeTime(order.Number, "", "Penuh")));
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new FinishWork(order.Number, "1", "")));
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new FinishWorkWithPhoto(order.Number, "AC dicuci", Stream.Null)));
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new ShowFreeTimes(order.Number)));
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new AnswerProposal(order.Number, true)));
        (await komeji.Send(new ShowAgenda(new DateOnly(2026, 10, 8)))).Rows.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_agenda_shows_the_day_and_both_are_reminded_the_day_before(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var stage = await Stage.Set(komeji);
        var order = await stage.Buy(Services.Thursday);
        await stage.Seller(new AcceptOrder(order.Number));
        var agenda = await komeji.As(stage.Shop.Owner).Send(new ShowAgenda(new DateOnly(2026, 10, 6)));
        agenda.Rows.ShouldBeEmpty();
        agenda.Days.Where(d => d.Appointments > 0).ShouldBe([new AgendaDay(new DateOnly(2026, 10, 8), 1)]);
        var row = (await komeji.Send(new ShowAgenda(new DateOnly(2026, 10, 8)))).Rows.Single();
        (row.Number, row.Shown, row.Where).ShouldBe((order.Number, ServiceStage.Scheduled, ""));

        komeji.Clock.MoveTo(Services.Thursday.AddHours(-24));
        await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => komeji.Run<DueOrderTimers>()));
        var told = await komeji.Read(db => db.Notifications.Where(n => n.Title.StartsWith("Pengingat janji")).Select(n => n.UserId).ToListAsync());
        told.OrderBy(id => id.Value).ShouldBe(new[] { stage.Buyer, stage.Shop.Owner }.OrderBy(id => id.Value));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Never_handed_over_it_is_cancelled_and_refunded(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var stage = await Stage.Set(komeji);
        var order = await stage.Buy(Services.Thursday);
        await stage.Seller(new AcceptOrder(order.Number));
        komeji.Clock.MoveTo(Services.Thursday.AddHours(1).AddDays(5));
        await komeji.Run<DueOrderTimers>();
        (await stage.Market.Order(order.Number)).State.ShouldBe(OrderState.Cancelled);
        (await komeji.Read(db => db.Refunds.SingleAsync())).Amount.ShouldBe(order.Total);
        (await komeji.Send(new VerifyLedger())).Checks.Where(c => !c.Ok).ShouldBeEmpty();
    }

    static async Task<string> Refused(Func<Task> act) => (await Should.ThrowAsync<RuleBroken>(act)).Code;

    /// <summary>A shop with one service, and a buyer.</summary>
    sealed record Stage(TestKomeji Komeji, Market Market, Shop Shop, VariantId Service, UserId Buyer)
    {
        public static async Task<Stage> Set(TestKomeji komeji)
        {
            var market = new Market(komeji);
            var shop = await market.Shop();
            return new Stage(komeji, market, shop, await market.Product(shop, kind: ProductKind.Service), await market.Buyer());
        }

        public static CheckoutWish At(params (VariantId Service, DateTimeOffset? Start)[] times) => CheckoutWish.Nothing with
        {
            Services = times.ToDictionary(t => t.Service, t => new ServiceWish(t.Start is { } at ? Wib.DayOf(at) : null, t.Start, "")),
        };

        public async Task<Purchase> Place(DateTimeOffset start)
        {
            await Market.Put(Buyer, Service);
            var wish = At((Service, start));
            return await Market.Purchase(await Market.Place(Buyer, await Market.Look(Buyer, wish), wish));
        }

        public async Task<Order> Buy(DateTimeOffset start)
        {
            var purchase = await Place(start);
            await Market.Pay(purchase);
            return await Market.Order(purchase.Orders.Single().Number);
        }

        public Task Seller(MediatR.IRequest<MediatR.Unit> command) => Komeji.As(Shop.Owner).Send(command);

        public Task<string> Problem(UserId buyer, VariantId service) => Problem(buyer, service, Services.Thursday);

        /// <summary>What stands in the way of this service alone.</summary>
        public async Task<string> Problem(UserId buyer, VariantId service, DateTimeOffset? start)
        {
            await Market.Put(buyer, service);
            return (await Market.Look(buyer, At((service, start)) with { Only = service })).Offer.Problems.Single();
        }

        /// <summary>Appointments taken of the day and of the time.</summary>
        public async Task<(int Day, int Time)> Taken(DateTimeOffset? start = null)
        {
            var day = Wib.DayOf(start ?? Services.Thursday);
            var rows = await Komeji.Read(db => db.BookedPlaces.AsNoTracking().Where(b => b.Day == day).ToListAsync());
            return (rows.Where(b => b.Minute == BookedPlaces.WholeDay).Sum(b => b.Taken), rows.Where(b => b.Minute == 600).Sum(b => b.Taken));
        }
    }
}
