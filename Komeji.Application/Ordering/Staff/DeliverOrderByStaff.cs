using Komeji.Application.Common;
using Komeji.Application.Settings;
using MediatR;

namespace Komeji.Application.Ordering.Staff;

/// <summary>The staff found out that the buyer has the goods: a report of not arrived, or a locked pick-up code, is settled.</summary>
public sealed record DeliverOrderByStaff(string Number, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, SettingsInForce settings, TimeProvider clock) : IRequestHandler<DeliverOrderByStaff>
    {
        public async Task<Unit> Handle(DeliverOrderByStaff request, CancellationToken cancellationToken)
        {
            var (order, actor) = await db.LoadForStaff(user, request.Number, cancellationToken);
            order.DeliverByStaff(actor, request.Reason, await settings.OrderTerms(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
