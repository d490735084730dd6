using System.Globalization;
using Komeji.Application.Common;
using Komeji.Application.Ledger.Cash;
using Komeji.Application.Legal.Opening;
using Komeji.Application.Payments.Desk;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Legal;
using Komeji.Domain.Payments;
using Komeji.Domain.Payouts;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payouts;

/// <summary>
/// Takes money out of a shop's balance for a payout, after what the shop owes of orders paid in cash. Of one shop only one does so at a time, so that no rupiah is taken twice; and
/// nobody changes its account meanwhile.
/// </summary>
public class PayoutReserve(IKomejiDb db, SettingsInForce settings, ICodes codes, TimeProvider clock)
{
    /// <param name="amount">Null: all there is.</param>
    /// <param name="weeklyFor">The day of a weekly payout; null when the shop asked.</param>
    /// <exception cref="RuleBroken">
    /// <c>payout.debt</c>, <c>payout.least</c>, <c>payout.balance</c>, <c>payout.no_account</c>, <c>payout.account_waits</c>, <c>payout.account_returned</c>
    /// </exception>
    public async Task<Payout> Reserve(StoreId store, UserId owner, Rupiah? amount, DateOnly? weeklyFor, Actor by, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await TakeTurns(store, owner, cancellationToken);
        var account = await Account(store, owner, now, cancellationToken);
        var netted = await db.CollectCashFees(store, now, cancellationToken);
        var available = await db.BalanceOf(store, cancellationToken) - netted;
        if (available.IsNegative)
        {
            throw new RuleBroken("payout.debt", $"Saldo toko kurang {-available} karena uang pesanan yang sudah selesai kembali kepada pembeli, lewat banknya atau lewat keputusan pengembalian dana. Saldo bisa dicairkan lagi sesudah kekurangan itu tertutup oleh pesanan berikutnya.");
        }

        var waits = Rupiah.Min(available, await db.WaitingRefundsOf(store, cancellationToken));
        available -= waits;
        var asked = amount ?? available;
        var without = $"{(netted.IsPositive ? $" sesudah dipotong {netted} untuk biaya pesanan bayar di tempat" : "")}{(waits.IsPositive ? $", tanpa {waits} yang menunggu keputusan pengembalian dana" : "")}";
        var least = new Rupiah(await settings.Number(SettingCatalogue.PayoutLeast, cancellationToken));
        if (asked < least)
        {
            throw new RuleBroken("payout.least", available < least
                ? $"Pencairan paling sedikit {least}, dan saldo Anda sekarang {available}{without}. Tunggu sampai saldo cukup; saldo tidak hangus."
                : $"Pencairan paling sedikit {least}. Tulis jumlah yang lebih besar.");
        }

        if (asked > available)
        {
            throw new RuleBroken("payout.balance", $"Saldo yang bisa dicairkan {available}{without}. Tulis jumlah yang tidak lebih dari itu.");
        }

        var number = $"CAIR-{Wib.DayOf(now).ToString("yyyyMMdd", CultureInfo.InvariantCulture)}-{codes.SixCharacters()}";
        var payout = Payout.Request(number, store, asked, account, weeklyFor, by, now);
        db.Payouts.Add(payout);
        return payout;
    }

    /// <summary>Takings out of a shop's balance go one after the other.</summary>
    public static string Turn(StoreId store) => $"payout {store.Value}";

    protected virtual async Task TakeTurns(StoreId store, UserId owner, CancellationToken cancellationToken)
    {
        await db.TakeTurn(Profiles.Turn(owner), cancellationToken);
        await db.TakeTurn(Turn(store), cancellationToken);
    }

    async Task<PayoutAccount> Account(StoreId store, UserId owner, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var profile = await db.LegalProfiles.SingleOrDefaultAsync(p => p.OwnerId == owner, cancellationToken);
        profile?.Settle(now);
        var returned = await db.PayoutPlans.Where(p => p.StoreId == store).Select(p => p.ReturnedAccount).SingleOrDefaultAsync(cancellationToken) ?? "";
        return AccountRefusal(profile, returned) is { } refusal
            ? throw refusal
            : new PayoutAccount(profile!.Bank, profile.Account, profile.AccountSealed, profile.AccountIndex, profile.AccountHolder);
    }

    /// <returns>Why nothing is paid out to the shop's account now; null when it can be.</returns>
    /// <param name="profile">As it is now, with a change whose time has come.</param>
    internal static RuleBroken? AccountRefusal(LegalProfile? profile, string returnedAccount) => profile switch
    {
        null or { HasBank: false } => new("payout.no_account", "Isi dahulu rekening bank atas nama pemilik atau usaha di halaman Legalitas, lalu cairkan lagi."),
        { NextAccountFrom: not null } => new("payout.account_waits", "Rekening toko sedang diganti dan menunggu tiga hari. Pencairan dibuka lagi sesudah rekening baru berlaku, atau bila penggantiannya dibatalkan."),
        _ when profile.AccountIndex == returnedAccount => new("payout.account_returned", "Bank mengembalikan pencairan terakhir ke rekening ini. Ganti rekeningnya, atau hubungi layanan kami agar rekening dipastikan."),
        _ => null,
    };
}

static class ShopBalances
{
    /// <summary>What a shop can be paid out, as the books say: less than zero when it owes.</summary>
    public static async Task<Rupiah> BalanceOf(this IKomejiDb db, StoreId store, CancellationToken cancellationToken)
    {
        var key = store.Value.ToString();
        return new Rupiah(-await db.Entries.Where(e => e.Account == Chart.SellerBalance.Code && e.AccountKey == key).SumAsync(e => (long)e.Amount, cancellationToken));
    }

    /// <summary>What the shop would bear of refunds of completed orders that wait for a second officer: meanwhile it is not paid out.</summary>
    public static async Task<Rupiah> WaitingRefundsOf(this IKomejiDb db, StoreId store, CancellationToken cancellationToken)
    {
        var waiting = await db.MoneyApprovals.Where(a => a.Act == MoneyAct.Refund && a.State == MoneyApprovalState.Waiting
                && db.Orders.Any(o => o.Number == a.Number && o.StoreId == store && db.EscrowShares.Any(s => s.OrderId == o.Id && s.State == EscrowState.Released)))
            .Select(a => new { a.Amount, a.Details }).ToListAsync(cancellationToken);
        return Rupiah.Sum(waiting.Select(w => new Rupiah(w.Amount.Amount * RefundWish.Read(w.Details).Percents.GetValueOrDefault(RefundBearer.Seller) / RefundDecision.Whole)));
    }
}
