using Komeji.Application.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments;

/// <summary>
/// Acts on a stored notification: its claim and its effects are one transaction, so it happens once. A fault undoes it, is
/// remembered on the event, and is tried again later.
/// </summary>
public sealed record HandlePaymentEvent(long Id) : ICommand, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, UnitOfWork unitOfWork, Gateways gateways, ReceivedMoney money, RefundProgress refunds, TimeProvider clock)
        : IRequestHandler<HandlePaymentEvent>
    {
        public async Task<Unit> Handle(HandlePaymentEvent request, CancellationToken cancellationToken)
        {
            try
            {
                await unitOfWork.Run(() => Act(request.Id, cancellationToken), cancellationToken);
            }
            catch (Exception fault) when (fault is not (DbUpdateConcurrencyException or OperationCanceledException))
            {
                await unitOfWork.RunAfresh(() => Remember(request.Id, fault), CancellationToken.None);
                throw;
            }

            return Unit.Value;
        }

        async Task Act(long id, CancellationToken cancellationToken)
        {
            // The claim: whoever comes second waits here for the first and then finds nothing to do.
            var now = clock.GetUtcNow();
            var claimed = await db.PaymentEvents.Where(e => e.Id == id && e.Outcome == PaymentEventOutcome.Waiting)
                .ExecuteUpdateAsync(set => set.SetProperty(e => e.Outcome, PaymentEventOutcome.Handled), cancellationToken);
            if (claimed == 0)
            {
                return;
            }

            var stored = await db.PaymentEvents.SingleAsync(e => e.Id == id, cancellationToken);
            var gateway = gateways.Named(stored.Gateway) ?? throw new InvalidOperationException($"Gateway {stored.Gateway} is not in use.");
            switch (gateway.Parse(stored.Body))
            {
                case ProviderNotice.Paid paid:
                    stored.Handle(await money.Book(gateway.Name, paid, cancellationToken), now);
                    break;
                case ProviderNotice.Declined declined:
                    await Decline(declined, cancellationToken);
                    stored.Handle("attempt declined", now);
                    break;
                case ProviderNotice.Settled settled:
                    stored.Handle(await Settle(gateway.Name, settled, cancellationToken), now);
                    break;
                case ProviderNotice.RefundDone done:
                    stored.Handle(await refunds.Hear(done, cancellationToken), now);
                    break;
                case var other:
                    stored.Ignore($"kind {(other as ProviderNotice.Other)?.Kind} is not used", now);
                    break;
            }
        }

        async Task Decline(ProviderNotice.Declined notice, CancellationToken cancellationToken)
        {
            var payment = await db.Payments.Include(p => p.Attempts).SingleAsync(p => p.Attempts.Any(a => a.Id == notice.Attempt), cancellationToken);
            payment.NoteDeclined(notice.Attempt, notice.Reason, clock.GetUtcNow());
        }

        async Task<string> Settle(string gateway, ProviderNotice.Settled notice, CancellationToken cancellationToken)
        {
            var journal = PostingRules.ProviderSettled(gateway, notice.Settlement, notice.Amount, notice.At, clock.GetUtcNow());
            if (await db.Journals.AnyAsync(j => j.Key == journal.Key, cancellationToken))
            {
                return "booked before";
            }

            db.Journals.Add(journal);
            return "settled";
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
