using Komeji.Domain.Common;

namespace Komeji.Domain.Catalog;

/// <summary>Goods that may not be listed, and goods a person of the cooperative looks at. The list is data (<c>restricted-goods.csv</c>), each line with its source.</summary>
public static class RestrictedGoods
{
    static readonly IReadOnlyList<Line> Lines = [.. ShippedList.Read("restricted-goods.csv").Select(row => new Line(Phrases(row[0]), Phrases(row[1]), row[2] == "refuse", row[3], row[4]))];

    /// <exception cref="RuleBroken"><c>product.prohibited</c></exception>
    public static void CheckName(string name)
    {
        if (Found(name).FirstOrDefault(f => f.Refused) is { } found)
        {
            throw new RuleBroken("product.prohibited", $"“{found.Words}” tidak boleh dijual di sini: {found.Reason} ({found.Source}). Bila barang Anda lain, ganti namanya agar jelas.");
        }
    }

    /// <summary>What makes a person look: review words in the name, and in the description prohibited ones, also with a word of an exception beside them.</summary>
    public static GoodsFlag? FlagOf(string name, string description) =>
        Found(name).Select(f => f with { Refused = false }).FirstOrDefault() ?? Found(description).FirstOrDefault(f => f.MayNotBe);

    /// <summary>What may not stand in a shop's name or in what it says of itself.</summary>
    /// <exception cref="RuleBroken"><c>store.prohibited</c></exception>
    public static void CheckShop(string name, string description)
    {
        if (Found(name).Concat(Found(description)).FirstOrDefault(f => f.Refused) is { } found)
        {
            throw new RuleBroken("store.prohibited", $"“{found.Words}” tidak boleh dijual di sini: {found.Reason} ({found.Source}). Hapus dari nama atau keterangan toko, atau ganti katanya agar jelas.");
        }
    }

    /// <summary>Finds words of the list. An exception beside them keeps review words silent, and makes prohibited ones something to look at: one word does not disarm a line.</summary>
    static IEnumerable<GoodsFlag> Found(string text)
    {
        var folded = $" {SearchWords.Fold(text)} ";
        return from line in Lines
               from words in line.Words
               where Has(folded, words)
               let excepted = line.Except.Any(e => Has(folded, e))
               where line.Refused || !excepted
               select new GoodsFlag(words, line.Reason, line.Source, line.Refused && !excepted) { MayNotBe = line.Refused };
    }

    /// <summary>As whole words.</summary>
    static bool Has(string folded, string words) => folded.Contains($" {words} ", StringComparison.Ordinal);

    static string[] Phrases(string cell) => cell.Split('|', StringSplitOptions.RemoveEmptyEntries);

    sealed record Line(IReadOnlyList<string> Words, IReadOnlyList<string> Except, bool Refused, string Reason, string Source);
}

/// <param name="Refused">May not be listed at all.</param>
public sealed record GoodsFlag(string Words, string Reason, string Source, bool Refused)
{
    /// <summary>Of a prohibited line, whether an exception stands beside the words or not.</summary>
    internal bool MayNotBe { get; init; }
}

/// <summary>A listing has words a person of the cooperative should look at.</summary>
public sealed record ProductFlagged(ProductId Product, string Name, GoodsFlag Flag, DateTimeOffset At);
