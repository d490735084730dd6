using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments;

/// <summary>Asks the provider how one attempt stands and books what it says. The next question comes later the older the attempt is.</summary>
public sealed record AskAboutAttempt(AttemptId Attempt) : ICommand, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, UnitOfWork unitOfWork, Gateways gateways, ReceivedMoney money, SettingsInForce settings, TimeProvider clock)
        : IRequestHandler<AskAboutAttempt>
    {
        public async Task<Unit> Handle(AskAboutAttempt request, CancellationToken cancellationToken)
        {
            var asked = await db.Payments.SelectMany(p => p.Attempts).Where(a => a.Id == request.Attempt)
                .Select(a => new { a.Gateway, Trace = new AttemptTrace(a.Id, a.ProviderReference, a.CreatedAt) }).SingleOrDefaultAsync(cancellationToken)
                ?? throw new NotFound();
            var gateway = gateways.Named(asked.Gateway);
            var answer = gateway is null ? new ProviderAnswer.Unknown() : await gateway.Ask(asked.Trace, cancellationToken);
            var isOver = await unitOfWork.RunAfresh(() => Note(request.Attempt, asked.Gateway, answer, cancellationToken), cancellationToken);
            if (isOver && answer is ProviderAnswer.Open open)
            {
                await gateway!.Withdraw(asked.Trace with { ProviderReference = open.ProviderReference }, cancellationToken);
            }

            return Unit.Value;
        }

        /// <returns>Nothing can pay the purchase any more.</returns>

        async Task<bool> Note(AttemptId id, string gateway, ProviderAnswer answer, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var payment = await db.Payments.Include(p => p.Attempts).SingleAsync(p => p.Attempts.Any(a => a.Id == id), cancellationToken);
            payment.AskAgain(id, now + await Pause(now - payment.Attempts.Single(a => a.Id == id).CreatedAt, cancellationToken));
            switch (answer)
            {
                case ProviderAnswer.Paid paid:
                    foreach (var notice in paid.Notices)
                    {
                        await money.Book(gateway, notice, cancellationToken);
                    }

                    break;
                case ProviderAnswer.Open open:
                    payment.NoteStarted(id, open.ProviderReference, open.PayAddress, now);
                    break;
                case ProviderAnswer.Declined declined:
                    payment.NoteDeclined(id, declined.Reason, now);
                    break;
                case ProviderAnswer.Absent:
                    payment.NoteAbsent(id, now);
                    break;
                default:
                    payment.NoteUnknown(id, now);
                    break;
            }

            return payment.IsClosed;
        }

        async Task<TimeSpan> Pause(TimeSpan age, CancellationToken cancellationToken)
        {
            var least = TimeSpan.FromMinutes(await settings.Number(SettingCatalogue.ReconcileMinutes, cancellationToken));
            return age / 8 > least ? age / 8 : least;
        }
    }
}
