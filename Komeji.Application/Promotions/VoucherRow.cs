using Komeji.Application.Common;
using Komeji.Application.Ledger.Exports;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Domain.Promotions;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Promotions;

/// <param name="Shop">Whom it is for; empty: all shops.</param>
public sealed record VoucherRow(VoucherId Id, string Code, string Title, VoucherState State, string Shop, BasisPoints OfShop, DateOnly From, DateOnly Until, int Taken, int Quota, bool AwaitsShop);

/// <summary>One purchase's use of a voucher, by order.</summary>
/// <param name="OfShop">What the shop pays of it.</param>
/// <param name="OfCooperative">What the cooperative pays of it.</param>
public sealed record VoucherUseRow(string Order, string Store, DateTimeOffset At, VoucherUseState Use, OrderState State, Rupiah OfShop, Rupiah OfCooperative);

/// <param name="Reserved">Purchases that have it and are not paid.</param>
/// <param name="Used">Purchases that were paid with it.</param>
/// <param name="ShopPaid">What the shop gave by paid uses.</param>
/// <param name="Fund">What account 2075 holds for it.</param>
public sealed record VoucherSums(int Reserved, int Used, Rupiah ShopPaid, Rupiah CooperativePaid, Rupiah Fund);

/// <summary>Reads vouchers for the lists and pages of shops and of the cooperative.</summary>
static class VoucherRows
{
    static readonly string[] Heads = ["Pesanan", "Toko", "Dipakai (WIB)", "Status voucher", "Ditanggung toko", "Ditanggung koperasi"];

    public static IQueryable<VoucherRow> ToRows(this IQueryable<Voucher> vouchers, IKomejiDb db) => vouchers.OrderByDescending(v => v.MadeAt).ThenByDescending(v => v.Id).Select(v => new VoucherRow(
        v.Id, v.Code, v.Title, v.State, db.Stores.Where(s => s.Id == v.StoreId).Select(s => s.Name).FirstOrDefault() ?? "", v.OfShop, v.From, v.Until, v.Taken, v.Quota,
        v.State == VoucherState.Draft && v.StoreId != null && v.AgreedBy == null));

    /// <summary>Newest first; an order for each row.</summary>
    public static IQueryable<VoucherUseRow> UsesOf(this IKomejiDb db, VoucherId voucher) =>
        from use in db.VoucherUses
        where use.VoucherId == voucher
        join order in db.Orders on use.PurchaseId equals order.PurchaseId
        where order.VoucherId == voucher
        orderby use.TakenAt descending, order.Id descending
        select new VoucherUseRow(
            order.Number, order.StoreName, use.TakenAt, use.State, order.State, new Rupiah(order.Lines.Sum(l => (long)l.SellerDiscount)), order.CooperativeDiscount);

    public static async Task<VoucherSums> SumsOf(this IKomejiDb db, VoucherId voucher, CancellationToken cancellationToken)
    {
        var uses = await db.VoucherUses.Where(u => u.VoucherId == voucher).GroupBy(u => u.State)
            .Select(g => new { State = g.Key, Count = g.Count(), OfShop = g.Sum(u => (long)u.OfShop), OfCooperative = g.Sum(u => (long)u.OfCooperative) }).ToListAsync(cancellationToken);
        var used = uses.SingleOrDefault(u => u.State == VoucherUseState.Used);
        return new VoucherSums(
            uses.SingleOrDefault(u => u.State == VoucherUseState.Reserved)?.Count ?? 0,
            used?.Count ?? 0,
            new Rupiah(used?.OfShop ?? 0),
            new Rupiah(used?.OfCooperative ?? 0),
            await db.FundOf(voucher, cancellationToken));
    }

    /// <summary>What the books hold for a voucher (account 2075).</summary>
    public static async Task<Rupiah> FundOf(this IKomejiDb db, VoucherId voucher, CancellationToken cancellationToken)
    {
        var key = voucher.Value.ToString();
        return new Rupiah(-await db.Entries.Where(e => e.Account == Chart.PromotionFund.Code && e.AccountKey == key).SumAsync(e => (long)e.Amount, cancellationToken));
    }

    /// <summary>Its uses as a file.</summary>
    public static BookTable UsesTable(this IKomejiDb db, Voucher voucher) =>
        new($"voucher-{voucher.Code.ToLowerInvariant()}", Heads, db.UsesOf(voucher.Id).AsAsyncEnumerable().Select(Cells));

    static IReadOnlyList<object> Cells(VoucherUseRow row) =>
        [row.Order, row.Store, BookLines.Moment(row.At), Word(row.Use), row.OfShop.Amount, row.OfCooperative.Amount];

    static string Word(VoucherUseState state) => state switch
    {
        VoucherUseState.Reserved => "Menunggu pembayaran",
        VoucherUseState.Used => "Dipakai",
        _ => "Dikembalikan",
    };
}
