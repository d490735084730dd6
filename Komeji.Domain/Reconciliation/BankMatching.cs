using Komeji.Domain.Common;

namespace Komeji.Domain.Reconciliation;

/// <summary>An entry of the ledger that no line at the bank belongs to yet.</summary>
/// <param name="Key">Of its journal: <c>settle:…</c>, <c>refund-transfer:…</c>.</param>
public sealed record OpenEntry(long Id, string Key, DateOnly Day, Rupiah Amount);

/// <summary>
/// Which line at the bank is which journal: the amount is the same, the line names the journal, the days are near, and nothing else on
/// either side fits as well. Everything else is left to a person.
/// </summary>
public static class BankMatching
{
    /// <summary>A shorter id is looked for as the whole reference only: it could stand in any text by chance.</summary>
    const int ShortestInText = 6;

    /// <param name="days">How far the days may be apart.</param>
    /// <returns>Each line with its entry, or with why it has none.</returns>
    public static IReadOnlyList<(BankLine Line, OpenEntry? Entry, BankDoubt Doubt)> Of(IReadOnlyList<BankLine> lines, IReadOnlyList<OpenEntry> entries, int days)
    {
        var byDay = entries.ToLookup(e => e.Day);
        var named = lines.Select(line => (Line: line, Entries: Near(line, byDay, days).Where(e => Names(line, e.Key)).ToList())).ToList();
        var wanted = named.SelectMany(n => Fitting(n.Line, n.Entries)).CountBy(e => e.Id).ToDictionary();
        return [.. named.Select(n =>
        {
            var fitting = Fitting(n.Line, n.Entries).ToList();
            var only = fitting.Count == 1 && wanted[fitting[0].Id] == 1 ? fitting[0] : null;
            var doubt = only is not null || n.Entries.Count == 0 ? BankDoubt.None : fitting.Count > 0 ? BankDoubt.SeveralFit : BankDoubt.OtherAmount;
            return (n.Line, only, doubt);
        })];
    }

    static IEnumerable<OpenEntry> Fitting(BankLine line, IEnumerable<OpenEntry> named) => named.Where(e => e.Amount == line.Amount);

    /// <summary>The last part of a journal's key is the id the world outside knows it by: a transfer's reference, a settlement, a payout's number, the State's number of a tax.</summary>
    public static bool Names(BankLine line, string key)
    {
        var id = Plain(key[(key.LastIndexOf(':') + 1)..]);
        return id.Length > 0 && (id == Plain(line.Reference)
            || (id.Length >= ShortestInText && (Plain(line.Reference).Contains(id, StringComparison.Ordinal) || Plain(line.Text).Contains(id, StringComparison.Ordinal))));
    }

    static IEnumerable<OpenEntry> Near(BankLine line, ILookup<DateOnly, OpenEntry> byDay, int days) =>
        Enumerable.Range(-days, (2 * days) + 1).SelectMany(apart => byDay[line.Day.AddDays(apart)]);

    /// <summary>Banks add spaces and strokes to references, and write them in capitals.</summary>
    static string Plain(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit)).ToUpperInvariant();
}
