using Komeji.Application.Common;
using Komeji.Domain.Catalog;

namespace Komeji.Application.Catalog.Flags;

/// <summary>A new listing, or one with a new name, may be one that was taken off display, typed anew.</summary>
sealed class WhenProductNamed(IKomejiDb db, RetypedListings retyped) : IReaction<ProductNamed>
{
    public async Task Handle(Happened<ProductNamed> notification, CancellationToken cancellationToken)
    {
        var fact = notification.Fact;
        if (await db.Products.FindAsync([fact.Product], cancellationToken) is { } product)
        {
            await retyped.HoldIfRetyped(product, fact.At, cancellationToken);
        }
    }
}
