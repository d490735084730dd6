using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Ordering;

/// <summary>The shop takes the order on: the promised day begins to count, or the appointment stands.</summary>
public sealed record AcceptOrder(string Number) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, SettingsInForce settings, ICodes codes, TimeProvider clock) : IRequestHandler<AcceptOrder>
    {
        public async Task<Unit> Handle(AcceptOrder request, CancellationToken cancellationToken)
        {
            var seller = user.Require();
            var order = await db.Orders.SoldBy(seller, db.Stores).Load(request.Number, cancellationToken);
            var terms = await settings.OrderTerms(cancellationToken);
            if (order.Appointment is null)
            {
                order.Accept(Actor.Seller(seller.Value), terms, clock.GetUtcNow());
            }
            else
            {
                order.Schedule(Actor.Seller(seller.Value), codes.SixDigits(), terms, clock.GetUtcNow());
            }

            return Unit.Value;
        }
    }
}
