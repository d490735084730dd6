using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Application.Complaints;
using Komeji.Application.Ledger.Cash;
using Komeji.Application.Ledger.Days;
using Komeji.Application.Payments;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Domain.Payouts;
using Komeji.Domain.Returns;
using Komeji.Domain.Taxes;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger;

/// <summary>
/// The money invariants. Each compares the books with something written independently of them: the held shares, the states of
/// orders, payments and refunds, the provider's own statement. Every sum is made by the database.
/// </summary>
public sealed class LedgerChecks(IKomejiDb db, ProviderStatements statements, TaxCheck taxes, RefundDecisionCheck decisions, ComplaintCheck complaints, DayChecks days, CoverCheck cover, CashFeeCheck cash, VoucherCheck vouchers, ClaimCheck claims)
{
    const int Examples = 5;

    /// <summary>The database is read as it was at one moment, so that trade going on meanwhile raises no alarm.</summary>
    public async Task<LedgerReport> Run(CancellationToken cancellationToken)
    {
        var provider = await statements.Compare(cancellationToken);
        await using var moment = await db.BeginSnapshot(cancellationToken);
        return new LedgerReport(
        [
            await JournalsBalance(cancellationToken),
            await EverythingSumsToZero(cancellationToken),
            await HeldMoneyAgrees(cancellationToken),
            .. provider,
            await NothingIsOverdrawn(cancellationToken),
            await cover.Run(cancellationToken),
            await GuardsArePresent(cancellationToken),
            await MoneyInLessMoneyOut(cancellationToken),
            await PaidOnce(cancellationToken),
            await ReleasedOnce(cancellationToken),
            await HeldWhileOpen(cancellationToken),
            await CancelledIsRefunded(cancellationToken),
            await RefundsAreWithinPayments(cancellationToken),
            await RefundsAreBooked(cancellationToken),
            await DisputedFundsAgree(cancellationToken),
            await HoldsAgree(cancellationToken),
            await PayoutsAgree(cancellationToken),
            await RoundingIsSmall(cancellationToken),
            await StockAgrees(cancellationToken),
            await RestsAreRefunded(cancellationToken),
            await FeesAreOnWhatRemained(cancellationToken),
            await taxes.Run(cancellationToken),
            .. await days.Run(cancellationToken),
            await decisions.Run(cancellationToken),
            await cash.Run(cancellationToken),
            await vouchers.Run(cancellationToken),
            await claims.Run(cancellationToken),
            await complaints.Run(cancellationToken),
        ]);
    }

    async Task<LedgerCheck> JournalsBalance(CancellationToken cancellationToken)
    {
        var sums = db.Entries.GroupBy(e => e.JournalId).Select(g => new { Journal = g.Key, Sum = g.Sum(e => (long)e.Amount), Lines = g.Count() });
        var wrong = await sums.Join(db.Journals, s => s.Journal, j => j.Id, (s, j) => new { j.Key, j.LineCount, s.Sum, s.Lines })
            .Where(x => x.Sum != 0 || x.Lines < 2 || x.Lines != x.LineCount)
            .OrderBy(x => x.Key).Select(x => x.Key).Take(Examples).ToListAsync(cancellationToken);
        var announced = await db.Journals.SumAsync(j => (long)j.LineCount, cancellationToken);
        var entries = await db.Entries.LongCountAsync(cancellationToken);
        return LedgerCheck.Of("I1 journals balance", announced == entries ? wrong : [.. wrong, $"{announced} entries announced"], $"{entries} entries");
    }

    async Task<LedgerCheck> EverythingSumsToZero(CancellationToken cancellationToken)
    {
        var sum = await db.Entries.SumAsync(e => (long)e.Amount, cancellationToken);
        return new LedgerCheck("I2 global sum", sum == 0, $"sum {sum}");
    }

    async Task<LedgerCheck> HeldMoneyAgrees(CancellationToken cancellationToken)
    {
        var booked = await Balances(Chart.Escrow.Code).ToDictionaryAsync(b => Guid.Parse(b.Key), b => -b.Sum, cancellationToken);
        var known = await db.EscrowShares.Where(s => (long)s.Remaining != 0)
            .Select(s => new { s.OrderId, Remaining = (long)s.Remaining }).ToDictionaryAsync(s => s.OrderId.Value, s => s.Remaining, cancellationToken);
        var wrong = booked.Keys.Union(known.Keys).Where(o => booked.GetValueOrDefault(o) != known.GetValueOrDefault(o))
            .Select(o => $"order {o}: books {booked.GetValueOrDefault(o)}, order {known.GetValueOrDefault(o)}").Take(Examples).ToList();
        return LedgerCheck.Of("I4 held money", wrong, $"{known.Count} orders hold Rp{known.Values.Sum()}");
    }

    /// <summary>Assets never below zero, debts never the other way round. A seller's balance may only turn by what takes money back: a dispute, a refund after the release, or a payout that arrived twice.</summary>
    async Task<LedgerCheck> NothingIsOverdrawn(CancellationToken cancellationToken)
    {
        var assets = Codes(a => a.Kind == AccountKind.Asset && !a.MayTurn);
        var debts = Codes(a => a.Kind == AccountKind.Liability && !a.MayTurn);
        var sellers = Chart.SellerBalance.Code;
        var wrong = await db.Entries.GroupBy(e => new { e.Account, e.AccountKey })
            .Select(g => new { g.Key.Account, g.Key.AccountKey, Sum = g.Sum(e => (long)e.Amount) })
            .Where(b => (assets.Contains(b.Account) && b.Sum < 0) || (debts.Contains(b.Account) && b.Sum > 0))
            .Take(Examples).ToListAsync(cancellationToken);
        wrong.AddRange(await db.Journals.Where(j => j.Rule != "P12" && j.Rule != "P7" && !j.Key.StartsWith(PostingRules.ExtraPayouts)).SelectMany(j => j.Entries).Where(e => e.Account == sellers).GroupBy(e => new { e.Account, e.AccountKey })
            .Select(g => new { g.Key.Account, g.Key.AccountKey, Sum = g.Sum(e => (long)e.Amount) })
            .Where(b => b.Sum > 0).Take(Examples).ToListAsync(cancellationToken));
        return LedgerCheck.Of("I9 nothing overdrawn", wrong.Select(b => $"{b.Account} {b.AccountKey}: {b.Sum}"), $"{assets.Count + debts.Count + 1} accounts watched");
    }

    async Task<LedgerCheck> GuardsArePresent(CancellationToken cancellationToken) =>
        LedgerCheck.Of("I10 append-only guards", await db.MissingLedgerGuards(cancellationToken), "all triggers present");

    /// <summary>What payments, refunds and payouts say came in and went out, against what the books say is at the provider and the bank.</summary>
    async Task<LedgerCheck> MoneyInLessMoneyOut(CancellationToken cancellationToken)
    {
        var paid = await db.Payments.Where(p => p.State == PaymentState.Paid).SumAsync(p => (long)p.Amount, cancellationToken);
        var surplus = await db.Refunds.Where(r => r.OrderId == null).SumAsync(r => (long)r.Amount, cancellationToken);
        var parked = await db.Entries.Where(e => e.Account == Chart.UnmatchedReceipts.Code).SumAsync(e => -(long)e.Amount, cancellationToken);
        var refunded = await db.Refunds.Where(r => r.State == RefundState.Succeeded).SumAsync(r => (long)r.Amount, cancellationToken);
        refunded += await db.Refunds.Where(r => r.State != RefundState.Succeeded).SumAsync(r => (long)r.Settled, cancellationToken);
        refunded += await db.Disputes.SumAsync(d => (long)d.Borne, cancellationToken);
        refunded += await db.Disputes.SelectMany(d => d.Claims).Where(c => c.State == DisputeClaimState.Lost).SumAsync(c => (long)c.Amount, cancellationToken);
        var sent = await db.Payouts.Where(p => p.State == PayoutState.Succeeded).SumAsync(p => (long)p.Amount, cancellationToken);
        sent += await db.Payouts.SelectMany(p => p.Attempts, (p, a) => new { p.Amount, a.State }).Where(a => a.State == PayoutAttemptState.Owed).SumAsync(a => (long)a.Amount, cancellationToken);
        int[] costs = [Chart.DisputeFee.Code, Chart.PayoutCharges.Code, Chart.ProviderRounding.Code, Chart.BankCharges.Code, Chart.BankInterest.Code];
        var cost = await db.Journals.Where(j => j.Rule == "P2").SelectMany(j => j.Entries).Where(e => e.Account == Chart.ProviderCost.Code).SumAsync(e => (long)e.Amount, cancellationToken);
        cost += await db.Entries.Where(e => costs.Contains(e.Account)).SumAsync(e => (long)e.Amount, cancellationToken);
        refunded += await db.TaxRemittances.Where(r => r.State == TaxRemittanceState.Confirmed).SumAsync(r => (long)r.Amount, cancellationToken);
        var assetCodes = Codes(a => a.Kind == AccountKind.Asset && a != Chart.TaxRecoverable && a != Chart.CashFeesOwed);
        var assets = await db.Entries.Where(e => assetCodes.Contains(e.Account)).SumAsync(e => (long)e.Amount, cancellationToken);
        var claimed = await db.RefundDecisions.SelectMany(d => d.Shares).Where(s => s.Bearer == RefundBearer.Courier).SumAsync(s => (long)s.Amount, cancellationToken);
        claimed -= await db.MoneyApprovals.Where(a => a.Act == MoneyAct.ClaimWrittenOff && a.State == MoneyApprovalState.Approved).SumAsync(a => (long)a.Amount, cancellationToken);
        claimed += await db.ClaimPayments.SumAsync(p => (long)p.Recovered, cancellationToken);
        var ofShops = await db.ShopPayments.SumAsync(p => (long)p.Amount, cancellationToken);
        var expected = paid + surplus + parked + ofShops - refunded - sent - cost + claimed;
        return new LedgerCheck("I13 money in less money out", expected == assets, $"in {paid + surplus + parked + ofShops}, out {refunded + sent + cost}, claimed {claimed}, books hold {assets}");
    }

    async Task<LedgerCheck> PaidOnce(CancellationToken cancellationToken)
    {
        var wrong = await db.Payments.Where(p => p.State == PaymentState.Paid)
            .Where(p => db.Journals.Count(j => j.Rule == "P1" && j.PurchaseId == p.PurchaseId) != 1
                || !db.Journals.Any(j => j.Rule == "P1" && j.PurchaseId == p.PurchaseId && j.Key == "paid:" + p.ProviderPayment
                    && j.Entries.Any(e => e.Account == Chart.ProviderClearing.Code && (long)e.Amount == (long)p.Amount)))
            .Select(p => p.Id).Take(Examples).ToListAsync(cancellationToken);
        var without = await db.Journals.Where(j => j.Rule == "P1" && !db.Payments.Any(p => p.PurchaseId == j.PurchaseId && p.State == PaymentState.Paid))
            .Select(j => j.Key).Take(Examples).ToListAsync(cancellationToken);
        return LedgerCheck.Of("paid once", wrong.Select(p => $"payment {p.Value}").Concat(without), "each paid purchase has one capture of its amount");
    }

    async Task<LedgerCheck> ReleasedOnce(CancellationToken cancellationToken)
    {
        var wrong = await db.Orders
            .Where(o => db.Journals.Count(j => j.OrderId == o.Id && j.Rule == "P5") != (db.EscrowShares.Any(s => s.OrderId == o.Id && s.State == EscrowState.Released) ? 1 : 0)
                || (o.State == OrderState.Completed && !o.PaysInCash && !db.EscrowShares.Any(s => s.OrderId == o.Id && s.State == EscrowState.Released))
                || (o.State != OrderState.Completed && db.EscrowShares.Any(s => s.OrderId == o.Id && s.State == EscrowState.Released)
                    && !(o.State == OrderState.Refunded && db.RefundDecisions.Any(d => d.OrderId == o.Id && d.Shares.Any(s => s.Bearer != RefundBearer.Seller)))))
            .Select(o => o.Number).Take(Examples).ToListAsync(cancellationToken);
        return LedgerCheck.Of("released once", wrong, "each completed order was released once, and of refunded ones those whose refund others bore");
    }

    async Task<LedgerCheck> HeldWhileOpen(CancellationToken cancellationToken)
    {
        OrderState[] never = [OrderState.AwaitingPayment, OrderState.Expired];
        OrderState[] ended = [OrderState.Completed, OrderState.Cancelled, OrderState.Refunded];
        var wrong = await db.Orders
            .Where(o => never.Contains(o.State)
                ? db.EscrowShares.Any(s => s.OrderId == o.Id)
                : !ended.Contains(o.State) && !o.PaysInCash && !db.EscrowShares.Any(s => s.OrderId == o.Id && (s.State == EscrowState.Held || s.State == EscrowState.Frozen)))
            .Select(o => o.Number).Take(Examples).ToListAsync(cancellationToken);
        return LedgerCheck.Of("held while open", wrong, "money is held exactly for paid orders that go on");
    }

    async Task<LedgerCheck> CancelledIsRefunded(CancellationToken cancellationToken)
    {
        var wrong = await db.Orders.Where(o => o.State == OrderState.Cancelled || o.State == OrderState.Refunded)
            .Where(o => db.EscrowShares.Any(s => s.OrderId == o.Id)
                && (!db.EscrowShares.Any(s => s.OrderId == o.Id && (s.State == EscrowState.Refunded || (s.State == EscrowState.Released && o.State == OrderState.Refunded)))
                    || db.Refunds.Where(r => r.OrderId == o.Id).Sum(r => (long)r.Amount + (long)r.Voucher) != db.EscrowShares.Where(s => s.OrderId == o.Id).Sum(s => (long)s.Paid)))
            .Select(o => o.Number).Take(Examples).ToListAsync(cancellationToken);
        return LedgerCheck.Of("cancelled is refunded", wrong, "each paid order that was cancelled or refunded owes its whole amount to the buyer");
    }

    async Task<LedgerCheck> RefundsAreWithinPayments(CancellationToken cancellationToken)
    {
        var wrong = await db.EscrowShares
            .Where(s => db.Refunds.Where(r => r.OrderId == s.OrderId).Sum(r => (long)r.Amount)
                + db.Disputes.SelectMany(d => d.Claims).Where(c => c.OrderId == s.OrderId && c.State != DisputeClaimState.Returned).Sum(c => (long)c.Amount) > (long)s.Paid - (long)s.Voucher)
            .Select(s => s.OrderId).Take(Examples).ToListAsync(cancellationToken);
        var twice = await db.BorneAndRefunded(Examples, cancellationToken);
        return LedgerCheck.Of("refunds within payments", wrong.Select(o => $"order {o.Value}").Concat(twice.Select(p => $"purchase {p}")), "no order gives back more than was paid, by refunds and disputes together");
    }

    /// <summary>What 2090 still owes equals the refunds that have not reached the buyer.</summary>
    async Task<LedgerCheck> RefundsAreBooked(CancellationToken cancellationToken)
    {
        var owed = await Balances(Chart.BuyerRefund.Code).ToDictionaryAsync(b => Guid.Parse(b.Key), b => -b.Sum, cancellationToken);
        var open = await db.Refunds.Where(r => r.State != RefundState.Succeeded)
            .Select(r => new { r.Id, Amount = (long)r.Amount - (long)r.Settled }).ToDictionaryAsync(r => r.Id.Value, r => r.Amount, cancellationToken);
        var wrong = owed.Keys.Union(open.Keys).Where(r => owed.GetValueOrDefault(r) != open.GetValueOrDefault(r)).Select(r => $"refund {r}").Take(Examples);
        return LedgerCheck.Of("refunds are booked", wrong, $"{open.Count} refunds on their way, Rp{open.Values.Sum()}");
    }

    /// <summary>What 1200 says was taken and is not settled, and what each dispute says.</summary>
    async Task<LedgerCheck> DisputedFundsAgree(CancellationToken cancellationToken)
    {
        var booked = await Balances(Chart.DisputedFunds.Code).ToDictionaryAsync(b => Guid.Parse(b.Key), b => b.Sum, cancellationToken);
        var known = await db.Disputes.Where(d => (long)d.Unsettled != 0)
            .Select(d => new { d.Id, Unsettled = (long)d.Unsettled }).ToDictionaryAsync(d => d.Id.Value, d => d.Unsettled, cancellationToken);
        var wrong = booked.Keys.Union(known.Keys).Where(d => booked.GetValueOrDefault(d) != known.GetValueOrDefault(d)).Select(d => $"dispute {d}").Take(Examples);
        var below = await db.Disputes.Where(d => (long)d.Borne < 0 || (long)d.BackAfterLoss < 0).Select(d => d.Id).Take(Examples).ToListAsync(cancellationToken);
        return LedgerCheck.Of("disputed funds agree", wrong.Concat(below.Select(d => $"dispute {d.Value} below zero")), $"{known.Count} disputes hold Rp{known.Values.Sum()}");
    }

    /// <summary>What 2035 says is held of shops until a dispute is decided, and what each dispute says.</summary>
    async Task<LedgerCheck> HoldsAgree(CancellationToken cancellationToken)
    {
        var booked = await Balances(Chart.SellerHold.Code).ToDictionaryAsync(b => Guid.Parse(b.Key), b => -b.Sum, cancellationToken);
        var known = await db.Disputes.SelectMany(d => d.Claims).Where(c => c.State == DisputeClaimState.Held).GroupBy(c => c.DisputeId)
            .Select(g => new { Id = g.Key, Held = g.Sum(c => (long)c.Amount - (long)c.Fee - (long)c.Vat - (long)c.IncomeTax) }).Where(d => d.Held != 0)
            .ToDictionaryAsync(d => d.Id.Value, d => d.Held, cancellationToken);
        var wrong = booked.Keys.Union(known.Keys).Where(d => booked.GetValueOrDefault(d) != known.GetValueOrDefault(d)).Select(d => $"dispute {d}").Take(Examples);
        return LedgerCheck.Of("dispute holds agree", wrong, $"{known.Count} disputes hold Rp{known.Values.Sum()} of shops");
    }

    /// <summary>What 2040 says is on its way to shops, and what each payout says: all of it until it has arrived or is the shop's balance again.</summary>
    async Task<LedgerCheck> PayoutsAgree(CancellationToken cancellationToken)
    {
        var booked = await Balances(Chart.PayoutInTransit.Code).ToDictionaryAsync(b => Guid.Parse(b.Key), b => -b.Sum, cancellationToken);
        var known = await db.Payouts.Where(p => PayoutMoves.OnTheWay.Contains(p.State))
            .Select(p => new { p.Id, Amount = (long)p.Amount }).ToDictionaryAsync(p => p.Id.Value, p => p.Amount, cancellationToken);
        var wrong = booked.Keys.Union(known.Keys).Where(p => booked.GetValueOrDefault(p) != known.GetValueOrDefault(p)).Select(p => $"payout {p}").Take(Examples);
        return LedgerCheck.Of("payouts agree", wrong, $"{known.Count} payouts on their way, Rp{known.Values.Sum()}");
    }

    /// <summary>What was booked as the provider's rounding is at most a rupiah for each thing it booked itself.</summary>
    async Task<LedgerCheck> RoundingIsSmall(CancellationToken cancellationToken)
    {
        var rounding = Math.Abs(await db.Entries.Where(e => e.Account == Chart.ProviderRounding.Code).SumAsync(e => (long)e.Amount, cancellationToken));
        var booked = await db.Journals.CountAsync(j => j.Rule != "P19" && j.Entries.Any(e => e.Account == Chart.ProviderClearing.Code), cancellationToken);
        return new LedgerCheck("I9 rounding is small", rounding <= booked, $"Rp{rounding} for {booked} bookings at providers");
    }

    /// <summary>What the stock record calls reserved and sold is what its orders hold, what was sent instead, what came back to be sold again, and what cancelled ones lost on their way; a piece that is missing here was bought by nobody.</summary>
    async Task<LedgerCheck> StockAgrees(CancellationToken cancellationToken)
    {
        var lost = (await db.LostOf(db.Orders.Where(o => o.State == OrderState.Cancelled), cancellationToken)).Values.GroupBy(p => p.Variant).ToDictionary(g => g.Key, g => g.Sum(p => p.Count));
        var lossy = lost.Keys.ToList();
        var held = from order in db.Orders
                   where order.State != OrderState.Expired && order.State != OrderState.Cancelled
                   from line in order.Lines
                   group new { Quantity = line.Quantity - line.Cancelled, Unpaid = order.State == OrderState.AwaitingPayment } by line.VariantId into lines
                   select new { Variant = lines.Key, Reserved = lines.Sum(l => l.Unpaid ? l.Quantity : 0), Sold = lines.Sum(l => l.Unpaid ? 0 : l.Quantity) };
        var again = from replacement in db.Replacements
                    where replacement.HasStock && replacement.Kind != ReplacementKind.SentBack
                    from line in replacement.Lines
                    group line.Pieces by line.VariantId into lines
                    select new { Variant = lines.Key, Pieces = lines.Sum() };
        var back = from goods in db.GoodsReturns
                   where goods.State == GoodsReturnState.ReturnReceived
                   from line in goods.Lines
                   group line.Sellable by line.VariantId into lines
                   select new { Variant = lines.Key, Pieces = lines.Sum() };
        var counted = from variant in db.Variants
                      join orders in held on variant.Id equals orders.Variant into found
                      from orders in found.DefaultIfEmpty()
                      join sent in again on variant.Id equals sent.Variant into more
                      from sent in more.DefaultIfEmpty()
                      join came in back on variant.Id equals came.Variant into less
                      from came in less.DefaultIfEmpty()
                      select new
                      {
                          variant.Id,
                          variant.Stock,
                          variant.Reserved,
                          variant.Sold,
                          InOpenOrders = (int?)orders.Reserved ?? 0,
                          InPaidOrders = ((int?)orders.Sold ?? 0) + ((int?)sent.Pieces ?? 0) - ((int?)came.Pieces ?? 0),
                      };
        var wrong = await counted.Where(v => v.Stock < 0 || v.Reserved != v.InOpenOrders || v.Sold != v.InPaidOrders || lossy.Contains(v.Id))
            .OrderBy(v => v.Id).Take(Examples + lossy.Count).ToListAsync(cancellationToken);
        wrong = wrong.FindAll(v => v.Stock < 0 || v.Reserved != v.InOpenOrders || v.Sold != v.InPaidOrders + lost.GetValueOrDefault(v.Id));
        return LedgerCheck.Of(
            "stock agrees with orders",
            wrong.Take(Examples).Select(v => $"variant {v.Id.Value}: stock {v.Stock}, reserved {v.Reserved} and orders hold {v.InOpenOrders}, sold {v.Sold} and orders hold {v.InPaidOrders + lost.GetValueOrDefault(v.Id)}"),
            "each variant has reserved and sold what its orders hold, and no stock below zero");
    }

    /// <summary>Pieces an order cancelled after others had left: their price by the lines, as the order says, as refunded, and as missing from what is held.</summary>
    async Task<LedgerCheck> RestsAreRefunded(CancellationToken cancellationToken)
    {
        var wrong = await db.Orders
            .Where(o => (long)o.CancelledGoods != o.Lines.Sum(l => (long)l.Total * l.Cancelled / l.Quantity)
                || (long)o.CancelledGoods != db.Refunds.Where(r => r.OrderId == o.Id && r.ReasonCode.StartsWith("rest_")).Sum(r => (long)r.Amount + (long)r.Voucher)
                || db.EscrowShares.Any(s => s.OrderId == o.Id && (s.State == EscrowState.Held || s.State == EscrowState.Frozen)
                    && (long)s.Remaining != (long)s.Paid - (long)o.CancelledGoods - (long)o.ChargedGoods - (long)o.ChargedShipping))
            .Select(o => o.Number).Take(Examples).ToListAsync(cancellationToken);
        return LedgerCheck.Of("rests are refunded", wrong, "pieces never sent were given back, once, at their price");
    }

    /// <summary>What a release booked as fee and PPN is what the order's lines say after cancellations.</summary>
    async Task<LedgerCheck> FeesAreOnWhatRemained(CancellationToken cancellationToken)
    {
        int[] fee = [Chart.ProfitPool.Code, Chart.ProviderCost.Code];
        var wrong = await db.Orders.Where(o => (o.State == OrderState.Completed && !o.PaysInCash) || (o.State == OrderState.Refunded && db.EscrowShares.Any(s => s.OrderId == o.Id && s.State == EscrowState.Released)))
            .Where(o => (long)o.Fee != o.Lines.Sum(l => (long)l.Fee)
                || (long)o.Fee != -db.Journals.Where(j => j.OrderId == o.Id && j.Rule == "P5").SelectMany(j => j.Entries).Where(e => fee.Contains(e.Account)).Sum(e => (long)e.Amount)
                || (long)o.Vat != -db.Journals.Where(j => j.OrderId == o.Id && j.Rule == "P5").SelectMany(j => j.Entries).Where(e => e.Account == Chart.VatPayable.Code).Sum(e => (long)e.Amount))
            .Select(o => o.Number).Take(Examples).ToListAsync(cancellationToken);
        return LedgerCheck.Of("fees on what remained", wrong, "each release took the fee and PPN of its lines");
    }

    IQueryable<Balance> Balances(int account) =>
        db.Entries.Where(e => e.Account == account).GroupBy(e => e.AccountKey)
            .Select(g => new Balance { Key = g.Key, Sum = g.Sum(e => (long)e.Amount) }).Where(b => b.Sum != 0);

    static List<int> Codes(Func<Account, bool> which) => [.. Chart.All.Where(which).Select(a => a.Code)];

    sealed class Balance
    {
        public required string Key { get; init; }
        public required long Sum { get; init; }
    }
}
