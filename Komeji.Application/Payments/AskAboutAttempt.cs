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
            var gatewayName = await db.Payments.SelectMany(p => p.Attempts).Where(a => a.Id == request.Attempt)
                .Select(a => a.Gateway).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
            var answer = gateways.Named(gatewayName) is { } gateway
                ? await gateway.Ask(request.Attempt, cancellationToken)
                : new ProviderAnswer.Unknown();
            await unitOfWork.RunAfresh(() => Note(request.Attempt, gatewayName, answer, cancellationToken), cancellationToken);
            return Unit.Value;
        }

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

            return true;
        }

        async Task<TimeSpan> Pause(TimeSpan age, CancellationToken cancellationToken)
        {
            var least = TimeSpan.FromMinutes(await settings.Number(SettingCatalogue.ReconcileMinutes, cancellationToken));
            return age / 8 > least ? age / 8 : least;
        }
    }
}
