using System.Globalization;
using Komeji.Application.Common;
using Komeji.Application.Warranties.Cards;
using Komeji.Domain.Stores;
using Komeji.Web.Areas.Shared;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Seller.Warranties;

/// <summary>Warranty cards of what the shop sold, to write down which ones they are.</summary>
[Area("Seller"), NeedsRight(ShopRights.Orders), Route("/penjual/garansi/kartu"), OwnerRule("penjual pesanan")]
public sealed class CardsController : KomejiController
{
    static readonly string[] Heads = ["Pesanan", "Barang", "Varian", "Unit", "Jumlah", "Nomor seri", "Berlaku sampai"];

    [HttpGet("")]
    public async Task<IActionResult> Index([FromQuery] bool kosong, [FromQuery] string? q, [FromQuery] int hal = 1) =>
        View("/Areas/Seller/Warranties/Cards.cshtml", new ShopCardsView(kosong, q, await Send(new ListShopCards(kosong, q, hal))));

    [HttpGet("ekspor")]
    public async Task<IActionResult> Export([FromQuery] bool kosong, [FromQuery] string? q, [FromQuery] string? bentuk) =>
        TableFile.Of("kartu-garansi", "Kartu garansi", Heads, (await Send(new ExportShopCards(kosong, q))).Select(Row), bentuk == "xlsx");

    [HttpPost("{kode}/seri")]
    public Task<IActionResult> Note(string kode, SerialForm form, [FromForm] bool kosong, [FromForm] string? q, [FromForm] int hal = 1) => Attempt(
        () => Send(new NoteSerial(kode, form.Seri ?? "")), "Nomor seri tersimpan di kartu pembeli.", LocalRedirect(ShopCardsView.At(kosong, q, hal).Address), () => Index(kosong, q, hal));

    static IReadOnlyList<object> Row(ShopCardRow card) =>
        [card.OrderNumber, card.ProductName, card.VariantName, (long)card.Unit, (long)card.Pieces, card.Serial, card.Until.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)];
}

public sealed record ShopCardsView(bool Unnamed, string? Search, PageOf<ShopCardRow> Cards)
{
    public ListPlace Place => At(Unnamed, Search, Cards.Number);

    public static ListPlace At(bool unnamed, string? search, int page) => ListPlace.Of("/penjual/garansi/kartu", page, ("kosong", unnamed ? "true" : null), ("q", search));
}
