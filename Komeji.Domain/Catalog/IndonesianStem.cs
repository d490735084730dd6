namespace Komeji.Domain.Catalog;

/// <summary>
/// The stem of an Indonesian word (Tala 2003): makanan and memakan are makan. It follows the <c>indonesian</c> dictionary of
/// PostgreSQL, so that both databases know the same forms of a word; a test compares the two.
/// </summary>
public static class IndonesianStem
{
    /// <summary>Which prefix was taken decides which endings may follow.</summary>
    enum Prefix
    {
        None,
        Verb,
        Abstract,
        Doer,
        State,
    }

    public static string Of(string word)
    {
        var left = new Left(word);
        if (left.MayLose)
        {
            left.LoseEnd("kah", "lah", "pun");
        }

        if (left.MayLose)
        {
            left.LoseEnd("ku", "mu", "nya");
        }

        if (left.MayLose)
        {
            LoseAffixes(left);
        }

        return left.Word;
    }

    static void LoseAffixes(Left left)
    {
        var prefix = First(left);
        if (prefix != Prefix.None)
        {
            if (left.MayLose && Ending(left, prefix) && left.MayLose)
            {
                Second(left);
            }

            return;
        }

        prefix = Second(left);
        if (left.MayLose)
        {
            Ending(left, prefix);
        }
    }

    static Prefix First(Left left)
    {
        var word = left.Word;
        if (Begins(word, "meny") && IsVowel(word, 4))
        {
            return left.Change("s" + word[4..], Prefix.Verb);
        }

        if (Begins(word, "peny") && IsVowel(word, 4))
        {
            return left.Change("s" + word[4..], Prefix.Abstract);
        }

        if (Begins(word, "mem") || Begins(word, "pem"))
        {
            return left.Change((IsVowel(word, 3) ? "p" : "") + word[3..], word[0] == 'm' ? Prefix.Verb : Prefix.Abstract);
        }

        foreach (var (beginning, kind) in new[] { ("meng", Prefix.Verb), ("peng", Prefix.Abstract), ("men", Prefix.Verb), ("ter", Prefix.Verb), ("pen", Prefix.Abstract), ("di", Prefix.Verb), ("me", Prefix.Verb), ("ke", Prefix.Abstract) })
        {
            if (Begins(word, beginning))
            {
                return left.Change(word[beginning.Length..], kind);
            }
        }

        return Prefix.None;
    }

    static Prefix Second(Left left)
    {
        var word = left.Word;
        if (Begins(word, "belajar") || Begins(word, "pelajar"))
        {
            return left.Change(word[3..], word[0] == 'b' ? Prefix.State : Prefix.Doer);
        }

        if (Begins(word, "ber") || (Begins(word, "be") && word.Length > 4 && !IsVowel(word, 2) && word[3] == 'e' && word[4] == 'r'))
        {
            return left.Change(word[(Begins(word, "ber") ? 3 : 2)..], Prefix.State);
        }

        if (Begins(word, "per") || Begins(word, "pe"))
        {
            return left.Change(word[(Begins(word, "per") ? 3 : 2)..], Prefix.Doer);
        }

        return Prefix.None;
    }

    static bool Ending(Left left, Prefix prefix)
    {
        var word = left.Word;
        return (prefix is not (Prefix.Abstract or Prefix.Doer) && left.LoseEnd("kan"))
            || (prefix != Prefix.Verb && left.LoseEnd("an"))
            || (prefix is Prefix.None or Prefix.Verb or Prefix.Doer && word.Length > 1 && word[^2] != 's' && left.LoseEnd("i"));
    }

    static bool Begins(string word, string beginning) => word.StartsWith(beginning, StringComparison.Ordinal);

    static bool IsVowel(string word, int at) => at < word.Length && word[at] is 'a' or 'e' or 'i' or 'o' or 'u';

    /// <summary>What is left of the word, and of its syllables: below three nothing more is taken.</summary>
    sealed class Left(string word)
    {
        int syllables = Enumerable.Range(0, word.Length).Count(i => IsVowel(word, i));

        public string Word { get; private set; } = word;

        public bool MayLose => syllables > 2;

        public bool LoseEnd(params ReadOnlySpan<string> endings)
        {
            foreach (var ending in endings)
            {
                if (Word.EndsWith(ending, StringComparison.Ordinal))
                {
                    Word = Word[..^ending.Length];
                    syllables--;
                    return true;
                }
            }

            return false;
        }

        public Prefix Change(string rest, Prefix prefix)
        {
            (Word, syllables) = (rest, syllables - 1);
            return prefix;
        }
    }
}
