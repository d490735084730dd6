using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger.ShopDebts;

/// <summary>What a shop owes, what it paid of it by transfer, and what was to be written off.</summary>
/// <exception cref="NotFound">No such shop.</exception>
public sealed record ShowShopDebt(StoreId Store) : IQuery<ShopDebtPage>
{
    const int Most = 50;

    internal sealed class Handler(IKomejiDb db, ShopDebtBooks debts) : IRequestHandler<ShowShopDebt, ShopDebtPage>
    {
        public async Task<ShopDebtPage> Handle(ShowShopDebt request, CancellationToken cancellationToken)
        {
            var name = await db.Stores.Where(s => s.Id == request.Store).Select(s => s.Name).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
            var payments = await db.ShopPayments.AsNoTracking().Where(p => p.StoreId == request.Store).OrderByDescending(p => p.RecordedAt).Take(Most)
                .Select(p => new ShopPaid(p.Debt, p.Amount, p.Account, p.Reference, p.ReceivedOn)).ToListAsync(cancellationToken);
            var asked = await db.MoneyApprovals.AsNoTracking().Where(a => (a.Act == MoneyAct.CashFeesWrittenOff || a.Act == MoneyAct.ShopDebtWrittenOff) && a.SubjectId == request.Store.Value)
                .OrderByDescending(a => a.AskedAt).Take(Most).Select(a => new ShopWriteOff(a.Id, a.Act, a.Amount, a.State, a.Reason, a.AskedAt)).ToListAsync(cancellationToken);
            return new ShopDebtPage(
                request.Store,
                name,
                await debts.OpenOf(request.Store, ShopDebt.CashFees, cancellationToken),
                await debts.OpenOf(request.Store, ShopDebt.Balance, cancellationToken),
                payments,
                asked);
        }
    }
}

/// <param name="CashFees">Of orders paid in cash, as account 1210 says.</param>
/// <param name="Balance">By so much the shop's balance is below zero.</param>
public sealed record ShopDebtPage(StoreId Store, string Name, Rupiah CashFees, Rupiah Balance, IReadOnlyList<ShopPaid> Payments, IReadOnlyList<ShopWriteOff> WriteOffs)
{
    /// <summary>What it owes something of.</summary>
    public IReadOnlyList<(ShopDebt Debt, Rupiah Open)> Open => [.. new[] { (ShopDebt.CashFees, CashFees), (ShopDebt.Balance, Balance) }.Where(d => d.Item2.IsPositive)];
}

public sealed record ShopPaid(ShopDebt Debt, Rupiah Amount, int Account, string Reference, DateOnly On);

public sealed record ShopWriteOff(MoneyApprovalId Id, MoneyAct Act, Rupiah Amount, MoneyApprovalState State, string Reason, DateTimeOffset AskedAt);
