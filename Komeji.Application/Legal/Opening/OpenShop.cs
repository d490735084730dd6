using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal.Opening;

/// <summary>
/// All five steps are told: the shop opens by itself, unless something in it is for a person to look at first. It may sell, labelled
/// "Dalam Proses Legalisasi" until its NIB is verified.
/// </summary>
/// <returns>Whether it is open, or waits for a person.</returns>
/// <exception cref="RuleBroken"><c>legal.steps</c>, <c>legal.has_shop</c>, <c>legal.unconfirmed</c>, <c>store.name*</c></exception>
public sealed record OpenShop : ICommand<StoreState>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, ICodes codes, MinimumChecklist checklist, TimeProvider clock) : IRequestHandler<OpenShop, StoreState>
    {
        public async Task<StoreState> Handle(OpenShop request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var profile = await db.MyProfile(desk, ShopRights.Own, now, cancellationToken);
            if (!profile.HasOwner || !profile.HasBusiness || !profile.HasPlace || !profile.HasShop || !profile.HasBank)
            {
                throw new RuleBroken("legal.steps", "Lengkapi kelima langkah dahulu, lalu buka tokonya.");
            }

            if (await db.Stores.AnyAsync(s => s.OwnerId == profile.OwnerId, cancellationToken))
            {
                throw new RuleBroken("legal.has_shop", "Anda sudah mempunyai toko. Satu akun satu toko.");
            }

            if (!await db.Users.AnyAsync(u => u.Id == profile.OwnerId.Value && (u.EmailConfirmed || u.PhoneNumberConfirmed), cancellationToken))
            {
                throw new RuleBroken("legal.unconfirmed", "Konfirmasi surel atau nomor ponsel Anda dahulu, lalu buka tokonya.");
            }

            await db.RequireFreeName(profile.ShopName, profile.OwnerId, cancellationToken);
            var couriers = profile.CourierServices.Split(',', StringSplitOptions.RemoveEmptyEntries);
            var store = Store.Apply(
                profile.OwnerId, await FreeSlug(profile.ShopName, cancellationToken),
                new StoreFacts(profile.ShopName, profile.ShopDescription, profile.Phone, profile.VillageCode, profile.Street, "", couriers, profile.OffersPickup), now);
            db.Stores.Add(store);
            await checklist.OpenOrWait(store, cancellationToken);
            return store.State;
        }

        async Task<string> FreeSlug(string name, CancellationToken cancellationToken)
        {
            var slug = SearchWords.Slug(name);
            return slug.Length == 0 || await db.Stores.AnyAsync(s => s.Slug == slug, cancellationToken)
                ? $"{slug}-{codes.SixCharacters().ToLowerInvariant()}".TrimStart('-')
                : slug;
        }
    }
}
