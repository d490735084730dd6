using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Reviews;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reviews;

/// <summary>
/// Keeps on the product what cards show of its reviews, so that no list counts them: one update in the transaction that wrote or hid the
/// review. Two at once take turns, and neither is lost.
/// </summary>
sealed class WhenRatingMoved(IKomejiDb db) : IReaction<RatingMoved>
{
    public async Task Handle(Happened<RatingMoved> notification, CancellationToken cancellationToken)
    {
        var (product, reviews, stars) = notification.Fact;
        await db.TakeTurn(RatingTurn.Of(product), cancellationToken);
        await db.Products.Where(p => p.Id == product).ExecuteUpdateAsync(
            set => set.SetProperty(p => p.Reviews, p => p.Reviews + reviews).SetProperty(p => p.Stars, p => p.Stars + stars), cancellationToken);
    }
}

/// <summary>Whoever counts a product's reviews anew sees all that are moved, or none.</summary>
static class RatingTurn
{
    public static string Of(ProductId product) => $"rating of {product.Value}";
}
