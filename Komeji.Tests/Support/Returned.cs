using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Returns;
using Komeji.Domain.Shipping;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Support;

/// <summary>Returns and replacements brought to a state by their own verbs, and outcomes told as complaints and claims tell them.</summary>
public static class Returned
{
    public static readonly DateTimeOffset Now = Orders.Monday;
    public static readonly Actor Keeper = Actor.Keeper(new Guid(4, 0, 0, new byte[8]));

    /// <summary>An actor of every role there is.</summary>
    public static readonly IReadOnlyList<Actor> Everyone =
    [
        Orders.Buyer, Orders.Seller, Actor.ShopStaff(new Guid(6, 0, 0, new byte[8])), Keeper, Actor.System, Actor.Mentor(new Guid(7, 0, 0, new byte[8]), Orders.Seller.UserId!.Value),
        .. Roles.All.Except([Roles.Mentor]).Select(role => Actor.Staff(new Guid(8, 0, 0, new byte[8]), role)),
    ];

    public static readonly PointId Point = new(new Guid(5, 0, 0, new byte[8]));
    public static readonly ReturnParcel Parcel = new("JNE", "JX1234567890", Rupiah.Zero);

    public static readonly ReturnTerms Terms = new(
        TimeSpan.FromDays(3), TimeSpan.FromDays(7), TimeSpan.FromDays(3), TimeSpan.FromHours(48), TimeSpan.FromHours(48), 5, new Rupiah(200_000), 3, TimeSpan.FromDays(7), 1, new WorkingCalendar([]));

    /// <summary>A delivered order with these lines.</summary>
    public static Order Order(params (int Price, int Pieces)[] lines) => Order(default, lines);

    /// <param name="discount">Off each line.</param>
    public static Order Order(LineDiscount discount, params (int Price, int Pieces)[] lines)
    {
        var draft = Orders.Draft(ShipmentKind.Courier, "KMJ-20261005-AAAAAA") with
        {
            Lines = [.. lines.Select((l, i) => new OrderLineDraft(ProductId.New(Now), VariantId.New(Now), $"Barang {i + 1}", "", $"barang-{i + 1}", null, new Rupiah(l.Price), l.Pieces, 200, Warranty.None, "") { Discount = discount })],
        };
        var order = Purchase.Place(
            "BLJ-20261005-AAAAAA", Orders.BuyerId, new string('a', 64),
            new Destination("Siti Aminah", "+6281234567890", "Jl. Mawar 12", TestRegions.Surabaya, "Gading, Tambaksari, Kota Surabaya, Jawa Timur", "60134", ""),
            [draft], TimeSpan.FromHours(24), Now).Orders[0];
        order.Pay(Orders.Fees, Orders.Terms(), Now);
        order.Accept(Orders.Seller, Orders.Terms(), Now);
        order.Ship(Orders.Seller, Orders.Terms(), Now);
        order.ProveDelivery(Orders.Seller, "Pak Budi", "bukti", Orders.Terms(), Now);
        return order;
    }

    public static ReturnAgreed Agreed(Order order, FreightPayer freight, params ReturnItem[] items) =>
        new(ReturnCause.Complaint, Guid.CreateVersion7(Now), "KPL-20261005-AAAAAA", order.Id, items, freight);

    public static GoodsReturn Open(Order order, params ReturnItem[] items) =>
        GoodsReturn.Open(Agreed(order, FreightPayer.Seller, items), order, new Returnable(order, [], []), "RTR-20261005-AAAAAA", Terms, Now);

    /// <summary>What came of the first line.</summary>
    public static Dictionary<OrderLineId, ReturnCount> Found(GoodsReturn goods, int sellable, int unsellable = 0) =>
        new() { [goods.Lines[0].OrderLineId] = new ReturnCount(sellable, unsellable) };

    /// <summary>Three pieces of Rp18.500.</summary>
    public static GoodsReturn In(GoodsReturnState state)
    {
        var order = Order((18_500, 3));
        var goods = Open(order, new ReturnItem(order.Lines[0].Id, 3));
        if (state is not (GoodsReturnState.AwaitingReturn or GoodsReturnState.Closed))
        {
            goods.Send(Orders.Buyer, Parcel, null, [], Terms, Now);
        }

        switch (state)
        {
            case GoodsReturnState.PartlyAccepted:
                goods.Count(Orders.Seller, Found(goods, 1, 1), "Satu tidak ada di paket", ["foto.webp"], Terms, Now);
                break;
            case GoodsReturnState.Objected:
                goods.RaiseObjection(Orders.Seller, byShop: true, "Paketnya kosong", Terms, Now);
                break;
            case GoodsReturnState.ReturnReceived:
                goods.Count(Orders.Seller, Found(goods, 3), "", [], Terms, Now);
                break;
            case GoodsReturnState.Closed:
                goods.Withdraw(Orders.Buyer, Now);
                break;
            default:
                break;
        }

        goods.State.ShouldBe(state);
        return goods;
    }

    /// <param name="way">Null: by courier.</param>
    public static Replacement In(ReplacementState state, ShipmentKind way = ShipmentKind.Courier)
    {
        var order = way == ShipmentKind.Courier ? Order((18_500, 3)) : Orders.In(OrderState.ReadyForPickup, ShipmentKind.Pickup);
        var agreed = new ReplacementAgreed(
            ReturnCause.Complaint, Guid.CreateVersion7(Now), "KPL-20261005-AAAAAA", order.Id, ReplacementKind.Exchange, [new ReplacementItem(order.Lines[0].Id, 2)], AfterReturn: state == ReplacementState.AwaitingReturn);
        var replacement = Replacement.Open(agreed, order, "GNT-20261005-AAAAAA", Terms, Now);
        replacement.SetAside();
        if (state is ReplacementState.Sent or ReplacementState.Delivered)
        {
            replacement.Send(Orders.Seller, "482913", 3, Terms, Now);
        }

        if (state == ReplacementState.Delivered)
        {
            replacement.Confirm(Orders.Buyer, Now);
        }

        if (state == ReplacementState.Failed)
        {
            replacement.GiveUp(Orders.Seller, "Stok rusak", Now);
        }

        replacement.State.ShouldBe(state);
        return replacement;
    }

    /// <summary>As a complaint or a claim does when it ends so: in a transaction, with what follows from it.</summary>
    public static async Task Tell<TFact>(this TestKomeji komeji, TFact fact)
    {
        await using var scope = komeji.Services.CreateAsyncScope();
        var mediator = scope.ServiceProvider.GetRequiredService<IMediator>();
        await scope.ServiceProvider.GetRequiredService<UnitOfWork>().Run(() => mediator.Publish(new Happened<TFact>(fact)), CancellationToken.None);
    }

    public static Task<GoodsReturn> ReturnOf(this TestKomeji komeji, OrderId order) =>
        komeji.Read(db => db.GoodsReturns.AsNoTracking().Include(r => r.Lines).Include(r => r.Photos).SingleAsync(r => r.OrderId == order));

    public static Task<Replacement> ReplacementOf(this TestKomeji komeji, OrderId order) =>
        komeji.Read(db => db.Replacements.AsNoTracking().Include(r => r.Lines).SingleAsync(r => r.OrderId == order));
}
