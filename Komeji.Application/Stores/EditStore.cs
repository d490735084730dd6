using Komeji.Application.Common;
using Komeji.Application.Legal.Opening;
using Komeji.Application.Notifications;
using Komeji.Application.Shipping;
using Komeji.Application.Stores.Desk;
using Komeji.Domain.Accounts;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Regions;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores;

/// <summary>Changes what the seller's shop says about itself and how its goods can be had.</summary>
/// <param name="Version">Of the shop the form showed.</param>
/// <exception cref="RuleBroken"><c>store.changed</c>, <c>store.phone</c>, <c>store.village</c>, <c>store.courier</c>, <c>store.name_taken</c>, <c>store.prohibited</c>, and what <see cref="Store.Describe"/> refuses</exception>
public sealed record EditStore(long Version, StoreFacts Facts) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, ShippingQuotes quotes, MinimumChecklist checklist, Notifier notifier, TimeProvider clock) : IRequestHandler<EditStore>
    {
        public async Task<Unit> Handle(EditStore request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Page, cancellationToken);
            var store = await db.Stores.SingleAsync(s => s.Id == shop.Id, cancellationToken);
            if (store.Version != request.Version)
            {
                throw new RuleBroken("store.changed", "Toko ini baru saja diubah di tempat lain. Buka ulang halamannya, lalu ulangi perubahan Anda.");
            }

            var phone = PhoneNumber.Normalise(request.Facts.Phone)
                ?? throw new RuleBroken("store.phone", "Tulis nomor ponsel seperti 0812-3456-7890.");
            if (!await db.Regions.AnyAsync(r => r.Code == request.Facts.VillageCode && r.Level == RegionLevel.Village, cancellationToken))
            {
                throw new RuleBroken("store.village", "Pilih kelurahan atau desa: ketik namanya lalu pilih dari hasilnya, atau telusuri dari provinsi.");
            }

            var known = (await quotes.Services(cancellationToken)).Select(s => s.Code).ToHashSet();
            if (!request.Facts.CourierServices.All(known.Contains))
            {
                throw new RuleBroken("store.courier", "Pilih kurir dari daftar.");
            }

            RestrictedGoods.CheckShop(request.Facts.Name, request.Facts.Description);
            var before = RestrictedGoods.FlagOf(store.Name, store.Description);
            store.Describe(request.Facts with { Phone = phone });
            await TakePapersAlong(store, cancellationToken);
            if (await db.Stores.AnyAsync(s => s.Id != store.Id && s.NameSkeleton == store.NameSkeleton, cancellationToken))
            {
                throw new RuleBroken("store.name_taken", "Sudah ada toko dengan nama yang sama atau sangat mirip. Tambahkan kata yang membedakan, misalnya nama kota Anda.");
            }

            if (store.State == StoreState.AwaitingReview && shop.May(ShopRights.Own))
            {
                await checklist.OpenIfGreen(store, cancellationToken);
            }
            else if (RestrictedGoods.FlagOf(store.Name, store.Description) is not { } flag)
            {
                store.DropFlag(shop.Actor, clock.GetUtcNow());
            }
            else if (flag.Words != before?.Words)
            {
                await Flag(store, flag, shop.Actor, cancellationToken);
            }

            return Unit.Value;
        }

        /// <summary>What waits for the office waits for that of the new place.</summary>
        async Task TakePapersAlong(Store store, CancellationToken cancellationToken)
        {
            foreach (var paper in await db.LegalVerifications.Where(d => d.StoreId == store.Id && d.Region != store.VillageCode).ToListAsync(cancellationToken))
            {
                paper.Follow(store.VillageCode);
            }
        }

        /// <summary>New words to look at: operators are told once. A shop that still waits to be opened is on their list anyway.</summary>
        async Task Flag(Store store, GoodsFlag flag, Actor by, CancellationToken cancellationToken)
        {
            store.Flag(flag.Words, by, clock.GetUtcNow());
            foreach (var person in await db.RoleGrants.Where(g => g.Role == Roles.Operator && g.EndedAt == null).Select(g => g.UserId).Distinct().ToListAsync(cancellationToken))
            {
                await notifier.Tell(person, StoreTexts.Flagged(store.Id, store.Name, flag.Words, flag.Reason), cancellationToken);
            }
        }
    }
}
