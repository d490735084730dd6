using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments.Desk;

/// <summary>
/// Finance decides that money of another amount goes back the way it came. Money of another currency is in no book of ours: it is
/// given back at the provider's own desk, and the reason says so.
/// </summary>
public sealed record ReturnWrongMoney(string Purchase, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ReturnWrongMoney>
    {
        public async Task<Unit> Handle(ReturnWrongMoney request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var officer = user.Require();
            var purchase = await db.Purchases.Where(p => p.Number == request.Purchase).Select(p => new { p.Id, p.BuyerId }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
            if (purchase.BuyerId == officer)
            {
                throw new RuleBroken("staff.own_case", "Ini belanja Anda sendiri. Minta petugas lain yang menanganinya.");
            }

            var payment = await db.Payments.Include(p => p.Attempts).SingleAsync(p => p.PurchaseId == purchase.Id, cancellationToken);
            payment.SettleWrongMoney(Actor.Staff(officer.Value, Roles.Finance), request.Reason, now);
            foreach (var parked in await db.ParkedFor(purchase.Id, cancellationToken))
            {
                var refund = Refund.Request(purchase.Id, null, parked.Gateway, parked.ProviderPayment, parked.Amount, "wrong_amount", now);
                db.Refunds.Add(refund);
                db.Journals.Add(PostingRules.WrongAmountReturned(refund, now));
            }

            return Unit.Value;
        }
    }
}
