using Komeji.Application.Common;
using Komeji.Application.Payments.Desk;
using Komeji.Application.Payouts;
using Komeji.Application.Stores;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger.ShopDebts;

/// <summary>A shop will not pay what it owes: an officer decides that the cooperative bears it, and another always has to agree (rule P16).</summary>
/// <exception cref="NotFound">No such shop.</exception>
/// <exception cref="RuleBroken"><c>staff.own_case</c>, <c>shop_debt.none</c>, <c>approval.waits</c>, <c>approval.reason</c></exception>
public sealed record WriteShopDebtOff(StoreId Store, ShopDebt Debt, string Reason) : ICommand<MoneyDecided>, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ShopDebtBooks debts, SecondOfficer second, ICurrentUser user) : IRequestHandler<WriteShopDebtOff, MoneyDecided>
    {
        public async Task<MoneyDecided> Handle(WriteShopDebtOff request, CancellationToken cancellationToken)
        {
            var officer = user.Require();
            await db.TakeTurn(PayoutReserve.Turn(request.Store), cancellationToken);
            var name = await db.Stores.Where(s => s.Id == request.Store).Select(s => s.Name).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
            await db.RequireUntied(officer, request.Store, cancellationToken);
            var open = await debts.OpenOf(request.Store, request.Debt, cancellationToken);
            if (!open.IsPositive)
            {
                throw new RuleBroken("shop_debt.none", "Utang toko ini sudah lunas atau dihapuskan. Muat ulang halaman.");
            }

            var act = request.Debt == ShopDebt.CashFees ? MoneyAct.CashFeesWrittenOff : MoneyAct.ShopDebtWrittenOff;
            var called = name.Length > MoneyWish.LongestNumber ? name[..MoneyWish.LongestNumber] : name;
            var wish = new MoneyWish(act, request.Store.Value, default, called, open, request.Reason, "", "");
            return await second.Ask(wish, Actor.Staff(officer.Value, Roles.Finance), cancellationToken);
        }
    }
}
