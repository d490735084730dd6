using Komeji.Application.Common;
using Komeji.Application.Ledger;
using Komeji.Application.Ordering;
using Komeji.Application.Ordering.Services;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
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
        var stage = await ServiceShop.Set(komeji);
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
        var stage = await ServiceShop.Set(komeji);
        var goods = await stage.Market.Product(stage.Shop);
        var second = await stage.Market.Product(stage.Shop, kind: ProductKind.Service);
        foreach (var thing in new[] { goods, stage.Service, second })
        {
            await stage.Market.Put(stage.Buyer, thing);
        }

        var wish = ServiceShop.At((stage.Service, Services.Thursday), (second, Services.Thursday));
        var purchase = await stage.Market.Purchase(await stage.Market.Place(stage.Buyer, await stage.Market.Look(stage.Buyer, wish), wish));
        purchase.Orders.Select(o => o.Appointment is null ? ShipmentKind.Courier : o.Shipping.Kind).Order().ShouldBe([ShipmentKind.Courier, ShipmentKind.Service, ShipmentKind.Service]);
        purchase.Total.Amount.ShouldBe(purchase.Orders.Sum(o => o.Total.Amount));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_address_is_asked_only_where_the_service_comes_to_the_buyer(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var stage = await ServiceShop.Set(komeji);
        var homeless = await stage.Market.Person();
        await stage.Market.Put(homeless, stage.Service);
        var wish = ServiceShop.At((stage.Service, Services.Thursday));
        var purchase = await stage.Market.Purchase(await stage.Market.Place(homeless, await stage.Market.Look(homeless, wish), wish));
        purchase.Orders.Single().Destination.Recipient.ShouldBe("Siti Aminah");

        var visiting = await stage.Market.Product(stage.Shop, kind: ProductKind.Service, service: Services.Terms(ServicePlace.AtBuyer, served: ["35.78"]));
        var far = await stage.Market.Product(stage.Shop, kind: ProductKind.Service, service: Services.Terms(ServicePlace.AtBuyer, served: ["35.09"]));
        (await stage.Problem(homeless, visiting)).ShouldBe("Pilih atau tambahkan alamat tempat jasa dikerjakan.");
        (await stage.Problem(stage.Buyer, far)).ShouldEndWith("Jasa ini tidak melayani alamat Anda. Pilih alamat lain atau hapus dari keranjang.");
        await stage.Market.Put(stage.Buyer, visiting);
        var chosen = ServiceShop.At((visiting, Services.Thursday)) with { Only = visiting };
        var order = (await stage.Market.Purchase(await stage.Market.Place(stage.Buyer, await stage.Market.Look(stage.Buyer, chosen), chosen))).Orders.Single();
        order.Destination.Street.ShouldStartWith("Jl. Mawar 12");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_time_is_needed_and_must_be_on_offer(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var stage = await ServiceShop.Set(komeji);
        (await stage.Problem(stage.Buyer, stage.Service, null)).ShouldEndWith("Pilih tanggal dan jam janji.");
        (await stage.Problem(stage.Buyer, stage.Service, Services.Thursday.AddMinutes(10))).ShouldEndWith("Pilih tanggal dan jam janji.");
        (await stage.Problem(stage.Buyer, stage.Service, Services.Thursday.AddDays(3))).ShouldEndWith("Pilih tanggal dan jam janji.");
        var wish = ServiceShop.At((stage.Service, Services.Thursday.AddMinutes(10)));
        var page = await stage.Market.Look(stage.Buyer, wish);
        (await Refused(() => stage.Market.Place(stage.Buyer, page, wish))).ShouldBe("checkout.problem");

        await komeji.Write(db => db.Database.ExecuteSqlRawAsync("""UPDATE "Products" SET "Service_Duration" = NULL, "Service_Unit" = NULL, "Service_Place" = NULL, "Service_ServedRegions" = NULL, "Service_Weekdays" = NULL, "Service_OpensAt" = NULL, "Service_ClosesAt" = NULL, "Service_PerDay" = NULL, "Service_AtOnce" = NULL, "Service_NoticeHours" = NULL"""));
        (await stage.Problem(stage.Buyer, stage.Service)).ShouldContain("Penjual belum mengisi jadwal jasanya.");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task It_is_paid_in_half_of_the_time_until_it_begins(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var stage = await ServiceShop.Set(komeji);
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
        var stage = await ServiceShop.Set(komeji);
        var late = await stage.Market.Buyer();
        await stage.Market.Put(late, stage.Service);
        var wish = ServiceShop.At((stage.Service, Services.Thursday));
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
        var stage = await ServiceShop.Set(komeji);
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
        var stage = await ServiceShop.Set(komeji);
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

    [Theory, OnSqlite, OnPostgres]
    public async Task A_time_agreed_after_the_buyer_asked_to_cancel_is_kept_by_every_clock(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var stage = await ServiceShop.Set(komeji);
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
        var stage = await ServiceShop.Set(komeji);
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
        var stage = await ServiceShop.Set(komeji);
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
        var stage = await ServiceShop.Set(komeji);
        var order = await stage.Buy(Services.Thursday);
        await stage.Seller(new AcceptOrder(order.Number));
        komeji.Clock.MoveTo(Services.Thursday.AddHours(1).AddDays(5));
        await komeji.Run<DueOrderTimers>();
        (await stage.Market.Order(order.Number)).State.ShouldBe(OrderState.Cancelled);
        (await komeji.Read(db => db.Refunds.SingleAsync())).Amount.ShouldBe(order.Total);
        (await komeji.Send(new VerifyLedger())).Checks.Where(c => !c.Ok).ShouldBeEmpty();
    }

    static async Task<string> Refused(Func<Task> act) => (await Should.ThrowAsync<RuleBroken>(act)).Code;
}
