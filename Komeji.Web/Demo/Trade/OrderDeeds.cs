using Bogus;
using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Application.Settings;
using Komeji.Application.Shipping.Points;
using Komeji.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Web.Demo.Trade;

/// <summary>The steps of buyer and seller, each by the command its button sends.</summary>
sealed class OrderDeeds(IServiceProvider market, IReadOnlyList<DemoStore> stores)
{
    static readonly string[] Declining = ["Bahan bakunya habis minggu ini, mohon maaf", "Stok di rak ternyata rusak", "Sedang libur hajatan keluarga"];
    static readonly string[] Cancelling = ["Salah pilih varian", "Alamatnya keliru, nanti pesan ulang", "Ternyata sudah dibelikan saudara"];

    readonly Randomizer dice = new(stores.Count);
    readonly ServiceDeeds services = new(market);
    readonly CareDeeds care = new(market);

    public Task Do(Deed deed, string order, DemoPerson buyer, Basket basket, CancellationToken cancellationToken)
    {
        var seller = stores[basket.Store].Owner.Id;
        return deed switch
        {
            Deed.Cancel => market.Send(buyer.Id, new CancelOrder(order, dice.ArrayElement(Cancelling)), cancellationToken),
            Deed.Confirm => market.Send(buyer.Id, new ConfirmReceived(order), cancellationToken),
            Deed.ReportNotArrived => market.Send(buyer.Id, new ReportNotArrived(order), cancellationToken),
            Deed.Accept => market.Send(seller, new AcceptOrder(order), cancellationToken),
            Deed.Decline => market.Send(seller, new DeclineOrder(order, dice.ArrayElement(Declining)), cancellationToken),
            Deed.Ship => market.Send(seller, new ShipOrder(order, $"JX{dice.String2(10, "0123456789")}"), cancellationToken),
            Deed.ShipPart => ShipFirst(seller, order, cancellationToken),
            Deed.CancelRest => market.Send(seller, new CancelRest(order, "Bahan baku habis minggu ini"), cancellationToken),
            Deed.TakeIn => TakeIn(order, cancellationToken),
            Deed.Prove => Prove(seller, order, buyer.Name, basket.Pieces[0].Good.PictureKey, cancellationToken),
            Deed.MakeReady => market.Send(seller, new MakeOrderReady(order), cancellationToken),
            Deed.HandOver => HandOver(seller, order, cancellationToken),
            Deed.AgreeToCancel => market.Send(seller, new AnswerCancellation(order, true, ""), cancellationToken),
            Deed.Return => market.Send(seller, new ReturnOrder(order, "Kurir tidak menemukan alamat setelah tiga kali mencoba"), cancellationToken),
            Deed.Refund => market.Send(seller, new RefundOrder(order, "Barang sampai dalam keadaan pecah"), cancellationToken),
            >= Deed.Complain => care.Do(deed, order, buyer.Id, seller, cancellationToken),
            _ => services.Do(deed, order, buyer.Id, seller, basket.Pieces[0].Good.PictureKey, cancellationToken),
        };
    }

    /// <summary>A drawing stands for the photo, so nothing is uploaded.</summary>
    async Task Prove(UserId seller, string number, string receiver, string drawing, CancellationToken cancellationToken)
    {
        await using var scope = market.CreateAsyncScope();
        var product = scope.ServiceProvider;
        var proof = await product.KeepAsProof(drawing, cancellationToken);
        await product.GetRequiredService<UnitOfWork>().Run(async () =>
        {
            var order = await product.GetRequiredService<IKomejiDb>().Orders.Load(number, cancellationToken);
            var terms = await product.GetRequiredService<SettingsInForce>().OrderTerms(cancellationToken);
            order.ProveDelivery(Actor.Seller(seller.Value), receiver, proof, terms, product.GetRequiredService<TimeProvider>().GetUtcNow());
        }, cancellationToken);
    }

    async Task ShipFirst(UserId seller, string number, CancellationToken cancellationToken)
    {
        var first = await market.Ask(db => db.Orders.Where(o => o.Number == number).SelectMany(o => o.Lines).OrderBy(l => l.ProductName).ThenBy(l => l.VariantName)
            .Select(l => new { l.Id, l.Quantity }).FirstAsync(cancellationToken));
        await market.Send(seller, new ShipOrder(number, $"JX{dice.String2(10, "0123456789")}", new Dictionary<OrderLineId, int> { [first.Id] = first.Quantity }), cancellationToken);
    }

    async Task TakeIn(string number, CancellationToken cancellationToken)
    {
        var keeper = await market.Ask(db => db.PickupPoints.Where(p => db.Orders.Any(o => o.Number == number && o.Shipping.PointId == p.Id))
            .SelectMany(p => p.Keepers).OrderBy(k => k.Since).Select(k => k.UserId).FirstAsync(cancellationToken));
        await market.Send(keeper, new TakeInParcel(number), cancellationToken);
    }

    /// <summary>The buyer shows the code at the shop.</summary>
    async Task HandOver(UserId seller, string order, CancellationToken cancellationToken)
    {
        var code = await market.Ask(db => db.Orders.Where(o => o.Number == order).Select(o => o.PickupCode!).SingleAsync(cancellationToken));
        await market.Send(seller, new HandOverOrder(order, code), cancellationToken);
    }
}
