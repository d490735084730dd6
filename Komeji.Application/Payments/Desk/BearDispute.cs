using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments.Desk;

/// <summary>
/// A dispute was lost and its orders have not given the money up: finance decides that the cooperative bears what is left (5030), and
/// the orders go on. Where the seller is to bear it, the orders are cancelled or refunded instead. Above a limit another officer has to agree first.
/// </summary>
public sealed record BearDispute(DisputeId Id, string Reason) : ICommand<MoneyDecided>, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, MoneyDeeds deeds, SecondOfficer second, ICurrentUser user) : IRequestHandler<BearDispute, MoneyDecided>
    {
        public async Task<MoneyDecided> Handle(BearDispute request, CancellationToken cancellationToken)
        {
            var officer = user.Require();
            var by = Actor.Staff(officer.Value, Roles.Finance);
            var purchase = await db.Disputes.Where(d => d.Id == request.Id).Join(db.Purchases, d => d.PurchaseId, p => p.Id, (d, p) => new { p.Id, p.Number }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
            await db.TakeRefundTurn(purchase.Id, cancellationToken);
            await db.RequireNotOwn(purchase.Id, officer, cancellationToken);
            var looked = await db.Disputes.AsNoTracking().Include(d => d.Claims).SingleAsync(d => d.Id == request.Id, cancellationToken);
            var amount = looked.Unsettled;
            if (!await second.IsNeeded(amount, cancellationToken))
            {
                await deeds.Bear(request.Id, by, request.Reason, amount, cancellationToken);
                return MoneyDecided.Booked;
            }

            await deeds.DraftBearing(looked, by, request.Reason, cancellationToken);
            return await second.Ask(new MoneyWish(MoneyAct.DisputeBorne, request.Id.Value, purchase.Id, purchase.Number, amount, request.Reason, "", ""), by, cancellationToken);
        }
    }
}
