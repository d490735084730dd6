using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Complaints;
using MediatR;

namespace Komeji.Application.Complaints.Desk;

/// <summary>
/// The officer who has a complaint decides it: the solution, who answers for it and why. After an appeal that is another officer's, and final.
/// The refund is booked when the decision is carried out.
/// </summary>
/// <param name="Refers">The case is referred to the BPSK as well.</param>
public sealed record DecideComplaint(string Number, Settlement Settlement, Liability Liability, string Reason, bool Refers) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ComplaintDesk desk, SettingsInForce settings, TimeProvider clock) : IRequestHandler<DecideComplaint>
    {
        public async Task<Unit> Handle(DecideComplaint request, CancellationToken cancellationToken)
        {
            var (complaint, by) = await desk.Take(request.Number, ComplaintOnlooker.Staff, cancellationToken);
            await db.RequireGoodsFor(complaint, request.Settlement, cancellationToken);
            complaint.Decide(request.Settlement, request.Liability, request.Reason, request.Refers, by, await settings.ComplaintTerms(cancellationToken), clock.GetUtcNow());
            await db.ForgetScrap(complaint.Id, by, cancellationToken);
            return Unit.Value;
        }
    }
}
