using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Ordering;

/// <summary>The buyer has the goods: the money goes to the shop.</summary>
public sealed record ConfirmReceived(string Number) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, SettingsInForce settings, TimeProvider clock) : IRequestHandler<ConfirmReceived>
    {
        public async Task<Unit> Handle(ConfirmReceived request, CancellationToken cancellationToken)
        {
            var buyer = user.Require();
            var order = await db.Orders.BoughtBy(buyer).Load(request.Number, cancellationToken);
            order.ConfirmReceived(Actor.Buyer(buyer.Value), await settings.OrderTerms(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
