using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Komeji.Domain.Warranties;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Web.Authorisation;

/// <summary>Warranty cards and claims. A claim never goes away, so each pair of sides has one for all calls.</summary>
public sealed partial class TestObjects
{
    readonly Dictionary<string, (WarrantyCard Card, WarrantyClaim Claim)> claims = [];

    static string Named(string kind, (WarrantyCard Card, WarrantyClaim Claim) made) => kind switch
    {
        "card-bought" or "card-sold" or "card-code" => made.Card.Code,
        "claim-photo" or "claim-photo-bought" or "claim-photo-sold" => made.Claim.Pictures[0].Id.Value.ToString(),
        _ => made.Claim.Number,
    };

    /// <param name="keeper">Of the point it is brought to.</param>
    async Task<(WarrantyCard Card, WarrantyClaim Claim)> ClaimFor(UserId buyer, Store store, UserId? keeper, DateTimeOffset now)
    {
        var key = $"{buyer.Value} {store.Id.Value} {keeper?.Value}";
        if (claims.TryGetValue(key, out var known))
        {
            return known;
        }

        var order = (await NewPurchase(buyer, store, now, proof: "uji", warranty: new Warranty(WarrantyKind.Shop, 12, store.Name, ""))).Orders[0].Id;
        await Trade(async db => (await db.Orders.Include(o => o.Lines).Include(o => o.Timers).SingleAsync(o => o.Id == order)).ConfirmReceived(Actor.System, Terms, now));
        var card = await app.Read(db => db.WarrantyCards.SingleAsync(c => c.OrderId == order));
        var claim = WarrantyClaim.Draft(card, $"KLG-20261005-U{++made:00000}", new ClaimFacts("Tidak menyala sejak kemarin", ClaimSolution.Repair, 1), now);
        claim.AddPicture(await NewProof(), ClaimPictureOf.Fault, now);
        claim.Submit(card, new Rupiah(18_500), Claims.Terms(), Actor.Buyer(buyer.Value), now);
        if (keeper is { } person)
        {
            claim.Accept(Actor.Seller(store.OwnerId.Value), "", Claims.Terms(), now);
            claim.BringTo((await NewPoint(person, now)).Id, "482913", Actor.Buyer(buyer.Value), now);
        }

        await Trade(db =>
        {
            db.WarrantyClaims.Add(claim);
            return Task.CompletedTask;
        });
        return claims[key] = (card, claim);
    }
}
