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
                await quotes.Services(cancellationToken),
                MyStanding.Of(store),
                store.HolidayFrom,
                store.HolidayUntil,
                store.PictureKey);
        }
    }
}

public sealed record MyStore(string Slug, long Version, bool OnHoliday, StoreFacts Facts, IReadOnlyList<OfferedCourier> Couriers, MyStanding Standing, DateOnly? HolidayFrom, DateOnly? HolidayUntil, string? PictureKey);

/// <param name="Reason">Why it is suspended; empty when it is not.</param>
/// <param name="ReviewOn">When a person looks at the suspension again.</param>
/// <param name="Appeal">What the owner said against it.</param>
public sealed record MyStanding(StoreState State, string Reason, DateOnly? ReviewOn, string Appeal, bool CanAppeal, bool AppealWaits)
{
    internal static MyStanding Of(Store store) => new(store.State, store.SuspensionReason, store.ReviewOn, store.Appeal, store.CanAppeal, store.AppealWaits);
}
