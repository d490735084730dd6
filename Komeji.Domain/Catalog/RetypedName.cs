using Komeji.Domain.Stores;

namespace Komeji.Domain.Catalog;

/// <summary>
/// Whether a listing's name is that of one taken off display, typed anew: the same to the eye, a letter or two apart, in another
/// order, with words added, or without the words it was flagged for.
/// </summary>
public static class RetypedName
{
    /// <summary>One letter in so many may be another.</summary>
    const int LettersForASlip = 6;
    const int MostSlips = 3;

    /// <param name="flagged">The words for which it was looked at, folded; they need not stand in the name.</param>
    public static bool IsOf(string withheld, string flagged, string name)
    {
        var (known, typed) = (StoreName.SkeletonOf(withheld), StoreName.SkeletonOf(name));
        if (known.Length == 0)
        {
            return false;
        }

        var (knownWords, words) = (Words(withheld), Words(name));
        return words.SetEquals(knownWords) || (knownWords.Count > 1 && knownWords.IsSubsetOf(words)) || IsSlip(known, typed) || IsRest(withheld, flagged, typed);
    }

    static bool IsSlip(string known, string typed)
    {
        var allowed = Math.Min(Math.Max(known.Length, typed.Length) / LettersForASlip, MostSlips);
        return Math.Abs(known.Length - typed.Length) <= allowed && Spelling.Distance(known, typed) <= allowed;
    }

    /// <summary>A single word that is left says too little.</summary>
    static bool IsRest(string withheld, string flagged, string typed)
    {
        var rest = $" {SearchWords.Fold(withheld)} ".Replace($" {flagged} ", " ", StringComparison.Ordinal).Trim();
        return rest.Contains(' ', StringComparison.Ordinal) && StoreName.SkeletonOf(rest) == typed;
    }

    static HashSet<string> Words(string name) => [.. SearchTerms.Of(name).Select(StoreName.SkeletonOf).Where(word => word.Length > 0)];
}
