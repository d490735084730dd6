using Komeji.Domain.Common;

namespace Komeji.Domain.Ledger;

/// <summary>
/// One event in the books: entries that sum to zero, under a key that makes it happen once. It is never changed or removed; a
/// correction is another journal. The database refuses an unbalanced, empty, changed or appended-to journal as well.
/// </summary>
public sealed class Journal
{
    readonly List<Entry> entries = [];

    Journal() { }

    public JournalId Id { get; private set; }

    /// <summary>Unique for ever: the rule's word and the id of the thing that happened, such as <c>release:{order}</c>.</summary>
    public string Key { get; private set; } = "";

    /// <summary>The posting rule, <c>P1</c> to <c>P19</c>.</summary>
    public string Rule { get; private set; } = "";
    public string Memo { get; private set; } = "";

    /// <summary>When it happened in the world.</summary>
    public DateTimeOffset EventAt { get; private set; }
    public DateTimeOffset BookedAt { get; private set; }

    /// <summary>The month in WIB it counts in, <c>yyyy-MM</c>, frozen when booked.</summary>
    public string Period { get; private set; } = "";
    public OrderId? OrderId { get; private set; }
    public PurchaseId? PurchaseId { get; private set; }

    /// <summary>How many entries it has, announced so that the database can refuse another.</summary>
    public int LineCount { get; private set; }
    public IReadOnlyList<Entry> Entries => entries;

    /// <exception cref="InvalidOperationException">The entries do not balance or there are fewer than two: a fault of the rule, not of a person.</exception>
    internal static Journal Post(string key, string rule, string memo, DateTimeOffset eventAt, DateTimeOffset now, OrderId? orderId, PurchaseId? purchaseId, IEnumerable<(Account Account, string Key, Rupiah Amount)> lines)
    {
        var journal = new Journal
        {
            Id = JournalId.New(now),
            Key = key,
            Rule = rule,
            Memo = memo,
            EventAt = eventAt,
            BookedAt = now,
            Period = Wib.PeriodOf(now),
            OrderId = orderId,
            PurchaseId = purchaseId,
        };
        journal.entries.AddRange(lines.Where(l => !l.Amount.IsZero).Select(l => new Entry(journal.Id, l.Account.Code, l.Key, l.Amount)));
        journal.LineCount = journal.entries.Count;
        if (journal.LineCount < 2 || !Rupiah.Sum(journal.entries.Select(e => e.Amount)).IsZero)
        {
            throw new InvalidOperationException($"Journal {key} does not balance: {string.Join("; ", journal.entries.Select(e => $"{e.Account} {e.AccountKey} {e.Amount}"))}");
        }

        return journal;
    }
}

/// <summary>A signed amount on an account: debit positive, credit negative.</summary>
public sealed class Entry
{
    Entry() { }

    internal Entry(JournalId journalId, int account, string accountKey, Rupiah amount)
    {
        JournalId = journalId;
        Account = account;
        AccountKey = accountKey;
        Amount = amount;
    }

    public long Id { get; private set; }
    public JournalId JournalId { get; private set; }
    public int Account { get; private set; }
    public string AccountKey { get; private set; } = "";
    public Rupiah Amount { get; private set; }
}
