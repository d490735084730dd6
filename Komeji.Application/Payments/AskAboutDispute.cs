using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments;

/// <summary>Asks the provider how a dispute stands and books what it says, as its notification would have. Silence is a fault of the job, and is tried again.</summary>
public sealed record AskAboutDispute(DisputeId Dispute) : ICommand, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, UnitOfWork unitOfWork, DisputeCall call, TimeProvider clock) : IRequestHandler<AskAboutDispute>
    {
        public async Task<Unit> Handle(AskAboutDispute request, CancellationToken cancellationToken)
        {
            var dispute = await db.Disputes.AsNoTracking().SingleAsync(d => d.Id == request.Dispute, cancellationToken);
            var told = await call.Learn(dispute.Gateway, dispute.ProviderPayment)
                ?? throw new InvalidOperationException($"{dispute.Gateway} did not answer about {dispute.ProviderDispute}.");
            await unitOfWork.RunAfresh(() => NoteAsked(request.Dispute), CancellationToken.None);
            return told.OfType<ProviderNotice.Unexplained>().FirstOrDefault() is { } unexplained
                ? throw new InvalidOperationException(unexplained.What)
                : Unit.Value;
        }

        async Task<Dispute> NoteAsked(DisputeId id)
        {
            var dispute = await db.Disputes.SingleAsync(d => d.Id == id);
            dispute.NoteAsked(clock.GetUtcNow());
            return dispute;
        }
    }
}
