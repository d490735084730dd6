using Komeji.Application.Common;
using Komeji.Application.Settings;
using MediatR;

namespace Komeji.Application.Ordering.Staff;

/// <summary>The staff ends the wait for pieces the shop does not send.</summary>
public sealed record CancelRestByStaff(string Number, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, SettingsInForce settings, TimeProvider clock) : IRequestHandler<CancelRestByStaff>
    {
        public async Task<Unit> Handle(CancelRestByStaff request, CancellationToken cancellationToken)
        {
            var (order, actor) = await db.LoadForStaff(user, request.Number, cancellationToken);
            order.CancelRestByStaff(actor, request.Reason, await settings.OrderTerms(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
