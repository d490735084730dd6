using Komeji.Application.Ordering;
using Komeji.Application.Ordering.Checkouts;
using Komeji.Application.Shipping;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Shipping;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Shipping;

/// <summary>The shop brings the goods itself, to the districts it named.</summary>
public sealed class OwnDeliveryTests
{
    const string Tambaksari = "35.78.10";
    static readonly DeliveryTerms Terms = new(new Rupiah(9_000), new Rupiah(60_000), "Senin–Sabtu 08.00–16.00", 0, 1);

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_offered_where_the_shop_goes_and_free_from_the_amount_it_named(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var shop = await market.Shop();
        var (variant, buyer) = (await market.Product(shop), await market.Buyer());
        await komeji.As(shop.Owner).Send(new SaveDeliveryAreas([Tambaksari], Terms));
        await market.Put(buyer, variant, 3);
        (await Own(market, buyer)).ShouldSatisfyAllConditions(way => way.Fee.ShouldBe(new Rupiah(9_000)), way => way.Note.ShouldBe(Terms.Schedule));
        await market.Put(buyer, variant, 1);
        (await Own(market, buyer)).Fee.ShouldBe(Rupiah.Zero);

        await komeji.As(shop.Owner).Send(new RemoveDeliveryArea(Tambaksari));
        (await market.Look(buyer)).Offer.Shops.Single().Ways.ShouldNotContain(w => w.Kind == ShipmentKind.SellerDelivery);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Refuses_what_is_no_district_and_what_is_anothers(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (shop, other) = (await market.Shop(), await market.Shop());
        (await Refused(komeji, shop, new SaveDeliveryAreas([], Terms))).ShouldBe("delivery.districts");
        (await Refused(komeji, shop, new SaveDeliveryAreas(["35.78"], Terms))).ShouldBe("delivery.districts");
        (await Refused(komeji, shop, new SaveDeliveryAreas([Tambaksari], Terms with { EtaMaxDays = -1 }))).ShouldBe("delivery.eta");
        (await Refused(komeji, shop, new SaveDeliveryAreas([Tambaksari], Terms with { FreeFrom = Rupiah.Zero }))).ShouldBe("delivery.fee");
        await komeji.As(shop.Owner).Send(new SaveDeliveryAreas([Tambaksari], Terms));
        await komeji.As(shop.Owner).Send(new SaveDeliveryAreas([Tambaksari], Terms with { Fee = new Rupiah(4_000) }));
        (await komeji.Send(new ListDeliveryAreas())).Single().Terms.Fee.ShouldBe(new Rupiah(4_000));
        await Should.ThrowAsync<Komeji.Application.Common.NotFound>(() => komeji.As(other.Owner).Send(new RemoveDeliveryArea(Tambaksari)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Arrives_with_the_buyers_code(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (number, shop, buyer) = await SetOut(komeji, market);
        var page = await komeji.As(buyer).Send(new ShowMyOrder(number));
        page.Parcels.Single().ShouldSatisfyAllConditions(p => p.State.ShouldBe(ShipmentState.InTransit), p => p.TrackingNumber.ShouldBeEmpty());
        (await komeji.As(shop.Owner).Send(new HandOverOrder(number, "000000"))).ShouldBeFalse();
        (await komeji.As(shop.Owner).Send(new HandOverOrder(number, page.PickupCode.ShouldNotBeNull()))).ShouldBeTrue();
        (await komeji.As(buyer).Send(new ShowMyOrder(number))).ShouldSatisfyAllConditions(
            p => p.State.ShouldBe(OrderState.Delivered), p => p.Parcels.Single().State.ShouldBe(ShipmentState.Delivered), p => p.Steps[^1].ReasonCode.ShouldBe("handed_over"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task After_five_wrong_codes_a_photo_still_proves_it(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (number, shop, _) = await SetOut(komeji, market);
        for (var i = 0; i < Order.PickupTries; i++)
        {
            (await komeji.As(shop.Owner).Send(new HandOverOrder(number, "000000"))).ShouldBeFalse();
        }

        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new HandOverOrder(number, "000000")))).Code.ShouldBe("order.pickup_locked");
        await komeji.Send(new ProveDelivery(number, "Bu Sri", Stream.Null));
        (await market.Order(number)).State.ShouldBe(OrderState.Delivered);
    }

    static async Task<(string Number, Shop Shop, UserId Buyer)> SetOut(TestKomeji komeji, Market market)
    {
        var shop = await market.Shop();
        var (variant, buyer) = (await market.Product(shop), await market.Buyer());
        await komeji.As(shop.Owner).Send(new SaveDeliveryAreas([Tambaksari], Terms));
        await market.Put(buyer, variant);
        var wish = CheckoutWish.Nothing with { Ways = new Dictionary<StoreId, string> { [shop.Id] = ShippingOption.DeliveryCode } };
        var purchase = await market.Purchase(await market.Place(buyer, await market.Look(buyer, wish), wish));
        await market.Pay(purchase);
        var order = purchase.Orders.Single();
        (order.Shipping.Kind, order.Shipping.Fee).ShouldBe((ShipmentKind.SellerDelivery, Terms.Fee));
        await komeji.As(shop.Owner).Send(new AcceptOrder(order.Number));
        await komeji.As(shop.Owner).Send(new ShipOrder(order.Number, ""));
        return (order.Number, shop, buyer);
    }

    static async Task<ShippingOption> Own(Market market, UserId buyer) =>
        (await market.Look(buyer)).Offer.Shops.Single().Ways.Single(w => w.Kind == ShipmentKind.SellerDelivery);

    static async Task<string> Refused(TestKomeji komeji, Shop shop, MediatR.IRequest<MediatR.Unit> request) =>
        (await Should.ThrowAsync<RuleBroken>(() => komeji.As(shop.Owner).Send(request))).Code;
}
