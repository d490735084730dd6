using Komeji.Application.Common;
using Komeji.Domain.Catalog;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog.Flags;

/// <summary>Puts the listing before a person, once for the same words under the same name; one that is held is before a person anyway.</summary>
sealed class WhenProductFlagged(IKomejiDb db) : IReaction<ProductFlagged>
{
    public async Task Handle(Happened<ProductFlagged> notification, CancellationToken cancellationToken)
    {
        var fact = notification.Fact;
        if (await db.Products.FindAsync([fact.Product], cancellationToken) is not { WithheldReason: Product.HeldReason }
            && !await db.ListingFlags.AnyAsync(f => f.ProductId == fact.Product && f.Words == fact.Flag.Words && (f.State == ListingFlagState.Open || f.Name == fact.Name), cancellationToken))
        {
            db.ListingFlags.Add(ListingFlag.Of(fact));
        }
    }
}
