using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Returns;
using Komeji.Domain.Shipping;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Returns;

/// <summary>The parcel of a replacement ends with it, and pieces that never left the shop are in stock again.</summary>
sealed class WhenReplacementEnds(IKomejiDb db, Stock stock, TimeProvider clock) : IReaction<ReplacementDelivered>, IReaction<ReplacementFailed>
{
    public async Task Handle(Happened<ReplacementDelivered> notification, CancellationToken cancellationToken)
    {
        if (await ParcelOf(notification.Fact.ReplacementId, cancellationToken) is { EndedAt: null } parcel)
        {
            parcel.Deliver(Actor.System, clock.GetUtcNow());
        }
    }

    public async Task Handle(Happened<ReplacementFailed> notification, CancellationToken cancellationToken)
    {
        switch (await ParcelOf(notification.Fact.ReplacementId, cancellationToken))
        {
            case { EndedAt: null, State: ShipmentState.ReadyForPickup } waiting:
                waiting.Cancel(Actor.System, clock.GetUtcNow());
                break;
            case { EndedAt: null } underWay:
                underWay.Lose(Actor.System, clock.GetUtcNow());
                break;
            default:
                break;
        }

        await stock.PutBack(notification.Fact.PutBack.OfStock(), cancellationToken);
    }

    Task<Shipment?> ParcelOf(ReplacementId id, CancellationToken cancellationToken) =>
        db.Shipments.SingleOrDefaultAsync(s => s.ReplacementId == id, cancellationToken);
}
