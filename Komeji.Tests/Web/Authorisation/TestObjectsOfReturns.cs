using Komeji.Domain.Common;
using Komeji.Domain.Returns;
using Komeji.Domain.Shipping;
using Komeji.Domain.Stores;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Web.Authorisation;

/// <summary>What comes back, and what is sent again.</summary>
public sealed partial class TestObjects
{
    /// <summary>On its way with a courier and a photo; with a point, still to be brought there.</summary>
    async Task<GoodsReturn> NewReturn(UserId buyer, Store store, DateTimeOffset now, PickupPoint? point = null)
    {
        var id = (await NewPurchase(buyer, store, now, proof: await NewProof())).Orders[0].Id;
        var photo = await NewProof();
        var complaint = await NewComplaint(buyer, store, now);
        GoodsReturn goods = null!;
        await Trade(async db =>
        {
            var order = await db.Orders.Include(o => o.Lines).SingleAsync(o => o.Id == id);
            var agreed = new ReturnAgreed(ReturnCause.Complaint, Guid.CreateVersion7(now), complaint, id, [new ReturnItem(order.Lines[0].Id, 1)], FreightPayer.Seller);
            goods = GoodsReturn.Open(agreed, order, new Returnable(order, [], []), $"RTR-UJI-{++made}", Returned.Terms, now);
            if (point is null)
            {
                goods.Send(Actor.Buyer(buyer.Value), Returned.Parcel, null, [photo], Returned.Terms, now);
            }
            else
            {
                goods.PlanDropOff(Actor.Buyer(buyer.Value), point.Id, "482913", now);
            }

            db.GoodsReturns.Add(goods);
        });
        return goods;
    }

    async Task<Replacement> NewReplacement(UserId buyer, Store store, DateTimeOffset now)
    {
        var id = (await NewPurchase(buyer, store, now, proof: await NewProof())).Orders[0].Id;
        var complaint = await NewComplaint(buyer, store, now);
        Replacement replacement = null!;
        await Trade(async db =>
        {
            var order = await db.Orders.Include(o => o.Lines).SingleAsync(o => o.Id == id);
            var agreed = new ReplacementAgreed(ReturnCause.Complaint, Guid.CreateVersion7(now), complaint, id, ReplacementKind.Missing, [new ReplacementItem(order.Lines[0].Id, 1)]);
            replacement = Replacement.Open(agreed, order, $"GNT-UJI-{++made}", Returned.Terms, now);
            db.Replacements.Add(replacement);
        });
        return replacement;
    }
}
