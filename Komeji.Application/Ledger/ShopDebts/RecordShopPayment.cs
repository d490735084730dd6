using Komeji.Application.Common;
using Komeji.Application.Payouts;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger.ShopDebts;

/// <summary>A shop paid what it owes, or a part of it, by transfer: finance records what came in at the bank (rules P16 and P18).</summary>
/// <exception cref="NotFound">No such shop.</exception>
/// <exception cref="RuleBroken"><c>staff.own_case</c>, <c>shop_debt.recorded</c>, <c>claim.amount</c>, <c>claim.account</c>, <c>claim.reference</c>, <c>claim.day</c></exception>
public sealed record RecordShopPayment(StoreId Store, ShopDebt Debt, ClaimMoney Money) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ShopDebtBooks debts, ICurrentUser user, TimeProvider clock) : IRequestHandler<RecordShopPayment>
    {
        public async Task<Unit> Handle(RecordShopPayment request, CancellationToken cancellationToken)
        {
            var (now, officer) = (clock.GetUtcNow(), user.Require());
            await db.TakeTurn(PayoutReserve.Turn(request.Store), cancellationToken);
            if (!await db.Stores.AnyAsync(s => s.Id == request.Store, cancellationToken))
            {
                throw new NotFound();
            }

            await db.RequireUntied(officer, request.Store, cancellationToken);
            var payment = ShopPayment.Record(request.Store, request.Debt, await debts.OpenOf(request.Store, request.Debt, cancellationToken), request.Money, officer, now);
            if (await db.ShopPayments.AnyAsync(p => p.Account == payment.Account && p.Reference == payment.Reference, cancellationToken))
            {
                throw new RuleBroken("shop_debt.recorded", "Pembayaran dengan nomor referensi itu sudah dicatat di rekening ini. Periksa lagi nomornya di mutasi bank.");
            }

            debts.Pay(payment, request.Debt == ShopDebt.CashFees ? await debts.Due(request.Store, cancellationToken) : []);
            return Unit.Value;
        }
    }
}
