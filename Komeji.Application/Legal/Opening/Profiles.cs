using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Domain.Regions;
using Komeji.Domain.Stores;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal.Opening;

static class Profiles
{
    /// <summary>The person's own, or of whom she helps; begun when there is none; one change at a time.</summary>
    /// <param name="right">To write it, or what in it only the owner does.</param>
    public static async Task<LegalProfile> MyProfile(this IKomejiDb db, ShopDesk desk, ShopRights right, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var owner = (await desk.Seller(right, cancellationToken)).Owner;
        await db.TakeTurn(Turn(owner), cancellationToken);
        var profile = await db.LegalProfiles.SingleOrDefaultAsync(p => p.OwnerId == owner, cancellationToken);
        if (profile is null)
        {
            profile = LegalProfile.Begin(owner, now);
            db.LegalProfiles.Add(profile);
        }

        return profile;
    }

    /// <summary>The shop was opened, so that sales are or may be paid out.</summary>
    public static Task<bool> HasShop(this IKomejiDb db, LegalProfile profile, CancellationToken cancellationToken) =>
        db.Stores.AnyAsync(s => s.OwnerId == profile.OwnerId, cancellationToken);

    /// <summary>What is told of an owner changes one after the other.</summary>
    public static string Turn(UserId owner) => $"legal profile {owner.Value}";

    /// <exception cref="RuleBroken"><c>store.village</c></exception>
    public static async Task RequireVillage(this IKomejiDb db, string code, CancellationToken cancellationToken)
    {
        if (!await db.Regions.AnyAsync(r => r.Code == code && r.Level == RegionLevel.Village, cancellationToken))
        {
            throw new RuleBroken("store.village", "Pilih kelurahan atau desa: ketik namanya lalu pilih dari hasilnya, atau telusuri dari provinsi.");
        }
    }

    /// <exception cref="RuleBroken"><c>store.name_taken</c></exception>
    public static async Task RequireFreeName(this IKomejiDb db, string name, UserId owner, CancellationToken cancellationToken)
    {
        var skeleton = Domain.Stores.StoreName.SkeletonOf(name);
        if (await db.Stores.AnyAsync(s => s.NameSkeleton == skeleton && s.OwnerId != owner, cancellationToken))
        {
            throw new RuleBroken("store.name_taken", "Sudah ada toko dengan nama yang sama atau sangat mirip. Tambahkan kata yang membedakan, misalnya nama kota Anda.");
        }
    }
}
