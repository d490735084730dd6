using Komeji.Application.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Application.Ledger;

/// <summary>
/// While an order's money is frozen nobody takes it on, sends it or hands it over: the goods would be gone and the money, too. What
/// happened in the world all the same (a parcel under way arrives) is still recorded, and it can be given up.
/// </summary>
public sealed class WhenFrozenOrderMoves(IKomejiDb db)
    : IReaction<OrderAccepted>, IReaction<OrderShipped>, IReaction<OrderPartShipped>, IReaction<OrderReadyForPickup>, IReaction<ServiceStarted>
{
    public Task Handle(Happened<OrderAccepted> happened, CancellationToken cancellationToken) => db.RequireNotFrozen(happened.Fact.OrderId, cancellationToken);

    public Task Handle(Happened<OrderShipped> happened, CancellationToken cancellationToken) => db.RequireNotFrozen(happened.Fact.OrderId, cancellationToken);

    public Task Handle(Happened<OrderPartShipped> happened, CancellationToken cancellationToken) => db.RequireNotFrozen(happened.Fact.OrderId, cancellationToken);

    public Task Handle(Happened<OrderReadyForPickup> happened, CancellationToken cancellationToken) => db.RequireNotFrozen(happened.Fact.OrderId, cancellationToken);

    public Task Handle(Happened<ServiceStarted> happened, CancellationToken cancellationToken) => db.RequireNotFrozen(happened.Fact.OrderId, cancellationToken);
}
