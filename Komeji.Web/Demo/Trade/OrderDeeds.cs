using Bogus;
using Komeji.Application.Ordering;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Web.Demo.Trade;

/// <summary>The steps of buyer and seller, each by the command its button sends.</summary>
sealed class OrderDeeds(IServiceProvider market, IReadOnlyList<DemoStore> stores)
{
    static readonly string[] Declining = ["Bahan bakunya habis minggu ini, mohon maaf", "Stok di rak ternyata rusak", "Sedang libur hajatan keluarga"];
    static readonly string[] Cancelling = ["Salah pilih varian", "Alamatnya keliru, nanti pesan ulang", "Ternyata sudah dibelikan saudara"];

    readonly Randomizer dice = new(stores.Count);

    public async Task Do(Deed deed, string order, DemoPerson buyer, Basket basket, CancellationToken cancellationToken)
    {
        var (by, request) = deed switch
        {
            Deed.Cancel => (buyer.Id, (IBaseRequest)new CancelOrder(order, dice.ArrayElement(Cancelling))),
            Deed.Confirm => (buyer.Id, new ConfirmReceived(order)),
            Deed.ReportNotArrived => (buyer.Id, new ReportNotArrived(order)),
            _ => (stores[basket.Store].Owner.Id, await OfSeller(deed, order, buyer, basket, cancellationToken)),
        };
        await market.Send(by, request, cancellationToken);
    }

    async Task<IBaseRequest> OfSeller(Deed deed, string order, DemoPerson buyer, Basket basket, CancellationToken cancellationToken) => deed switch
    {
        Deed.Accept => new AcceptOrder(order),
        Deed.Decline => new DeclineOrder(order, dice.ArrayElement(Declining)),
        Deed.Ship => new ShipOrder(order, $"JX{dice.String2(10, "0123456789")}"),
        Deed.Prove => new ProveDelivery(order, buyer.Name, basket.Pieces[0].Good.PictureKey),
        Deed.MakeReady => new MakeOrderReady(order),
        Deed.HandOver => new HandOverOrder(order, await PickupCode(order, cancellationToken)),
        Deed.AgreeToCancel => new AnswerCancellation(order, true, ""),
        Deed.Return => new ReturnOrder(order, "Kurir tidak menemukan alamat setelah tiga kali mencoba"),
        Deed.Refund => new RefundOrder(order, "Barang sampai dalam keadaan pecah"),
        _ => throw new ArgumentOutOfRangeException(nameof(deed), deed, null),
    };

    /// <summary>The buyer shows it at the shop.</summary>
    Task<string> PickupCode(string order, CancellationToken cancellationToken) =>
        market.Ask(db => db.Orders.Where(o => o.Number == order).Select(o => o.PickupCode!).SingleAsync(cancellationToken));
}
