using Komeji.Application.Common;
using Komeji.Application.Shipping;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores;

/// <summary>The seller's own shop, to be edited, with the couriers to choose from.</summary>
public sealed record ShowMyStore : IQuery<MyStore>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, ShippingQuotes quotes) : IRequestHandler<ShowMyStore, MyStore>
    {
        public async Task<MyStore> Handle(ShowMyStore request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Page, cancellationToken);
            var store = await db.Stores.AsNoTracking().SingleAsync(s => s.Id == shop.Id, cancellationToken);
            var services = store.CourierServices.Split(',', StringSplitOptions.RemoveEmptyEntries);
            return new MyStore(
                store.Slug,
                store.Version,
                store.OnHoliday,
                new StoreFacts(store.Name, store.Description, store.Phone, store.VillageCode, store.Street, store.OpeningHours, services, store.OffersPickup),
                await quotes.Services(cancellationToken));
        }
    }
}

public sealed record MyStore(string Slug, long Version, bool OnHoliday, StoreFacts Facts, IReadOnlyList<OfferedCourier> Couriers);
