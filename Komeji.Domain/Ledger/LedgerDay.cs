using Komeji.Domain.Common;

namespace Komeji.Domain.Ledger;

/// <summary>
/// A day of the books that is over, in WIB, with the hash of its journals after the hash of the day before: whoever changes a journal
/// of long ago would have to change every day since. Rows are written once; the database refuses anything else.
/// </summary>
public sealed class LedgerDay
{
    /// <summary>What the first day goes on from.</summary>
    public static readonly string Beginning = new('0', 64);

    LedgerDay() { }

    public LedgerDay(DateOnly day, string before, string hash, int journals, int entries, DateTimeOffset now)
    {
        Day = day;
        Before = before;
        Hash = hash;
        Journals = journals;
        Entries = entries;
        ClosedAt = now;
    }

    public DateOnly Day { get; private set; }

    /// <summary>Hash of the day before.</summary>
    public string Before { get; private set; } = "";
    public string Hash { get; private set; } = "";
    public int Journals { get; private set; }
    public int Entries { get; private set; }
    public DateTimeOffset ClosedAt { get; private set; }

    /// <summary>A whole further day is over, too: nothing is under way that long, and what is booked by a clock that is some hours behind is not shut out.</summary>
    public static bool MayClose(DateOnly day, DateTimeOffset now) => now >= Wib.StartOf(day.AddDays(2));
}

/// <summary>What a closed day booked on an account: per key where there are few, else of all keys together under an empty one.</summary>
public sealed class DayTotal
{
    DayTotal() { }

    public DayTotal(DateOnly day, int account, string accountKey, Rupiah debit, Rupiah credit)
    {
        Day = day;
        Account = account;
        AccountKey = accountKey;
        Debit = debit;
        Credit = credit;
    }

    public DateOnly Day { get; private set; }
    public int Account { get; private set; }
    public string AccountKey { get; private set; } = "";
    public Rupiah Debit { get; private set; }
    public Rupiah Credit { get; private set; }
}

/// <summary>What a key of an account held at the end of the last closed day. What holds nothing has no row, so there are as many as things still open.</summary>
public sealed class KeyBalance
{
    KeyBalance() { }

    public int Account { get; private set; }
    public string AccountKey { get; private set; } = "";

    /// <summary>Debit positive, credit negative.</summary>
    public Rupiah Balance { get; private set; }
}
