using Komeji.Application.Common;
using Komeji.Application.Legal;
using Komeji.Application.Stores;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog;

/// <summary>A listing of the seller's own, to be edited.</summary>
public sealed record ShowMyProduct(ProductId Id) : IQuery<MyListing>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, PermitsOfGoods permits, TimeProvider clock) : IRequestHandler<ShowMyProduct, MyListing>
    {
        public async Task<MyListing> Handle(ShowMyProduct request, CancellationToken cancellationToken)
        {
            var listing = await (await db.Products(desk, cancellationToken)).AsNoTracking().Where(p => p.Id == request.Id)
                .Select(p => new MyListing(
                    p.Id,
                    p.Version,
                    p.Slug,
                    p.State,
                    new ListingDraft(
                        p.CategoryId, p.Name, p.Description, p.WeightGrams, p.LengthCm, p.WidthCm, p.HeightCm, p.NetQuantity, p.NetUnit, p.HandlingDays,
                        p.Origin, p.IsLocal, p.Permits, new Warranty(p.WarrantyKind, p.WarrantyMonths, p.WarrantyAnswerer, p.WarrantyTerms, p.WarrantyFreight),
                        p.Variants.Where(v => v.IsOnSale).OrderBy(v => v.Position)
                            .Select(v => new VariantDraft(v.Id, v.Name, v.Price, v.Stock, v.Stock, v.Sku)).ToList(),
                        p.Service),
                    p.Pictures.OrderBy(x => x.Position).Select(x => new MyPicture(x.Id, x.FileKey, x.Alt)).ToList(),
                    p.WithheldReason,
                    db.ListingFlags.Where(f => f.ProductId == p.Id && f.State == ListingFlagState.AskedAgain).Select(f => f.Plea).FirstOrDefault(),
                    p.LostPermit))
                .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
            return listing.LostPermit.Length > 0 && !await Lacks(listing.Draft.CategoryId, cancellationToken) ? listing with { LostPermit = "" } : listing;
        }

        /// <summary>It may have gone into a category since that needs no permit.</summary>
        async Task<bool> Lacks(CategoryId category, CancellationToken cancellationToken)
        {
            var shop = (await desk.At(ShopRights.Products, cancellationToken)).Id;
            return (await permits.LostBy(shop, clock.GetUtcNow(), cancellationToken)).Against(category) is not null;
        }
    }
}

/// <param name="Withheld">Why the cooperative took it off display; empty when it did not.</param>
/// <param name="Plea">What the seller answered, while nobody has looked again; null when there is nothing to look at.</param>
/// <param name="LostPermit">Word of the paper without which it cannot be shown again; empty when nothing of the kind hides it.</param>
public sealed record MyListing(
    ProductId Id, long Version, string Slug, ProductState State, ListingDraft Draft, IReadOnlyList<MyPicture> Pictures, string Withheld, string? Plea, string LostPermit)
{
    /// <summary>Nobody has decided yet: its name is like that of a listing that was taken off display.</summary>
    public bool IsHeld => Withheld == Product.HeldReason;
}

public sealed record MyPicture(PictureId Id, string Key, string Alt);
