using Komeji.Application.Common;
using Komeji.Application.Payouts.Providers;
using Komeji.Application.Stores;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payouts;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payouts.Desk;

/// <summary>What officers of finance may look at and decide of payouts.</summary>
static class PayoutsOnDesk
{
    public static Actor Treasurer(this ICurrentUser user) => Actor.Staff(user.Require().Value, Roles.Finance);

    /// <summary>A payout to decide about, which is nothing of the officer's own; what is heard of it meanwhile waits.</summary>
    /// <exception cref="NotFound">No such payout.</exception>
    /// <exception cref="RuleBroken"><c>staff.own_case</c></exception>
    public static async Task<Payout> PayoutToJudge(this IKomejiDb db, ICurrentUser user, PayoutId id, CancellationToken cancellationToken)
    {
        await db.TakeTurn(PayoutTurns.Of(id), cancellationToken);
        var payout = await db.Payouts.Include(p => p.Attempts).SingleOrDefaultAsync(p => p.Id == id, cancellationToken) ?? throw new NotFound();
        await db.RequireUntied(user.Require(), payout.StoreId, cancellationToken);
        return payout;
    }

    /// <summary>
    /// What keeps payouts from going on towards the bank: the shop owes money, its account is not what it was when it was asked for,
    /// or the bank sent money back from there and nobody has made sure of it since.
    /// </summary>
    /// <returns>Those that are kept, with why.</returns>
    public static async Task<IReadOnlyDictionary<PayoutId, RuleBroken>> Obstacles(this IKomejiDb db, IReadOnlyCollection<Payout> payouts, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var stores = payouts.Select(p => p.StoreId).Distinct().ToList();
        var keys = stores.ConvertAll(s => s.Value.ToString());
        var account = Chart.SellerBalance.Code;
        var owing = (await db.Entries.Where(e => e.Account == account && keys.Contains(e.AccountKey)).GroupBy(e => e.AccountKey)
            .Select(g => new { g.Key, Sum = g.Sum(e => (long)e.Amount) }).Where(b => b.Sum > 0).Select(b => b.Key).ToListAsync(cancellationToken)).ToHashSet();
        var profiles = await db.Stores.Where(s => stores.Contains(s.Id))
            .Join(db.LegalProfiles, s => s.OwnerId, p => p.OwnerId, (s, p) => new { s.Id, p.AccountIndex, p.NextAccountIndex, p.NextAccountFrom }).ToDictionaryAsync(p => p.Id, cancellationToken);
        var returned = await db.PayoutPlans.Where(p => stores.Contains(p.StoreId) && p.ReturnedAccount != "")
            .Select(p => new { p.StoreId, p.ReturnedAccount }).ToDictionaryAsync(p => p.StoreId, p => p.ReturnedAccount, cancellationToken);
        var found = new Dictionary<PayoutId, RuleBroken>();
        foreach (var payout in payouts)
        {
            var told = profiles.GetValueOrDefault(payout.StoreId);
            if (owing.Contains(payout.StoreId.Value.ToString()))
            {
                found[payout.Id] = new RuleBroken("payout.debt", "Saldo toko ini kurang dari nol karena sengketa atau pengembalian dana. Tolak atau tunda pencairannya, agar uangnya menutup kekurangan itu.");
            }
            else if (told is null || (told.NextAccountFrom <= now ? told.NextAccountIndex : told.AccountIndex) != payout.AccountIndex || told.NextAccountFrom > now)
            {
                found[payout.Id] = new RuleBroken("payout.account_changed", "Rekening toko ini sudah atau sedang diganti sejak pencairan diminta. Tolak pencairannya; penjual memintanya lagi ke rekening yang berlaku.");
            }
            else if (returned.GetValueOrDefault(payout.StoreId) == payout.AccountIndex)
            {
                found[payout.Id] = new RuleBroken("payout.account_returned", "Bank mengembalikan pencairan lain dari rekening ini. Pastikan dahulu rekeningnya benar, atau tolak pencairannya agar penjual mengganti rekening.");
            }
        }

        return found;
    }

    /// <exception cref="RuleBroken"><c>payout.debt</c>, <c>payout.account_changed</c>, <c>payout.account_returned</c></exception>
    public static async Task RequireNoObstacle(this IKomejiDb db, Payout payout, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if ((await db.Obstacles([payout], now, cancellationToken)).GetValueOrDefault(payout.Id) is { } obstacle)
        {
            throw obstacle;
        }
    }
}
