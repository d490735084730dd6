using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Ordering;

/// <summary>The shop shows that the parcel came: who took it, and a photo.</summary>
/// <param name="ProofKey">Key of the stored photo.</param>
public sealed record ProveDelivery(string Number, string Receiver, string ProofKey) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, SettingsInForce settings, TimeProvider clock) : IRequestHandler<ProveDelivery>
    {
        public async Task<Unit> Handle(ProveDelivery request, CancellationToken cancellationToken)
        {
            var seller = user.Require();
            var order = await db.Orders.SoldBy(seller, db.Stores).Load(request.Number, cancellationToken);
            order.ProveDelivery(Actor.Seller(seller.Value), request.Receiver, request.ProofKey, await settings.OrderTerms(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
