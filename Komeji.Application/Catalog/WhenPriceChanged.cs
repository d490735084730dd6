using Komeji.Application.Common;
using Komeji.Domain.Catalog;

namespace Komeji.Application.Catalog;

/// <summary>Writes the step down, for the seller's history and the price shown struck.</summary>
sealed class WhenPriceChanged(IKomejiDb db, ICurrentUser user) : IReaction<PriceChanged>
{
    public Task Handle(Happened<PriceChanged> notification, CancellationToken cancellationToken)
    {
        db.PriceChanges.Add(new PriceChange(notification.Fact, user.Id));
        return Task.CompletedTask;
    }
}
