using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments.Desk;

/// <summary>
/// A provider that tells of a dispute, but not how it ends: an officer of finance learned that at its desk, and it is booked as if the
/// provider had told it.
/// </summary>
/// <param name="Taken">What the bank took, where the provider did not say; needed only when it was lost.</param>
/// <exception cref="NotFound">No such dispute.</exception>
/// <exception cref="RuleBroken"><c>staff.own_case</c>, <c>dispute.provider_tells</c>, <c>dispute.over</c>, <c>dispute.taken</c>, <c>dispute.reason_required</c></exception>
public sealed record RecordDisputeEnd(DisputeId Id, bool Won, Rupiah? Taken, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, Gateways gateways, DisputeProgress progress, ICurrentUser user, TimeProvider clock) : IRequestHandler<RecordDisputeEnd>
    {
        public async Task<Unit> Handle(RecordDisputeEnd request, CancellationToken cancellationToken)
        {
            var officer = user.Require();
            var disputed = await db.Disputes.Where(d => d.Id == request.Id).Select(d => new { d.PurchaseId }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
            await db.TakeRefundTurn(disputed.PurchaseId, cancellationToken);
            var dispute = await db.Disputes.Include(d => d.Claims).SingleAsync(d => d.Id == request.Id, cancellationToken);
            await db.RequireNotOwn(dispute.PurchaseId, officer, cancellationToken);
            if (gateways.Named(dispute.Gateway) is not { TellsHowDisputesEnd: false })
            {
                throw new RuleBroken("dispute.provider_tells", "Penyedia ini mengabarkan sendiri hasil sengketanya. Tunggu kabarnya.");
            }

            var now = clock.GetUtcNow();
            dispute.RecordEnd(Actor.Staff(officer.Value, Roles.Finance), request.Reason, now);
            await progress.Hear(dispute.Gateway, End(dispute, request, now), cancellationToken);
            return Unit.Value;
        }

        /// <summary>What was taken comes back when it was won; what was not told is taken now when it was lost.</summary>
        static ProviderNotice.Disputed End(Dispute dispute, RecordDisputeEnd request, DateTimeOffset now) => new(
            "", now, dispute.ProviderDispute, dispute.ProviderPayment, dispute.Amount, dispute.Reason, request.Won ? DisputeState.Won : DisputeState.Lost, null,
            dispute.IsWithdrawn || request.Won ? null : new DisputedMoney(TakenOf(dispute, request.Taken), Rupiah.Zero, now),
            dispute.IsWithdrawn && request.Won ? new DisputedMoney(dispute.Unsettled, Rupiah.Zero, now) : null);

        static Rupiah TakenOf(Dispute dispute, Rupiah? taken) => taken is { IsPositive: true } told && told <= dispute.Amount
            ? told
            : throw new RuleBroken("dispute.taken", $"Tulis berapa yang ditarik bank menurut dasbor penyedia, dari Rp1 sampai {dispute.Amount}.");
    }
}
