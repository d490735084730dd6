using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments.Desk;

/// <summary>
/// The provider refuses a refund since the money went back by another way: an officer names the refund made at the provider's desk.
/// The provider's own statement must hold it, with the amount; then it is booked, and nothing is sent.
/// </summary>
/// <param name="Reference">The provider's id of that refund.</param>
public sealed record RecordRefundFound(RefundId Id, string Reference, string Reason) : ICommand, ISelfTransacting, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, UnitOfWork unitOfWork, Gateways gateways, ICurrentUser user, TimeProvider clock) : IRequestHandler<RecordRefundFound>
    {
        public async Task<Unit> Handle(RecordRefundFound request, CancellationToken cancellationToken)
        {
            var officer = user.Require();
            var reference = request.Reference.Trim();
            var refund = await Find(request.Id, cancellationToken);
            await db.RequireNotOwn(refund, officer, cancellationToken);
            var refunds = gateways.Named(refund.Gateway) is { } gateway ? await gateway.RefundsOf(refund.ProviderPayment, cancellationToken) : null;
            if (refunds is null || !refunds.Any(l => l.Reference == reference && l.Amount == -refund.Rest))
            {
                throw new RuleBroken("refund.not_at_provider", "Pengembalian dengan nomor dan jumlah itu tidak ada di laporan penyedia. Periksa nomornya, atau coba lagi nanti bila penyedia sedang tidak menjawab.");
            }

            return await unitOfWork.RunAfresh(() => Book(request, reference, officer, cancellationToken), cancellationToken);
        }

        async Task<Unit> Book(RecordRefundFound request, string reference, UserId officer, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var refund = await Find(request.Id, cancellationToken);
            if (await db.Refunds.AnyAsync(r => r.Gateway == refund.Gateway && r.ProviderReference == reference, cancellationToken))
            {
                throw new RuleBroken("refund.reference_used", "Pengembalian itu sudah dipakai untuk belanja lain. Periksa nomornya.");
            }

            refund.FoundAtProvider(Actor.Staff(officer.Value, Roles.Finance), reference, request.Reason, now);
            db.Journals.Add(PostingRules.RefundFoundAtProvider(refund, now));
            return Unit.Value;
        }

        async Task<Refund> Find(RefundId id, CancellationToken cancellationToken) =>
            await db.Refunds.SingleOrDefaultAsync(r => r.Id == id, cancellationToken) ?? throw new NotFound();
    }
}
