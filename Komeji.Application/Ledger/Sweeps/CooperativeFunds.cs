using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger.Sweeps;

/// <summary>
/// How much of the escrow account is the cooperative's: what is left of provider and escrow account once everybody else has been
/// covered. Buyers, sellers, payouts on their way, the month's pool and money nobody knows yet come first; taxes are paid from the
/// cooperative's own account and may move with it.
/// </summary>
public sealed class CooperativeFunds(IKomejiDb db)
{
    static readonly List<int> Held = [Chart.ProviderClearing.Code, Chart.EscrowAtProvider.Code];

    static readonly List<int> Others =
        [.. Chart.All.Where(a => a.Kind == AccountKind.Liability && a != Chart.VatPayable && a != Chart.IncomeTaxWithheld).Select(a => a.Code)];

    public async Task<FundsNow> Now(CancellationToken cancellationToken)
    {
        var sums = await db.Entries.GroupBy(e => e.Account).Select(g => new { g.Key, Sum = g.Sum(e => (long)e.Amount) }).ToDictionaryAsync(g => g.Key, g => g.Sum, cancellationToken);
        long Of(int account) => sums.GetValueOrDefault(account);
        var escrow = Of(Chart.EscrowAtProvider.Code);
        var owed = -Others.Sum(Of);
        var free = Math.Min(escrow, Held.Sum(Of) - owed);
        return new FundsNow(new Rupiah(escrow), new Rupiah(Of(Chart.CooperativeBank.Code)), new Rupiah(owed), new Rupiah(Math.Max(0, free)));
    }
}

/// <param name="Escrow">Account 1020.</param>
/// <param name="Own">Account 1021.</param>
/// <param name="Owed">To buyers, sellers, communities and whoever paid what nobody knows yet.</param>
/// <param name="Movable">What may be moved to the cooperative now.</param>
public sealed record FundsNow(Rupiah Escrow, Rupiah Own, Rupiah Owed, Rupiah Movable);
