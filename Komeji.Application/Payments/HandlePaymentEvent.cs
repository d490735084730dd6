using Komeji.Application.Common;
using Komeji.Application.Payouts.Providers;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments;

/// <summary>
/// Acts on a stored notification: what it means is learned from the provider first; then its claim and its effects are one
/// transaction, so it happens once. A fault undoes it, is remembered on the event, and is tried again later.
/// </summary>
public sealed record HandlePaymentEvent(long Id) : ICommand, ISelfTransacting
{
    internal sealed class Handler(
        IKomejiDb db, UnitOfWork unitOfWork, Gateways gateways, PayoutGateways payers, ReceivedMoney money, RefundProgress refunds, DisputeProgress disputes, PayoutProgress payouts, TimeProvider clock)
        : IRequestHandler<HandlePaymentEvent>
    {
        public async Task<Unit> Handle(HandlePaymentEvent request, CancellationToken cancellationToken)
        {
            try
            {
                var stored = await db.PaymentEvents.Where(e => e.Id == request.Id && e.Outcome == PaymentEventOutcome.Waiting)
                    .Select(e => new { e.Gateway, e.Body }).SingleOrDefaultAsync(cancellationToken);
                if (stored is null)
                {
                    return Unit.Value;
                }

                var learned = await Learn(stored.Gateway, stored.Body, cancellationToken) ?? throw new InvalidOperationException($"{stored.Gateway} did not answer.");
                await unitOfWork.Run(() => Act(request.Id, learned, cancellationToken), cancellationToken);
            }
            catch (Exception fault) when (fault is not (DbUpdateConcurrencyException or OperationCanceledException))
            {
                await unitOfWork.RunAfresh(() => Remember(request.Id, fault), CancellationToken.None);
                throw;
            }

            return Unit.Value;
        }

        Task<IReadOnlyList<ProviderNotice>?> Learn(string provider, string body, CancellationToken cancellationToken) =>
            gateways.Named(provider) is { } gateway ? gateway.Learn(body, cancellationToken)
            : payers.Named(provider) is { } payer ? payer.Learn(body, key => AmountOf(key, cancellationToken), cancellationToken)
            : throw new InvalidOperationException($"Gateway {provider} is not in use.");

        async Task<Rupiah?> AmountOf(PayoutAttemptId key, CancellationToken cancellationToken) =>
            (await db.Payouts.Where(p => p.Attempts.Any(a => a.Id == key)).Select(p => new { p.Amount }).SingleOrDefaultAsync(cancellationToken))?.Amount;

        async Task Act(long id, IReadOnlyList<ProviderNotice> learned, CancellationToken cancellationToken)
        {
            // The claim: whoever comes second waits here for the first and then finds nothing to do.
            var claimed = await db.PaymentEvents.Where(e => e.Id == id && e.Outcome == PaymentEventOutcome.Waiting)
                .ExecuteUpdateAsync(set => set.SetProperty(e => e.Outcome, PaymentEventOutcome.Handled), cancellationToken);
            if (claimed == 0)
            {
                return;
            }

            var stored = await db.PaymentEvents.SingleAsync(e => e.Id == id, cancellationToken);
            var judged = await disputes.Judge(stored.Gateway, learned, cancellationToken);
            var meant = new List<string>();
            foreach (var notice in judged)
            {
                meant.Add(await Book(stored.Gateway, notice, cancellationToken));
            }

            var now = clock.GetUtcNow();
            if (judged.OfType<ProviderNotice.Unexplained>().Any())
            {
                stored.Park(string.Join("; ", meant), now);
            }
            else if (learned.Count == 0)
            {
                stored.Ignore($"kind {stored.Kind}: nothing to book", now);
            }
            else
            {
                stored.Handle(string.Join("; ", meant), now);
            }
        }

        /// <returns>What it meant, for the event's note.</returns>
        async Task<string> Book(string gateway, ProviderNotice notice, CancellationToken cancellationToken) => notice switch
        {
            ProviderNotice.Paid paid => await money.Book(gateway, paid, cancellationToken),
            ProviderNotice.Declined declined => await Decline(declined, cancellationToken),
            ProviderNotice.Settled settled =>
                await Once(PostingRules.ProviderSettled(gateway, settled.Settlement, settled.Amount, settled.At, clock.GetUtcNow()), "settled", cancellationToken),
            ProviderNotice.SettlementReturned returned =>
                await Once(PostingRules.ProviderSettlementReturned(gateway, returned.Settlement, returned.Amount, returned.At, clock.GetUtcNow()), "settlement came back", cancellationToken),
            ProviderNotice.RefundDone done => await refunds.Hear(done, cancellationToken),
            ProviderNotice.TransferMoved moved => await payouts.Note(moved.Attempt, moved.Outcome, cancellationToken),
            ProviderNotice.Disputed disputed => await disputes.Hear(gateway, disputed, cancellationToken),
            ProviderNotice.Unexplained unexplained => unexplained.What,
            _ => throw new InvalidOperationException($"No rule for {notice}."),
        };

        async Task<string> Decline(ProviderNotice.Declined notice, CancellationToken cancellationToken)
        {
            var payment = await db.Payments.Include(p => p.Attempts).SingleOrDefaultAsync(p => p.Attempts.Any(a => a.Id == notice.Attempt), cancellationToken);
            payment?.NoteDeclined(notice.Attempt, notice.Reason, clock.GetUtcNow());
            return payment is null ? "no attempt of ours" : "attempt declined";
        }

        async Task<string> Once(Journal journal, string meaning, CancellationToken cancellationToken)
        {
            if (await db.Journals.AnyAsync(j => j.Key == journal.Key, cancellationToken))
            {
                return "booked before";
            }

            db.Journals.Add(journal);
            return meaning;
        }

        async Task<bool> Remember(long id, Exception fault)
        {
            var stored = await db.PaymentEvents.SingleAsync(e => e.Id == id);
            if (stored.Outcome == PaymentEventOutcome.Waiting)
            {
                stored.Fail($"{fault.GetType().Name}: {fault.Message}", clock.GetUtcNow());
            }

            return true;
        }
    }
}
