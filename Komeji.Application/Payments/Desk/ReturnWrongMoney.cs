using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments.Desk;

/// <summary>
/// Finance decides that money of another amount goes back the way it came; above a limit another officer has to agree first. Money of
/// another currency is in no book of ours: it is given back at the provider's own desk, and the reason says so.
/// </summary>
public sealed record ReturnWrongMoney(string Purchase, string Reason) : ICommand<MoneyDecided>, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, MoneyDeeds deeds, SecondOfficer second, ICurrentUser user, TimeProvider clock) : IRequestHandler<ReturnWrongMoney, MoneyDecided>
    {
        public async Task<MoneyDecided> Handle(ReturnWrongMoney request, CancellationToken cancellationToken)
        {
            var officer = user.Require();
            var by = Actor.Staff(officer.Value, Roles.Finance);
            var purchase = await db.Purchases.Where(p => p.Number == request.Purchase).Select(p => new { p.Id }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
            await db.TakeRefundTurn(purchase.Id, cancellationToken);
            await db.RequireNotOwn(purchase.Id, officer, cancellationToken);
            var amount = Rupiah.Sum((await db.ParkedFor(purchase.Id, cancellationToken)).Select(p => p.Amount));
            if (!await second.IsNeeded(amount, cancellationToken))
            {
                await deeds.ReturnWrong(purchase.Id, by, request.Reason, amount, cancellationToken);
                return MoneyDecided.Booked;
            }

            var looked = await db.Payments.AsNoTracking().Include(p => p.Attempts).SingleAsync(p => p.PurchaseId == purchase.Id, cancellationToken);
            looked.SettleWrongMoney(by, request.Reason, clock.GetUtcNow());
            return await second.Ask(new MoneyWish(MoneyAct.WrongMoneyReturned, purchase.Id.Value, purchase.Id, request.Purchase, amount, request.Reason, "", ""), by, cancellationToken);
        }
    }
}
