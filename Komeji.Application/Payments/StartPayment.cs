using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments;

/// <summary>
/// The buyer presses "Bayar Sekarang": the wish is stored with its key, the provider is asked for a page to pay on or a code to pay
/// by, its answer is stored. Pressed twice, it leads to the same page. Where she chose another way to pay, or a code is of no more
/// use, the old one is withdrawn first.
/// </summary>
/// <param name="Channel">The code of a <see cref="PayChannel"/>; empty for whichever was begun, or the provider's usual one.</param>
public sealed record StartPayment(string PurchaseNumber, string Channel = "") : ICommand<StartedPayment>, ISelfTransacting
{
    /// <summary>The longest a buyer waits for the provider, with all it takes; then she is told that we are checking.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(9);

    internal sealed class Handler(IKomejiDb db, UnitOfWork unitOfWork, Gateways gateways, ICurrentUser user, SiteAddress site, TimeProvider clock)
        : IRequestHandler<StartPayment, StartedPayment>
    {
        public async Task<StartedPayment> Handle(StartPayment request, CancellationToken cancellationToken)
        {
            var gateway = gateways.Chosen;
            using var patience = new CancellationTokenSource(Patience, clock);
            var wish = await unitOfWork.RunAfresh(() => Intend(request, gateway, cancellationToken), cancellationToken);
            if (wish.Outworn is { } old)
            {
                await GiveUp(gateway, wish.Payment, old, patience.Token);
                wish = await unitOfWork.RunAfresh(() => Intend(request, gateway, cancellationToken), cancellationToken);
            }

            if (wish.PayAddress is not null)
            {
                return new StartedPayment(wish.PayAddress);
            }

            // From here on the buyer may leave: what the provider says is stored all the same.
            var outcome = await Start(gateway, wish.Intent, patience.Token);
            await unitOfWork.RunAfresh(() => Note(wish.Payment, wish.Intent.Attempt, outcome), CancellationToken.None);
            return new StartedPayment((outcome as PaymentOutcome.NeedsAction)?.PayAddress);
        }

        /// <summary>Another code is made only when nobody can pay by the old one any more. A page that was closed cannot be asked about.</summary>
        /// <exception cref="RuleBroken"><c>payment.old_way_open</c></exception>
        async Task GiveUp(IPaymentGateway gateway, PaymentId payment, Begun old, CancellationToken patience)
        {
            var answer = await AskOnceMore(gateway, old.Trace, patience);
            if (!(answer is ProviderAnswer.Declined or ProviderAnswer.Absent || (answer is ProviderAnswer.Open && old.IsPage)))
            {
                throw new RuleBroken("payment.old_way_open", "Cara bayar yang lama belum dapat ditutup, mungkin karena sudah dibayar. Tunggu beberapa menit, lalu muat ulang halaman ini.");
            }

            await unitOfWork.RunAfresh(() => Note(payment, old.Trace.Id, new PaymentOutcome.Declined("Cara bayar diganti")), CancellationToken.None);
        }

        static async Task<ProviderAnswer> AskOnceMore(IPaymentGateway gateway, AttemptTrace old, CancellationToken patience)
        {
            try
            {
                await gateway.Withdraw(old, patience).WaitAsync(patience);
                return await gateway.Ask(old, patience).WaitAsync(patience);
            }
            catch (OperationCanceledException) when (patience.IsCancellationRequested)
            {
                return new ProviderAnswer.Unknown();
            }
        }

        static async Task<PaymentOutcome> Start(IPaymentGateway gateway, PaymentIntent intent, CancellationToken patience)
        {
            try
            {
                return await gateway.Start(intent, patience).WaitAsync(patience);
            }
            catch (OperationCanceledException) when (patience.IsCancellationRequested)
            {
                // Whether it arrived is not known: reconciliation asks.
                return new PaymentOutcome.Unknown();
            }
        }

        async Task<Wish> Intend(StartPayment request, IPaymentGateway gateway, CancellationToken cancellationToken)
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

            if (request.Channel.Length > 0 && !gateway.Channels.Any(c => c.Code == request.Channel && c.Takes(payment.Amount)))
            {
                throw new RuleBroken("payment.no_such_way", "Cara bayar itu tidak tersedia untuk belanja ini. Pilih salah satu cara bayar pada halaman ini.");
            }

            var attempt = payment.Attempt(gateway.Name, now);
            if (attempt.State == AttemptState.Unknown)
            {
                throw new RuleBroken("payment.in_doubt", "Pembayaran Anda sedang kami periksa. Jangan bayar dua kali; tunggu beberapa menit, lalu muat ulang halaman ini.");
            }

            return new Wish(
                payment.Id,
                attempt.State == AttemptState.Started ? attempt.PayAddress : null,
                Outworn(attempt, request.Channel, now),
                new PaymentIntent(attempt.Id, purchase.Number, payment.Amount, site.Of($"/bayar/{purchase.Number}?kembali=1"), purchase.PayBefore, attempt.CreatedAt, request.Channel));
        }

        static Begun? Outworn(PaymentAttempt attempt, string channel, DateTimeOffset now) =>
            attempt.State == AttemptState.Started && PayInstruction.Read(attempt.PayAddress) is { } begun && (!begun.IsUsable(now) || (channel.Length > 0 && channel != begun.Channel))
                ? new Begun(new AttemptTrace(attempt.Id, attempt.ProviderReference, attempt.CreatedAt), begun.Link.Length > 0)
                : null;

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

        /// <param name="Outworn">What was begun, when something else is wanted now.</param>
        sealed record Wish(PaymentId Payment, string? PayAddress, Begun? Outworn, PaymentIntent Intent);

        /// <param name="IsPage">It is the provider's own page, not a code of ours.</param>
        sealed record Begun(AttemptTrace Trace, bool IsPage);
    }
}

/// <param name="PayAddress">Where to pay, or a <see cref="PayInstruction"/>; null when the provider declined or did not answer, which the payment's page explains.</param>
public sealed record StartedPayment(string? PayAddress)
{
    /// <summary>The page to go to; null when the payment's own page says what to do.</summary>
    public string? Page => PayAddress is null || PayInstruction.Read(PayAddress) is not { } shown ? PayAddress : shown.Link.Length > 0 ? shown.Link : null;
}
