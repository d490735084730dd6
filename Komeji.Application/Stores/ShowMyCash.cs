using Komeji.Application.Common;
using Komeji.Application.Ordering.Checkouts;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores;

/// <summary>Whether buyers may pay the shop in cash, on which terms, and what keeps it from being offered.</summary>
public sealed record ShowMyCash : IQuery<MyCash>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, CashOffers offers, SettingsInForce settings) : IRequestHandler<ShowMyCash, MyCash>
    {
        public async Task<MyCash> Handle(ShowMyCash request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Page, cancellationToken);
            var store = await db.Stores.AsNoTracking().Where(s => s.Id == shop.Id).Select(s => new { s.TakesCash, s.OffersPickup, s.VillageCode }).SingleAsync(cancellationToken);
            var regency = store.VillageCode[..5];
            return new MyCash(
                store.TakesCash,
                await settings.Number(SettingCatalogue.CashAllowed, cancellationToken) == 1,
                new Rupiah(await settings.Number(SettingCatalogue.CashMost, cancellationToken)),
                await offers.DebtLimit(cancellationToken),
                await offers.IsOverDebtLimit(shop.Id, cancellationToken),
                store.OffersPickup || await db.DeliveryAreas.AnyAsync(a => a.StoreId == shop.Id && a.DistrictCode.StartsWith(regency), cancellationToken),
                await db.Regions.Where(r => r.Code == regency).Select(r => r.Name).SingleOrDefaultAsync(cancellationToken) ?? "");
        }
    }
}

/// <param name="IsAllowed">The cooperative lets shops take cash at all.</param>
/// <param name="Most">Of one order.</param>
/// <param name="DebtLimit">From so much of unpaid fees on it is not offered.</param>
/// <param name="HasWay">The shop brings goods within its regency itself, or they are collected there.</param>
/// <param name="Regency">Where buyers have to live.</param>
public sealed record MyCash(bool TakesCash, bool IsAllowed, Rupiah Most, Rupiah DebtLimit, bool IsOverLimit, bool HasWay, string Regency)
{
    public bool IsOffered => TakesCash && IsAllowed && !IsOverLimit && HasWay;
}
