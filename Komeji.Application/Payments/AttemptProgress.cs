using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments;

/// <summary>What a provider says of an attempt when it is asked, and when it is asked again.</summary>
public sealed class AttemptProgress(IKomejiDb db, ReceivedMoney money, SettingsInForce settings, TimeProvider clock)
{
    /// <returns>The payment, as it stands now.</returns>
    public async Task<Payment> Note(AttemptId id, string gateway, ProviderAnswer answer, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var payment = await db.Payments.Include(p => p.Attempts).SingleAsync(p => p.Attempts.Any(a => a.Id == id), cancellationToken);
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
            case ProviderAnswer.Processing processing:
                payment.NoteStarted(id, processing.ProviderReference, processing.PayAddress, now);
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

        payment.AskAgain(id, await Next(payment, payment.Attempts.Single(a => a.Id == id), now, cancellationToken));
        return payment;
    }

    /// <summary>The later the older the attempt is; but when the time to pay is up, and steadily from then on while the purchase waits for the answer.</summary>
    async Task<DateTimeOffset> Next(Payment payment, PaymentAttempt attempt, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var least = TimeSpan.FromMinutes(await settings.Number(SettingCatalogue.ReconcileMinutes, cancellationToken));
        var age = (now - attempt.CreatedAt) / 8;
        var next = now + (age > least ? age : least);
        if (payment.IsClosed)
        {
            return next;
        }

        var payBefore = await db.Purchases.Where(p => p.Id == payment.PurchaseId).Select(p => p.PayBefore).SingleAsync(cancellationToken);
        return payBefore <= now ? now + least : payBefore < next ? payBefore : next;
    }
}
