using System.Globalization;
using LedgerAccount = Komeji.Domain.Ledger.Account;

namespace Komeji.Web.Areas.Shared;

/// <summary>How keys, days and months of the books are written.</summary>
public static class LedgerWords
{
    static readonly CultureInfo Indonesian = new("id-ID");

    /// <summary>The account's name, with its key where each is shown on its own.</summary>
    public static string Line(LedgerAccount account, string key) => key.Length == 0 ? account.Name : $"{account.Name}, {Key(account, key)}";

    /// <summary><c>2026-10</c> is <c>Oktober 2026</c>; another key is itself.</summary>
    public static string Key(LedgerAccount account, string key) =>
        account.KeyedBy is "month" or "period" ? Month(key) : key;

    /// <summary>The same for a month as addresses name it.</summary>
    public static string Month(string name) =>
        DateOnly.TryParseExact(name + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var first) ? Month(first) : name;

    public static string Month(DateOnly first) => first.ToString("MMMM yyyy", Indonesian);

    /// <summary>As addresses name a day.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    /// <summary>The page with the entries of a key.</summary>
    public static string Entries(LedgerAccount account, string key, DateOnly day) => $"/operator/posisi-dana/{account.Code}/mutasi?kunci={Uri.EscapeDataString(key)}&hari={Day(day)}";

    /// <summary>The page behind a line: its entries where it is a single key, else its keys.</summary>
    public static string Open(LedgerAccount account, string key, DateOnly day) => account.HasFewKeys ? Entries(account, key, day) : $"/operator/posisi-dana/{account.Code}?hari={Day(day)}";
}
