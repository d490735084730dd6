using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Taxes;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Taxes.Desk;

public enum TaxMonthStanding
{
    /// <summary>The month is not over.</summary>
    Running,
    Nothing,
    Due,
    Overdue,

    /// <summary>Waits for the second officer.</summary>
    Prepared,
    Remitted,
}

/// <summary>The tax of a month as the books have it.</summary>
/// <param name="Arisen">Booked when orders were released, or complete and paid in cash.</param>
/// <param name="TakenBack">Of that, given up again before the month was remitted.</param>
/// <param name="Owed">What is still to be paid to the State.</param>
/// <param name="Recoverable">Given up after the State had it: it is claimed back or set off.</param>
/// <param name="DueOn">The last day to pay it.</param>
public sealed record TaxMonthRow(TaxMonth Month, Rupiah Arisen, Rupiah TakenBack, Rupiah Remitted, Rupiah Owed, Rupiah Recoverable, DateOnly DueOn, TaxMonthStanding Standing);

/// <summary>Months of tax, summed from the ledger's entries.</summary>
static class TaxMonths
{
    /// <param name="months">What their name begins with: a year with its dash, or one month.</param>
    /// <returns>Newest first.</returns>
    public static async Task<IReadOnlyList<TaxMonthRow>> TaxMonthsOf(this IKomejiDb db, string months, SettingsInForce settings, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var codes = TaxKinds.All.Select(t => t.Owed().Code).ToList();
        var owed = await (from entry in db.Entries
                          join journal in db.Journals on entry.JournalId equals journal.Id
                          where codes.Contains(entry.Account) && entry.AccountKey.StartsWith(months)
                          group new { Amount = (long)entry.Amount } by new { entry.Account, entry.AccountKey, journal.Rule } into same
                          select new { same.Key.Account, same.Key.AccountKey, same.Key.Rule, Sum = same.Sum(x => x.Amount) }).ToListAsync(cancellationToken);
        var back = await db.Entries.Where(e => e.Account == Chart.TaxRecoverable.Code).GroupBy(e => e.AccountKey)
            .Select(g => new { g.Key, Sum = g.Sum(e => (long)e.Amount) }).ToDictionaryAsync(b => b.Key, b => b.Sum, cancellationToken);
        var prepared = (await db.TaxRemittances.Where(r => r.State == TaxRemittanceState.Prepared).Select(r => new { r.Tax, r.Month }).ToListAsync(cancellationToken))
            .Select(r => new TaxMonth(r.Tax, r.Month)).ToHashSet();
        var days = await DueDays(settings, cancellationToken);
        var rows = new List<TaxMonthRow>();
        foreach (var month in owed.GroupBy(o => new TaxMonth(TaxKinds.All.Single(t => t.Owed().Code == o.Account), o.AccountKey)))
        {
            Rupiah Booked(Func<string, bool> rule) => new(month.Where(o => rule(o.Rule)).Sum(o => o.Sum));
            var (arisen, remitted, left) = (-Booked(r => r is "P5" or "P18"), Booked(r => r == "P15"), -Booked(_ => true));
            var due = month.Key.DayAfter(days[month.Key.Tax]);
            var standing = Standing(month.Key, left, remitted, prepared.Contains(month.Key), due, now);
            rows.Add(new TaxMonthRow(month.Key, arisen, arisen - remitted - left, remitted, left, new Rupiah(back.GetValueOrDefault(month.Key.RecoverableKey)), due, standing));
        }

        return [.. rows.OrderByDescending(r => r.Month.Month, StringComparer.Ordinal).ThenBy(r => r.Month.Tax)];
    }

    /// <summary>A month in which nothing was booked.</summary>
    public static async Task<TaxMonthRow> Empty(TaxMonth month, SettingsInForce settings, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var due = month.DayAfter((await DueDays(settings, cancellationToken))[month.Tax]);
        return new TaxMonthRow(month, Rupiah.Zero, Rupiah.Zero, Rupiah.Zero, Rupiah.Zero, Rupiah.Zero, due, Standing(month, Rupiah.Zero, Rupiah.Zero, false, due, now));
    }

    static async Task<Dictionary<TaxKind, int>> DueDays(SettingsInForce settings, CancellationToken cancellationToken) => new()
    {
        [TaxKind.ServiceFeeVat] = await settings.Number(SettingCatalogue.VatDueDay, cancellationToken),
        [TaxKind.MarketplaceIncomeTax] = await settings.Number(SettingCatalogue.IncomeTaxDueDay, cancellationToken),
    };

    static TaxMonthStanding Standing(TaxMonth month, Rupiah owed, Rupiah remitted, bool isPrepared, DateOnly due, DateTimeOffset now) =>
        !month.IsOver(Wib.PeriodOf(now)) ? TaxMonthStanding.Running
        : isPrepared ? TaxMonthStanding.Prepared
        : owed.IsPositive ? (Wib.DayOf(now) > due ? TaxMonthStanding.Overdue : TaxMonthStanding.Due)
        : remitted.IsPositive ? TaxMonthStanding.Remitted
        : TaxMonthStanding.Nothing;
}
