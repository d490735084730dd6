using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;

namespace Komeji.Application.Ordering;

public sealed record ReportNotArrived(string Number) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ReportNotArrived>
    {
        public async Task<Unit> Handle(ReportNotArrived request, CancellationToken cancellationToken)
        {
            var buyer = user.Require();
            var order = await db.Orders.BoughtBy(buyer).Load(request.Number, cancellationToken);
            order.ReportNotArrived(Actor.Buyer(buyer.Value), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
