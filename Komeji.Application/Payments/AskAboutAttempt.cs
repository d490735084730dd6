using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments;

/// <summary>Asks the provider how one attempt stands and books what it says.</summary>
public sealed record AskAboutAttempt(AttemptId Attempt) : ICommand, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, UnitOfWork unitOfWork, Gateways gateways, AttemptProgress progress) : IRequestHandler<AskAboutAttempt>
    {
        public async Task<Unit> Handle(AskAboutAttempt request, CancellationToken cancellationToken)
        {
            var asked = await db.Payments.SelectMany(p => p.Attempts).Where(a => a.Id == request.Attempt)
                .Select(a => new { a.Gateway, Trace = new AttemptTrace(a.Id, a.ProviderReference, a.CreatedAt) }).SingleOrDefaultAsync(cancellationToken)
                ?? throw new NotFound();
            var gateway = gateways.Named(asked.Gateway);
            var answer = gateway is null ? new ProviderAnswer.Unknown() : await gateway.Ask(asked.Trace, cancellationToken);
            var isOver = await unitOfWork.RunAfresh(async () => (await progress.Note(request.Attempt, asked.Gateway, answer, cancellationToken)).IsClosed, cancellationToken);
            if (isOver && answer is ProviderAnswer.Open open)
            {
                await gateway!.Withdraw(asked.Trace with { ProviderReference = open.ProviderReference }, cancellationToken);
            }

            return Unit.Value;
        }
    }
}
