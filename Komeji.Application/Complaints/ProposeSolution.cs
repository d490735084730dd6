using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Complaints;
using MediatR;

namespace Komeji.Application.Complaints;

/// <summary>One of the two sides offers another solution.</summary>
public sealed record ProposeSolution(string Number, ComplaintOnlooker As, Settlement Settlement, string Reason) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ComplaintDesk desk, SettingsInForce settings, TimeProvider clock) : IRequestHandler<ProposeSolution>
    {
        public async Task<Unit> Handle(ProposeSolution request, CancellationToken cancellationToken)
        {
            var (complaint, by) = await desk.Take(request.Number, request.As, cancellationToken);
            await db.RequireGoodsFor(complaint, request.Settlement, cancellationToken);
            complaint.Propose(request.Settlement, request.Reason, by, await settings.ComplaintTerms(cancellationToken), clock.GetUtcNow());
            await db.ForgetScrap(complaint.Id, by, cancellationToken);
            return Unit.Value;
        }
    }
}
