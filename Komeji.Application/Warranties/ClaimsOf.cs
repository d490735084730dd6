using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Shipping;
using Komeji.Domain.Warranties;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Warranties;

/// <summary>Whoever acts on a card or a claim finds it only through what is theirs: a foreign one is not there.</summary>
static class ClaimsOf
{
    public static IQueryable<WarrantyCard> HeldBy(this IQueryable<WarrantyCard> cards, UserId buyer) => cards.Where(c => c.BuyerId == buyer);

    /// <summary>What staff bought there themselves is another's matter.</summary>
    public static IQueryable<WarrantyCard> SoldBy(this IQueryable<WarrantyCard> cards, ShopPost shop)
    {
        var (store, person) = (shop.Id, new UserId(shop.Actor.UserId!.Value));
        return cards.Where(c => c.StoreId == store && c.BuyerId != person);
    }

    public static IQueryable<WarrantyClaim> MadeBy(this IQueryable<WarrantyClaim> claims, UserId buyer) => claims.Where(c => c.BuyerId == buyer);

    /// <summary>A draft is the buyer's own.</summary>
    public static IQueryable<WarrantyClaim> Submitted(this IQueryable<WarrantyClaim> claims) => claims.Where(c => c.SubmittedAt != null);

    public static IQueryable<WarrantyClaim> MadeTo(this IQueryable<WarrantyClaim> claims, ShopPost shop)
    {
        var (store, person) = (shop.Id, new UserId(shop.Actor.UserId!.Value));
        return claims.Submitted().Where(c => c.StoreId == store && c.BuyerId != person);
    }

    /// <summary>Things a buyer brings to a point this person keeps, or that wait there.</summary>
    public static IQueryable<WarrantyClaim> BroughtTo(this IQueryable<WarrantyClaim> claims, UserId keeper, IQueryable<PickupPoint> points) =>
        claims.Where(c => c.State == ClaimState.AwaitingGoods && c.PointId != null && points.Any(p => p.Id == c.PointId && p.Keepers.Any(k => k.UserId == keeper)));

    /// <summary>One claim with its pictures, to be changed.</summary>
    /// <exception cref="NotFound">It is not there, or not theirs.</exception>
    public static async Task<WarrantyClaim> Load(this IQueryable<WarrantyClaim> claims, string number, CancellationToken cancellationToken) =>
        await claims.Include(c => c.Pictures).SingleOrDefaultAsync(c => c.Number == number, cancellationToken) ?? throw new NotFound();

    /// <exception cref="NotFound">It is not there, or not theirs.</exception>
    public static async Task<WarrantyCard> Load(this IQueryable<WarrantyCard> cards, string code, CancellationToken cancellationToken) =>
        await cards.SingleOrDefaultAsync(c => c.Code == code, cancellationToken) ?? throw new NotFound();
}
