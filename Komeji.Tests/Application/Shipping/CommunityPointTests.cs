using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Application.Ordering.Checkouts;
using Komeji.Application.Shipping;
using Komeji.Application.Shipping.Points;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Shipping;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Shipping;

/// <summary>Parcels that wait in the community: taken in and handed over by the point's keeper.</summary>
public sealed class CommunityPointTests
{
    static readonly PointFacts Facts = new("Balai RTIK Tambaksari", "0812-3456-7890", TestRegions.Tambaksari, "Jl. Melati 3", "Senin–Sabtu 08.00–16.00");

    [Theory, OnSqlite, OnPostgres]
    public async Task From_the_checkout_to_the_code_the_keeper_types(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (number, shop, buyer, keeper) = await Bought(komeji, market);
        (await komeji.As(keeper).Send(new ShowMyPoints(null))).Coming.Single().Number.ShouldBe(number);
        (await Should.ThrowAsync<RuleBroken>(() => komeji.As(shop.Owner).Send(new MakeOrderReady(number)))).Code.ShouldBe("order.at_point");

        await komeji.As(keeper).Send(new TakeInParcel(number));
        var page = await komeji.As(buyer).Send(new ShowMyOrder(number));
        (page.State, page.Point!.Name).ShouldBe((OrderState.ReadyForPickup, Facts.Name));
        (await komeji.Read(db => db.Notifications.Where(n => n.UserId == shop.Owner).Select(n => n.Title).ToListAsync())).ShouldContain($"Paket {number} diterima titik ambil");
        (await Should.ThrowAsync<RuleBroken>(() => komeji.As(shop.Owner).Send(new HandOverOrder(number, page.PickupCode!)))).Code.ShouldBe("order.at_point");

        (await komeji.As(keeper).Send(new HandOverAtPoint(number, "000000"))).ShouldBeFalse();
        (await komeji.As(keeper).Send(new HandOverAtPoint(number, page.PickupCode!))).ShouldBeTrue();
        (await market.Order(number)).State.ShouldBe(OrderState.Delivered);
        (await komeji.Read(db => db.Shipments.Select(s => s.State).SingleAsync())).ShouldBe(ShipmentState.Delivered);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Five_wrong_codes_lock_it(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var (number, _, _, keeper) = await Bought(komeji, new Market(komeji));
        await komeji.As(keeper).Send(new TakeInParcel(number));
        for (var i = 0; i < Order.PickupTries; i++)
        {
            (await komeji.As(keeper).Send(new HandOverAtPoint(number, "000000"))).ShouldBeFalse();
        }

        (await Should.ThrowAsync<RuleBroken>(() => komeji.As(keeper).Send(new HandOverAtPoint(number, "000000")))).Code.ShouldBe("order.pickup_locked");
        (await komeji.As(keeper).Send(new ShowMyPoints(null))).Waiting.Single().Locked.ShouldBeTrue();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_nobody_collects_is_refunded_and_waits_for_the_shop(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (number, _, buyer, keeper) = await Bought(komeji, market);
        await komeji.As(keeper).Send(new TakeInParcel(number));
        var taken = komeji.Clock.GetUtcNow();
        foreach (var day in new[] { 1, 2, 3 })
        {
            komeji.Clock.MoveTo(taken.AddDays(day));
            (await komeji.Run<DueOrderTimers>()).Failures.ShouldBe(0);
        }

        (await komeji.Read(db => db.Notifications.CountAsync(n => n.UserId == buyer && n.Title.StartsWith("Jangan lupa ambil")))).ShouldBe(2);
        (await market.Order(number)).State.ShouldBe(OrderState.Cancelled);
        (await komeji.As(keeper).Send(new ShowMyPoints(null))).Returning.Single().Number.ShouldBe(number);
        await komeji.As(keeper).Send(new GiveBackParcel(number));
        (await komeji.As(keeper).Send(new ShowMyPoints(null))).Returning.ShouldBeEmpty();
        (await komeji.Read(db => db.Shipments.Select(s => s.State).SingleAsync())).ShouldBe(ShipmentState.ReceivedBack);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_who_keeps_the_point_sees_and_moves_its_parcels(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (number, _, buyer, keeper) = await Bought(komeji, market);
        foreach (var request in new MediatR.IRequest<MediatR.Unit>[] { new TakeInParcel(number), new GiveBackParcel(number) })
        {
            await Should.ThrowAsync<NotFound>(() => komeji.As(buyer).Send(request));
        }

        await Should.ThrowAsync<NotFound>(() => komeji.As(buyer).Send(new ShowMyPoints(null)));
        var point = await komeji.Read(db => db.PickupPoints.Select(p => p.Id).SingleAsync());
        await komeji.Send(new DismissKeeper(point, keeper));
        await Should.ThrowAsync<NotFound>(() => komeji.As(keeper).Send(new TakeInParcel(number)));
        (await komeji.Read(db => db.PickupPoints.Select(p => p.IsOpen).SingleAsync())).ShouldBeFalse();
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new SetPointOpen(point, true)))).Code.ShouldBe("point.no_keeper");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Points_of_other_provinces_and_closed_ones_are_not_offered(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var shop = await market.Shop();
        var (variant, buyer) = (await market.Product(shop), await market.Buyer());
        var near = await Open(komeji, market, Facts);
        var far = await Open(komeji, market, Facts with { Name = "Balai Jember", VillageCode = TestRegions.Jember });
        var bali = await Open(komeji, market, Facts with { Name = "Balai Bali", VillageCode = TestRegions.Bali });
        await komeji.As(shop.Owner).Send(new ServePoints([near.Point, far.Point, bali.Point]));
        await market.Put(buyer, variant);
        (await Offered(market, buyer)).ShouldBe([Facts.Name, "Balai Jember"]);
        await komeji.Send(new SetPointOpen(near.Point, false));
        (await Offered(market, buyer)).ShouldBe(["Balai Jember"]);
        (await Should.ThrowAsync<RuleBroken>(async () => await komeji.As((await market.Shop()).Owner).Send(new ServePoints([near.Point])))).Code.ShouldBe("point.not_open");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Without_an_address_points_in_the_shops_province_are_offered_and_none_is_kept(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var shop = await market.Shop(pickup: false);
        var (near, _) = await Open(komeji, market, Facts);
        var (far, _) = await Open(komeji, market, Facts with { Name = "Banjar Sesetan", VillageCode = TestRegions.Bali });
        await komeji.As(shop.Owner).Send(new ServePoints([near, far]));
        var homeless = await market.Person();
        await market.Put(homeless, await market.Product(shop));
        (await Offered(market, homeless)).ShouldBe([Facts.Name]);
        var order = (await market.Purchase(await market.Place(homeless, await market.Look(homeless)))).Orders.Single();
        order.Shipping.PointId.ShouldBe(near);
        order.Destination.Street.ShouldBe("");
    }

    static async Task<IEnumerable<string>> Offered(Market market, UserId buyer) =>
        (await market.Look(buyer)).Offer.Shops.Single().Ways.Where(w => w.Kind == ShipmentKind.CommunityPoint).Select(w => w.Name);

    static async Task<(PointId Point, UserId Keeper)> Open(TestKomeji komeji, Market market, PointFacts facts)
    {
        var keeper = await market.Person();
        var email = await komeji.Read(db => db.Users.Where(u => u.Id == keeper.Value).Select(u => u.Email!).SingleAsync());
        var point = await komeji.Send(new SavePoint(null, facts));
        await komeji.Send(new AppointKeeper(point, email));
        await komeji.Send(new SetPointOpen(point, true));
        return (point, keeper);
    }

    static async Task<(string Number, Shop Shop, UserId Buyer, UserId Keeper)> Bought(TestKomeji komeji, Market market)
    {
        var shop = await market.Shop();
        var (variant, buyer) = (await market.Product(shop), await market.Buyer());
        var (point, keeper) = await Open(komeji, market, Facts);
        await komeji.As(shop.Owner).Send(new ServePoints([point]));
        await market.Put(buyer, variant);
        var wish = CheckoutWish.Nothing with { Ways = new Dictionary<StoreId, string> { [shop.Id] = $"{ShippingOption.PointPrefix}{point.Value:N}" } };
        var purchase = await market.Purchase(await market.Place(buyer, await market.Look(buyer, wish), wish));
        purchase.Orders.Single().Shipping.PointId.ShouldBe(point);
        await market.Pay(purchase);
        var number = purchase.Orders.Single().Number;
        await komeji.As(shop.Owner).Send(new AcceptOrder(number));
        return (number, shop, buyer, keeper);
    }
}
