using Komeji.Application.Common;
using Komeji.Application.Shipping;
using Komeji.Domain.Catalog;
using Komeji.Domain.Regions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog;

/// <summary>What sending one piece of a product to a district would cost.</summary>
/// <param name="District">Region code; null while none is chosen.</param>
public sealed record EstimateShipping(string Slug, string? District) : IQuery<ShippingEstimate>
{
    internal sealed class Handler(IKomejiDb db, ShippingQuotes quotes) : IRequestHandler<EstimateShipping, ShippingEstimate>
    {
        public async Task<ShippingEstimate> Handle(EstimateShipping request, CancellationToken cancellationToken)
        {
            var parcel = await db.OnDisplay().Where(p => p.Slug == request.Slug && p.Kind == ProductKind.Goods)
                .Join(db.Stores, p => p.StoreId, s => s.Id, (p, s) => new
                {
                    p.Name,
                    p.WeightGrams,
                    Volume = (long)p.LengthCm * p.WidthCm * p.HeightCm,
                    s.VillageCode,
                    s.CourierServices,
                    s.OffersPickup,
                })
                .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
            if (request.District is null)
            {
                return new ShippingEstimate(request.Slug, parcel.Name, null, []);
            }

            var place = await db.Regions.AsNoTracking()
                .Where(r => r.Code == request.District && r.Level == RegionLevel.District)
                .Select(r => r.FullName).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
            var origin = new ShippingOrigin(parcel.VillageCode, parcel.CourierServices, parcel.OffersPickup);
            return new ShippingEstimate(request.Slug, parcel.Name, place,
                await quotes.Quote(origin, request.District, parcel.WeightGrams, parcel.Volume, cancellationToken));
        }
    }
}

/// <param name="Place">The district by name; null while none is chosen.</param>
public sealed record ShippingEstimate(string Slug, string ProductName, string? Place, IReadOnlyList<ShippingOption> Options);
