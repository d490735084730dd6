using Komeji.Application.Common;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Files;

/// <summary>Which stored files some row names. Whatever comes to keep a file's key in a row asks to be added here.</summary>
public class NamedFiles(IKomejiDb db)
{
    /// <summary>Of these keys those that a listing, an order that froze it, a shop, a proof of delivery, a complaint, a return, a review, a warranty card or claim, a paper's scan or a message names, wherever the file lies.</summary>
    public virtual async Task<IReadOnlySet<string>> Of(IReadOnlyList<string> keys, CancellationToken cancellationToken)
    {
        var named = new HashSet<string>();
        foreach (var rows in new[]
        {
            db.Products.SelectMany(p => p.Pictures).Where(x => keys.Contains(x.FileKey)).Select(x => x.FileKey),
            db.Stores.Where(s => s.PictureKey != null && keys.Contains(s.PictureKey)).Select(s => s.PictureKey!),
            db.Orders.SelectMany(o => o.Lines).Where(l => l.PictureKey != null && keys.Contains(l.PictureKey)).Select(l => l.PictureKey!),
            db.Orders.Where(o => o.DeliveryProof != null && keys.Contains(o.DeliveryProof)).Select(o => o.DeliveryProof!),
            db.Shipments.Where(s => s.Proof != null && keys.Contains(s.Proof)).Select(s => s.Proof!),
            db.Complaints.SelectMany(c => c.Pictures).Where(p => keys.Contains(p.FileKey)).Select(p => p.FileKey),
            db.Reviews.SelectMany(r => r.Pictures).Where(x => keys.Contains(x.FileKey)).Select(x => x.FileKey),
            db.WarrantyCards.Where(c => c.PictureKey != null && keys.Contains(c.PictureKey)).Select(c => c.PictureKey!),
            db.WarrantyClaims.SelectMany(c => c.Pictures).Where(x => keys.Contains(x.FileKey)).Select(x => x.FileKey),
            db.ChatMessages.SelectMany(m => m.Pictures).Where(p => keys.Contains(p.FileKey)).Select(p => p.FileKey),
            db.GoodsReturns.SelectMany(r => r.Photos).Where(p => keys.Contains(p.FileKey)).Select(p => p.FileKey),
            db.GoodsReturns.Where(r => r.FreightProof != null && keys.Contains(r.FreightProof)).Select(r => r.FreightProof!),
            db.LegalVerifications.SelectMany(d => d.Scans).Where(s => keys.Contains(s.FileKey)).Select(s => s.FileKey),
        })
        {
            named.UnionWith(await rows.Distinct().ToListAsync(cancellationToken));
        }

        return named;
    }
}
