using Komeji.Application.Common;
using Komeji.Application.Payments;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering;

/// <summary>
/// The time for paying is over. Where money may have come, the provider is asked first and its page is closed: paid, the purchase
/// goes on; without an answer it waits, but not for ever. The payment's version decides against money that arrives in the same
/// moment: whichever commits first wins, and money that comes after is refunded.
/// </summary>
public sealed record ExpirePurchase(PurchaseId PurchaseId) : ICommand, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, UnitOfWork unitOfWork, Gateways gateways, AttemptProgress progress, SettingsInForce settings, TimeProvider clock)
        : IRequestHandler<ExpirePurchase>
    {
        public async Task<Unit> Handle(ExpirePurchase request, CancellationToken cancellationToken)
        {
            var purchase = await db.Purchases.AsNoTracking().SingleAsync(p => p.Id == request.PurchaseId, cancellationToken);
            purchase.RequireDue(clock.GetUtcNow());
            var payment = await db.Payments.AsNoTracking().Include(p => p.Attempts).SingleAsync(p => p.PurchaseId == request.PurchaseId, cancellationToken);
            var answers = new List<(PaymentAttempt Attempt, ProviderAnswer Answer)>();
            foreach (var attempt in payment.Attempts.Where(a => a.IsOpen && !payment.IsClosed))
            {
                answers.Add((attempt, await Close(attempt, cancellationToken)));
            }

            await unitOfWork.RunAfresh(() => Expire(purchase, answers, cancellationToken), cancellationToken);
            return Unit.Value;
        }

        /// <summary>How the attempt stands; a page nobody paid on is closed, and asked about once more: it may have been paid in between.</summary>
        async Task<ProviderAnswer> Close(PaymentAttempt attempt, CancellationToken cancellationToken)
        {
            if (gateways.Named(attempt.Gateway) is not { } gateway)
            {
                return new ProviderAnswer.Unknown();
            }

            var trace = new AttemptTrace(attempt.Id, attempt.ProviderReference, attempt.CreatedAt);
            var answer = await gateway.Ask(trace, cancellationToken);
            if (answer is not ProviderAnswer.Open open)
            {
                return answer;
            }

            trace = trace with { ProviderReference = open.ProviderReference };
            await gateway.Withdraw(trace, cancellationToken);
            return await gateway.Ask(trace, cancellationToken);
        }

        async Task<bool> Expire(Purchase asked, List<(PaymentAttempt Attempt, ProviderAnswer Answer)> answers, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            foreach (var (attempt, answer) in answers)
            {
                await progress.Note(attempt.Id, attempt.Gateway, answer, cancellationToken);
            }

            var payment = await db.Payments.Include(p => p.Attempts).SingleAsync(p => p.PurchaseId == asked.Id, cancellationToken);
            if (!PaymentMoves.From(payment.State).Contains(PaymentState.Expired))
            {
                return false;
            }

            var unpaid = answers.Where(a => a.Answer is not (ProviderAnswer.Unknown or ProviderAnswer.Processing)).Select(a => a.Attempt.Id).ToHashSet();
            var longest = TimeSpan.FromHours(await settings.Number(SettingCatalogue.AnswerHours, cancellationToken));
            if (now < asked.PayBefore + longest && !payment.Attempts.Where(a => a.IsOpen).All(a => unpaid.Contains(a.Id)))
            {
                payment.AwaitAnswer(now);
                return false;
            }

            var purchase = await db.LoadPurchase(asked.Id, cancellationToken);
            purchase.Expire(now);
            payment.Expire(now);
            return true;
        }
    }
}
