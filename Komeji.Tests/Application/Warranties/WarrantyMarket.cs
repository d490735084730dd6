using Komeji.Application.Catalog;
using Komeji.Application.Warranties.Cards;
using Komeji.Application.Warranties.Claims;
using Komeji.Application.Warranties.Workshop;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Warranties;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Warranties;

/// <summary>A market where what is sold has a year of warranty.</summary>
static class WarrantyMarket
{
    public static readonly ClaimFacts Facts = new("Tidak menyala sejak kemarin", ClaimSolution.Repair, 1);

    public static async Task<MoneyMarket> Open(Engine engine)
    {
        var market = await MoneyMarket.Open(engine, vatBasisPoints: 1_100);
        market.SoldWith = new Warranty(WarrantyKind.Shop, 12, "Toko 0 Jaya", "Bukan karena terjatuh.");
        return market;
    }

    /// <summary>Bought, paid, sent and taken: the cards of it, by unit.</summary>
    public static async Task<(Placed Placed, IReadOnlyList<string> Cards)> Bought(this MoneyMarket market, int pieces = 1)
    {
        var placed = await market.Place((25_500, pieces));
        await market.Pay(placed);
        await market.Complete(placed.Orders[0]);
        var order = placed.Orders[0];
        return (placed, await market.Komeji.Read(db => db.WarrantyCards.Where(c => c.OrderId == order).OrderBy(c => c.Unit).Select(c => c.Code).ToListAsync()));
    }

    public static Task<string> Claim(this MoneyMarket market, string card, bool submit = true) =>
        market.Komeji.As(market.Buyer).Send(new SaveClaim(card, Facts, [], submit));

    /// <summary>Accepted, sent, received and looked at.</summary>
    public static async Task<string> Examined(this MoneyMarket market, string card)
    {
        var claim = await market.Claim(card);
        await market.Komeji.As(market.Seller).Send(new AcceptClaim(claim, "Kirim ke toko"));
        await market.Komeji.As(market.Buyer).Send(new SendClaimedGoods(claim, "JNE 0123456789"));
        await market.Komeji.As(market.Seller).Send(new ReceiveClaimedGoods(claim));
        await market.Komeji.Send(new ExamineClaim(claim, "Kabel pemanas putus", [new PictureUpload("foto.jpg", new MemoryStream([1]))]));
        return claim;
    }

    public static Task<WarrantyClaim> Read(this MoneyMarket market, string claim) => market.Komeji.Read(db => db.WarrantyClaims.AsNoTracking().SingleAsync(c => c.Number == claim));

    public static Task<CardPage> Card(this MoneyMarket market, string code) => market.Komeji.As(market.Buyer).Send(new ShowMyCard(code));
}
