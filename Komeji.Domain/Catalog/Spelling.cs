namespace Komeji.Domain.Catalog;

/// <summary>One spelling for words that are written in several ways, and the words that say nothing.</summary>
public static class Spelling
{
    static readonly Dictionary<string, string> Known = Pairs(
        """
        kerupuk krupuk kerupok krupok
        keripik kripik keripek
        cabai cabe lombok
        sambal sambel
        terasi trasi
        telur telor
        cokelat coklat
        arabika arabica
        sirup sirop
        kue kueh
        mie mi bakmi
        tape tapai
        getuk gethuk
        wedang wedhang
        petis pethis
        rengginang renginang rengginan ranginang
        rempeyek peyek
        serundeng srundeng
        durian duren
        camilan cemilan snack
        beku frozen
        organik organic
        kaos kaus
        jilbab hijab kerudung
        permak vermak
        seprai sprei seprei
        sandal sendal
        gedog gedhog
        suvenir souvenir sovenir
        aksesori aksesoris asesoris
        mebel meubel furnitur furniture
        hijau ijo
        ponsel hp hape handphone smartphone
        televisi tv
        laptop notebook
        komputer computer
        servis service serpis
        foto photo
        les kursus
        katering catering
        pangkas cukur
        binatu laundry
        jahit jait
        """);

    static readonly HashSet<string> Empty =
    [
        "yang", "dan", "di", "ke", "dari", "untuk", "dengan", "atau", "ini", "itu", "pada", "oleh", "para", "dalam", "bagi", "the", "of", "and", "for",
    ];

    /// <summary>The word in the spelling everything is searched by.</summary>
    public static string Of(string word) => Known.GetValueOrDefault(word, word);

    /// <summary>Words of which another spelling begins so: "krup" is the beginning of kerupuk.</summary>
    public static IEnumerable<string> Beginning(string beginning) =>
        Known.Where(pair => pair.Key.StartsWith(beginning, StringComparison.Ordinal)).Select(pair => pair.Value).Distinct();

    public static bool SaysNothing(string word) => Empty.Contains(word);

    /// <summary>How many letters may be wrong before a word is another one.</summary>
    public static int Tolerance(string word) => word.Length switch { < 4 => 0, < 6 => 1, < 11 => 2, _ => 3 };

    /// <summary>
    /// Of the words there are, the one this was most likely meant to be: the fewest letters added, lost, changed or swapped, then
    /// the one most products have.
    /// </summary>
    /// <returns>Null when none is near enough.</returns>
    public static string? Nearest(string word, IEnumerable<(string Word, long Products)> among) =>
        among.Select(known => (known.Word, known.Products, Distance: Distance(word, known.Word)))
            .Where(known => known.Distance <= Tolerance(word))
            .OrderBy(known => known.Distance).ThenByDescending(known => known.Products).ThenBy(known => known.Word, StringComparer.Ordinal)
            .Select(known => known.Word).FirstOrDefault();

    /// <summary>Letters added, lost, changed, or swapped with their neighbour.</summary>
    public static int Distance(string one, string other)
    {
        var rows = new int[one.Length + 1, other.Length + 1];
        for (var i = 0; i <= one.Length; i++)
        {
            for (var j = 0; j <= other.Length; j++)
            {
                rows[i, j] = i == 0 || j == 0 ? i + j : Step(i, j);
            }
        }

        return rows[one.Length, other.Length];

        int Step(int i, int j)
        {
            var least = Math.Min(Math.Min(rows[i - 1, j], rows[i, j - 1]) + 1, rows[i - 1, j - 1] + (one[i - 1] == other[j - 1] ? 0 : 1));
            var swapped = i > 1 && j > 1 && one[i - 1] == other[j - 2] && one[i - 2] == other[j - 1];
            return swapped ? Math.Min(least, rows[i - 2, j - 2] + 1) : least;
        }
    }

    /// <summary>Each line: the spelling to keep, then the others.</summary>
    static Dictionary<string, string> Pairs(string lines) =>
        lines.Split('\n', StringSplitOptions.TrimEntries).Select(line => line.Split(' '))
            .SelectMany(words => words.Skip(1).Select(other => (other, words[0])))
            .ToDictionary(pair => pair.other, pair => pair.Item2);
}
