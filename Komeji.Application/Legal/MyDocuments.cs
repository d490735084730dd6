using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Domain.Stores;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal;

/// <summary>The papers of the shop the person owns; of each kind the newest is the one the pages are about.</summary>
static class MyDocuments
{
    /// <param name="right">To write papers, or what with them only the owner does.</param>
    public static async Task<(Store Shop, ShopPost Post)> MyShop(this IKomejiDb db, ShopDesk desk, ShopRights right, CancellationToken cancellationToken)
    {
        var post = await desk.At(right, cancellationToken);
        return (await db.Stores.AsNoTracking().SingleAsync(s => s.Id == post.Id, cancellationToken), post);
    }

    public static Task<LegalVerification?> Newest(this IKomejiDb db, StoreId store, DocumentKind kind, CancellationToken cancellationToken) =>
        db.LegalVerifications.Include(d => d.Scans).Where(d => d.StoreId == store && d.Kind == kind).OrderByDescending(d => d.BegunAt).ThenByDescending(d => d.Id).FirstOrDefaultAsync(cancellationToken);

    /// <summary>
    /// The one being written, or a new one beside what the office vouches for or after what has come to its end; in turn, so that there is
    /// never a second.
    /// </summary>
    /// <exception cref="RuleBroken"><c>legal.sent</c></exception>
    public static async Task<LegalVerification> InWriting(this IKomejiDb db, ShopDesk desk, DocumentKind kind, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (shop, post) = await db.MyShop(desk, ShopRights.Papers, cancellationToken);
        await db.TakeTurn($"papers of {shop.Id.Value}", cancellationToken);
        var newest = await db.Newest(shop.Id, kind, cancellationToken);
        if (newest is not null && DocumentMoves.Open.Contains(newest.State))
        {
            return newest;
        }

        var document = LegalVerification.Begin(kind, new DocumentOf(shop.Id, shop.OwnerId, new UserId(post.Actor.UserId!.Value), shop.VillageCode), now, post.Actor);
        db.LegalVerifications.Add(document);
        return document;
    }
}
