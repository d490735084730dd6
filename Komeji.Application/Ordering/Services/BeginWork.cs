using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Ordering.Services;

/// <summary>The shop is at work.</summary>
public sealed record BeginWork(string Number) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<BeginWork>
    {
        public async Task<Unit> Handle(BeginWork request, CancellationToken cancellationToken)
        {
            var seller = user.Require();
            var order = await db.Orders.SoldBy(seller, db.Stores).Load(request.Number, cancellationToken);
            order.StartService(Actor.Seller(seller.Value), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
