using Komeji.Application.Common;
using Komeji.Application.Files;
using Komeji.Application.Ordering;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Tests.Support;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Application.Ordering;

/// <summary>The photo of a delivery: who sees it, and what is left of it when it proves nothing.</summary>
public sealed class DeliveryProofTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Only_the_two_sides_and_the_staff_see_the_photo(Engine engine)
    {
        var files = new KeptFiles();
        await using var komeji = await With(files, engine);
        var market = new Market(komeji);
        var (order, buyer, shop) = await Shipped(komeji, market);
        await Should.ThrowAsync<NotFound>(() => komeji.As(buyer).Send(new OpenDeliveryProof(order.Number, OrderOnlooker.Buyer)));
        await komeji.As(shop.Owner).Send(new ProveDelivery(order.Number, "Pak Budi", Photo(1)));
        var key = (await market.Order(order.Number)).DeliveryProof.ShouldNotBeNull();
        files.Keys.ShouldBe([key]);

        (await komeji.As(buyer).Send(new OpenDeliveryProof(order.Number, OrderOnlooker.Buyer))).Key.ShouldBe(key);
        (await komeji.As(shop.Owner).Send(new OpenDeliveryProof(order.Number, OrderOnlooker.Seller))).Key.ShouldBe(key);
        var other = await market.Person();
        foreach (var role in new[] { Roles.Operator, Roles.CallCentre })
        {
            (await komeji.As(other, role).Send(new OpenDeliveryProof(order.Number, OrderOnlooker.Staff))).Key.ShouldBe(key);
        }

        var (_, _, otherShop, _) = await market.PaidOrder();
        foreach (var (person, onlooker, role) in new[]
        {
            (other, OrderOnlooker.Buyer, Roles.Operator), (shop.Owner, OrderOnlooker.Buyer, ""), (buyer, OrderOnlooker.Seller, ""),
            (otherShop.Owner, OrderOnlooker.Seller, ""), (buyer, OrderOnlooker.Staff, ""), (other, OrderOnlooker.Staff, Roles.Finance),
        })
        {
            await Should.ThrowAsync<NotFound>(() => komeji.As(person, role).Send(new OpenDeliveryProof(order.Number, onlooker)), $"{onlooker} {role}");
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_photo_that_would_be_refused_is_not_even_cleaned(Engine engine)
    {
        var files = new KeptFiles();
        await using var komeji = await With(files, engine);
        var market = new Market(komeji);
        var (order, _, shop, _) = await market.PaidOrder(1);
        (await Should.ThrowAsync<RuleBroken>(() => komeji.As(shop.Owner).Send(new ProveDelivery(order.Number, "Pak Budi", Photo(1))))).Code.ShouldBe("order.not_shipped");
        files.Cleaned.ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_photo_that_proves_nothing_after_all_is_not_kept_unless_another_order_has_it(Engine engine)
    {
        var files = new KeptFiles();
        await using var komeji = await With(files, engine);
        var market = new Market(komeji);
        var (late, buyer, shop) = await Shipped(komeji, market);
        files.Meanwhile = () => komeji.As(buyer).Send(new ConfirmReceived(late.Number));
        await Refused(late, Photo(1));
        files.Cleaned.ShouldBe(1);
        files.Keys.ShouldBeEmpty();

        files.Meanwhile = () => Task.CompletedTask;
        var (proved, _, other) = await Shipped(komeji, market);
        await komeji.As(other.Owner).Send(new ProveDelivery(proved.Number, "Pak Budi", Photo(2)));
        (late, buyer, shop) = await Shipped(komeji, market);
        files.Meanwhile = () => komeji.As(buyer).Send(new ConfirmReceived(late.Number));
        await Refused(late, Photo(2));
        files.Keys.ShouldBe([(await market.Order(proved.Number)).DeliveryProof!]);

        async Task Refused(Order order, Stream photo) =>
            (await Should.ThrowAsync<RuleBroken>(() => komeji.As(shop.Owner).Send(new ProveDelivery(order.Number, "Pak Budi", photo)))).Code.ShouldBe("order.not_shipped");
    }

    static Task<TestKomeji> With(KeptFiles files, Engine engine) => TestKomeji.Create(engine, services =>
    {
        services.AddSingleton<IPictures>(files);
        services.AddSingleton<IPrivateFiles>(files);
    });

    static async Task<(Order Order, UserId Buyer, Shop Shop)> Shipped(TestKomeji komeji, Market market)
    {
        var (order, buyer, shop, _) = await market.PaidOrder(1);
        await komeji.As(shop.Owner).Send(new AcceptOrder(order.Number));
        await komeji.Send(new ShipOrder(order.Number, "JX1234567890"));
        return (order, buyer, shop);
    }

    static MemoryStream Photo(byte content) => new([content]);
}
