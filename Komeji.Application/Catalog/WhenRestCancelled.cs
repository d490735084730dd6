using Komeji.Application.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Application.Catalog;

/// <summary>Pieces that were never sent can be bought again.</summary>
sealed class WhenRestCancelled(Stock stock) : IReaction<OrderRestCancelled>
{
    public Task Handle(Happened<OrderRestCancelled> notification, CancellationToken cancellationToken) =>
        stock.PutBack(notification.Fact.Pieces.Select(p => new Pieces(p.Variant, p.Count)), cancellationToken);
}
