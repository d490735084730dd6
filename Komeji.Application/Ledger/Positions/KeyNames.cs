using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger.Positions;

/// <summary>What people call the things the keys of accounts name.</summary>
static class KeyNames
{
    /// <returns>By the key; without those that have no other name.</returns>
    public static async Task<IReadOnlyDictionary<string, string>> NamesOf(this IKomejiDb db, Account account, IReadOnlyCollection<string> keys, CancellationToken cancellationToken)
    {
        var ids = keys.Select(k => Guid.TryParse(k, out var id) ? id : Guid.Empty).Where(id => id != Guid.Empty).Distinct().ToList();
        return ids.Count == 0
            ? new Dictionary<string, string>()
            : (await Read(db, account.KeyedBy, ids, cancellationToken)).ToDictionary(n => n.Id.ToString(), n => n.Name);
    }

    static async Task<IEnumerable<(Guid Id, string Name)>> Read(IKomejiDb db, string kind, List<Guid> ids, CancellationToken cancellationToken)
    {
        switch (kind)
        {
            case "order":
                var orders = ids.ConvertAll(id => new OrderId(id));
                return (await db.Orders.Where(o => orders.Contains(o.Id)).Select(o => new { o.Id, o.Number }).ToListAsync(cancellationToken)).Select(o => (o.Id.Value, o.Number));
            case "store":
                var stores = ids.ConvertAll(id => new StoreId(id));
                return (await db.Stores.Where(s => stores.Contains(s.Id)).Select(s => new { s.Id, s.Name }).ToListAsync(cancellationToken)).Select(s => (s.Id.Value, s.Name));
            case "payout":
                var payouts = ids.ConvertAll(id => new PayoutId(id));
                return (await db.Payouts.Where(p => payouts.Contains(p.Id)).Select(p => new { p.Id, p.Number }).ToListAsync(cancellationToken)).Select(p => (p.Id.Value, p.Number));
            case "refund" or "claim":
                var refunds = ids.ConvertAll(id => new RefundId(id));
                var of = await db.Refunds.Where(r => refunds.Contains(r.Id)).Select(r => new { r.Id, Number = db.Purchases.Where(p => p.Id == r.PurchaseId).Select(p => p.Number).FirstOrDefault() }).ToListAsync(cancellationToken);
                return of.Select(r => (r.Id.Value, r.Number ?? ""));
            case "voucher":
                var vouchers = ids.ConvertAll(id => new VoucherId(id));
                return (await db.Vouchers.Where(v => vouchers.Contains(v.Id)).Select(v => new { v.Id, v.Code }).ToListAsync(cancellationToken)).Select(v => (v.Id.Value, v.Code));
            case "dispute":
                var disputes = ids.ConvertAll(id => new DisputeId(id));
                return (await db.Disputes.Where(d => disputes.Contains(d.Id)).Select(d => new { d.Id, d.ProviderDispute }).ToListAsync(cancellationToken)).Select(d => (d.Id.Value, d.ProviderDispute));
            default:
                return [];
        }
    }
}
