using Komeji.Application.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger;

/// <summary>
/// What was decided, as its refund, its lines, those who bear it and its journals say; what orders say went back by decision, as the
/// decisions say; and no more of fee and taxes given back than there was.
/// </summary>
public sealed class RefundDecisionCheck(IKomejiDb db)
{
    const int Examples = 5;

    public async Task<LedgerCheck> Run(CancellationToken cancellationToken)
    {
        string[] rules = ["P6", "P7", "P8"];
        var decisions = await db.RefundDecisions
            .Where(d => !db.Refunds.Any(r => r.Id == d.Id && r.OrderId == d.OrderId && (long)r.Amount + (long)r.Voucher == (long)d.Amount)
                || (long)d.Amount != d.Lines.Sum(l => (long)l.Amount) + (long)d.Shipping
                || (long)d.Amount != d.Shares.Sum(s => (long)s.Amount) || d.Shares.Sum(s => s.Percent) + d.OfBuyer != RefundDecision.Whole)
            .OrderBy(d => d.Id).Select(d => d.Id).Take(Examples).ToListAsync(cancellationToken);
        var orders = await db.Orders.Where(o => db.RefundDecisions.Any(d => d.OrderId == o.Id))
            .Where(o => (o.State != OrderState.Refunded && (long)o.RefundedGoods + (long)o.RefundedShipping != db.RefundDecisions.Where(d => d.OrderId == o.Id).Sum(d => (long)d.Amount))
                || db.Refunds.Where(r => r.OrderId == o.Id).Sum(r => (long)r.Amount)
                    != db.Journals.Where(j => j.OrderId == o.Id && rules.Contains(j.Rule)).SelectMany(j => j.Entries).Where(e => e.Account == Chart.BuyerRefund.Code).Sum(e => -(long)e.Amount)
                || (long)o.RefundedGoods != o.Lines.Sum(l => (long)l.Refunded) || (long)o.ChargedGoods != o.Lines.Sum(l => (long)l.Charged)
                || db.RefundDecisions.Where(d => d.OrderId == o.Id && d.AfterRelease).SelectMany(d => d.Shares).Sum(s => (long)s.Fee) > (long)o.Fee
                || db.RefundDecisions.Where(d => d.OrderId == o.Id && d.AfterRelease).SelectMany(d => d.Shares).Sum(s => (long)s.Vat) > (long)o.Vat)
            .Select(o => o.Number).Take(Examples).ToListAsync(cancellationToken);
        return LedgerCheck.Of("refund decisions agree", decisions.Select(d => $"refund {d.Value}").Concat(orders), "each decided refund is what its lines, its bearers and its journals say");
    }
}
