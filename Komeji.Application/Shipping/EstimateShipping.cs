using Komeji.Application.Common;
using Komeji.Application.Regions;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Regions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Shipping;

/// <summary>What shipping one piece of a product would cost, to a district the visitor chose.</summary>
/// <param name="Slug">The product's.</param>
/// <param name="Q">Words to find the district by.</param>
/// <param name="RegionCode">The chosen district, or a village; null while choosing.</param>
public sealed record EstimateShipping(string Slug, string? Q, string? RegionCode) : IQuery<ShippingEstimate>
{
    internal sealed class Handler(IKomejiDb db, ShippingQuotes quotes) : IRequestHandler<EstimateShipping, ShippingEstimate>
    {
        public async Task<ShippingEstimate> Handle(EstimateShipping request, CancellationToken cancellationToken)
        {
            var sold = await db.Products.AsNoTracking().Where(p => p.Slug == request.Slug && p.State == ProductState.Published)
                .Join(db.Stores, p => p.StoreId, s => s.Id, (p, s) => new
                {
                    p.Name,
                    p.Kind,
                    p.WeightGrams,
                    Volume = (long)p.LengthCm * p.WidthCm * p.HeightCm,
                    Origin = new ShippingOrigin(s.VillageCode, s.CourierServices, s.OffersPickup, s.Id),
                    Price = p.Variants.Where(v => v.IsOnSale).Min(v => (long?)v.Price) ?? 0,
                })
                .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
            var to = Region.IsCode(request.RegionCode)
                ? await db.Regions.AsNoTracking().Where(r => r.Code == request.RegionCode && (r.Level == RegionLevel.District || r.Level == RegionLevel.Village)).AsMatches().SingleOrDefaultAsync(cancellationToken)
                : null;
            return new ShippingEstimate(
                request.Slug,
                sold.Name,
                sold.Kind == ProductKind.Service,
                request.Q?.Trim(),
                to is null ? await db.FindRegions(request.Q, [RegionLevel.District], cancellationToken) : [],
                to,
                to is null || sold.Kind == ProductKind.Service ? [] : await quotes.Quote(sold.Origin, to.Code, new ShippingLoad(sold.WeightGrams, sold.Volume, new Rupiah(sold.Price)), cancellationToken));
        }
    }
}

/// <param name="IsService">A service is done by appointment; nothing is shipped.</param>
/// <param name="Matches">Districts to choose from.</param>
/// <param name="To">The chosen district or village.</param>
public sealed record ShippingEstimate(string Slug, string ProductName, bool IsService, string? Q, IReadOnlyList<RegionMatch> Matches, RegionMatch? To, IReadOnlyList<ShippingOption> Options)
{
    /// <summary>Before anything is asked, for a product page.</summary>
    public static ShippingEstimate For(string slug, string productName) => new(slug, productName, false, null, [], null, []);
}
