using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments;

/// <summary>
/// The buyer presses "Bayar Sekarang": the wish is stored with its key, the provider is asked for a page to pay on, its answer is
/// stored. Pressed twice, it leads to the same page.
/// </summary>
public sealed record StartPayment(string PurchaseNumber) : ICommand<StartedPayment>, ISelfTransacting
{
    /// <summary>The longest a buyer waits for the provider, with all it takes; then she is told that we are checking.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(9);

    internal sealed class Handler(IKomejiDb db, UnitOfWork unitOfWork, Gateways gateways, ICurrentUser user, SiteAddress site, TimeProvider clock)
        : IRequestHandler<StartPayment, StartedPayment>
    {
        public async Task<StartedPayment> Handle(StartPayment request, CancellationToken cancellationToken)
        {
            var gateway = gateways.Chosen;
            var wish = await unitOfWork.RunAfresh(() => Intend(request, gateway.Name, cancellationToken), cancellationToken);
            if (wish.PayAddress is not null)
            {
                return new StartedPayment(wish.PayAddress);
            }

            // From here on the buyer may leave: what the provider says is stored all the same.
            var outcome = await Start(gateway, wish.Intent);
            await unitOfWork.RunAfresh(() => Note(wish.Payment, wish.Intent.Attempt, outcome), CancellationToken.None);
            return new StartedPayment((outcome as PaymentOutcome.NeedsAction)?.PayAddress);
        }

        async Task<PaymentOutcome> Start(IPaymentGateway gateway, PaymentIntent intent)
        {
            using var patience = new CancellationTokenSource(Patience, clock);
            try
            {
                return await gateway.Start(intent, patience.Token).WaitAsync(patience.Token);
            }
            catch (OperationCanceledException) when (patience.IsCancellationRequested)
            {
                // Whether it arrived is not known: reconciliation asks.
                return new PaymentOutcome.Unknown();
            }
        }

        async Task<Wish> Intend(StartPayment request, string gateway, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var buyer = user.Require();
            var purchase = await db.Purchases.AsNoTracking().SingleOrDefaultAsync(p => p.Number == request.PurchaseNumber && p.BuyerId == buyer, cancellationToken)
                ?? throw new NotFound();
            var payment = await db.Payments.Include(p => p.Attempts).SingleAsync(p => p.PurchaseId == purchase.Id, cancellationToken);
            if (purchase.PayBefore <= now && !payment.IsClosed)
            {
                throw new RuleBroken("payment.too_late", "Waktu bayar sudah habis. Pesan ulang barang yang Anda inginkan.");
            }

            var attempt = payment.Attempt(gateway, now);
            if (attempt.State == AttemptState.Unknown)
            {
                throw new RuleBroken("payment.in_doubt", "Pembayaran Anda sedang kami periksa. Jangan bayar dua kali; tunggu beberapa menit, lalu muat ulang halaman ini.");
            }

            return new Wish(
                payment.Id,
                attempt.State == AttemptState.Started ? attempt.PayAddress : null,
                new PaymentIntent(attempt.Id, purchase.Number, payment.Amount, site.Of($"/bayar/{purchase.Number}?kembali=1"), purchase.PayBefore, attempt.CreatedAt));
        }

        async Task<bool> Note(PaymentId paymentId, AttemptId attempt, PaymentOutcome outcome)
        {
            var now = clock.GetUtcNow();
            var payment = await db.Payments.Include(p => p.Attempts).SingleAsync(p => p.Id == paymentId);
            switch (outcome)
            {
                case PaymentOutcome.NeedsAction action:
                    payment.NoteStarted(attempt, action.ProviderReference, action.PayAddress, now);
                    break;
                case PaymentOutcome.Declined declined:
                    payment.NoteDeclined(attempt, declined.Reason, now);
                    break;
                case PaymentOutcome.Unknown:
                    payment.NoteUnknown(attempt, now);
                    break;
                default:
                    throw new InvalidOperationException($"Unknown outcome {outcome}.");
            }

            return true;
        }

        sealed record Wish(PaymentId Payment, string? PayAddress, PaymentIntent Intent);
    }
}

/// <param name="PayAddress">Where to pay; null when the provider declined or did not answer, which the payment's page explains.</param>
public sealed record StartedPayment(string? PayAddress);
