using System.Globalization;
using System.Text;
using Komeji.Domain.Common;

namespace Komeji.Domain.Stores;

/// <summary>
/// A shop's name, which no other shop's may be mistaken for. What decides is its skeleton: the letters as the eye takes them,
/// whatever script or digit they come from, without marks, spaces or signs. <c>Dapur Bu Sri</c>, <c>DAPUR  BU-SRI</c> and
/// <c>Dapur Вu 5ri</c> with a Cyrillic В have one skeleton, so only one of them can be.
/// </summary>
public static class StoreName
{
    public const int Least = 3;
    public const int Longest = 60;

    /// <summary>Whoever bears one of these in its name seems to speak for the cooperative or the office.</summary>
    static readonly string[] Reserved = ["rtik", "dinas", "kemenkop", "diskop"];
    const string Ours = "komeji";

    /// <summary>Letters that look like Latin ones, each as the one it is taken for.</summary>
    static readonly Dictionary<char, string> Lookalikes = Pairs(
        "аa вb сc ԁd еe һh іi јj кk ӏl мm нh оo рp ԛq ѕs тt уy ѵv ԝw хx гr ьb " +
        "αa βb εe ηn ιi κk νv οo ρp τt υu χx ωw " +
        "օo սu հh ոn ցg " +
        "ıi ɑa ɡg ƒf øo đd ħh ſs łl ɪi ʀr ʏy ʟl ɴn ʙb ʜh ɢg ꜱs ᴀa ᴄc ᴅd ᴇe ᴊj ᴋk ᴍm ᴏo ᴘp ᴛt ᴜu ᴠv ᴡw ᴢz");

    /// <exception cref="RuleBroken"><c>store.name</c>, <c>store.name_letters</c>, <c>store.name_reserved</c></exception>
    public static string Require(string? text)
    {
        var name = PlainText.Name(text);
        if (name.Length is < Least or > Longest || PlainText.Read(name) != name)
        {
            throw new RuleBroken("store.name", "Nama toko 3 sampai 60 huruf.");
        }

        if (Words(name).Any(IsOfMixedLetters) || SkeletonOf(name).Length < 2)
        {
            throw new RuleBroken("store.name_letters", "Tulis nama toko dengan huruf biasa. Satu kata tidak boleh mencampur abjad yang berbeda.");
        }

        if (SeemsOfficial(name))
        {
            throw new RuleBroken("store.name_reserved", "Nama Komeji, RTIK, dan dinas tidak bisa dipakai toko, agar pembeli tidak mengira toko ini milik koperasi atau pemerintah. Pilih nama lain.");
        }

        return name;
    }

    /// <summary>What the eye takes a name for. Two names with one skeleton are mistaken for each other.</summary>
    public static string SkeletonOf(string name) => string.Concat(Words(name).Select(Bones));

    /// <summary>Whether one of its words mixes alphabets.</summary>
    public static bool MixesLetters(string text) =>
        new string([.. text.Select(c => char.IsLetter(c) ? c : ' ')]).Split(' ', StringSplitOptions.RemoveEmptyEntries).Any(IsOfMixedLetters);

    static bool SeemsOfficial(string name)
    {
        var words = Words(name).Select(Bones).ToList();
        return SkeletonOf(name).StartsWith(Bones(Ours), StringComparison.Ordinal)
            || words.Any(word => word.Contains(Bones(Ours), StringComparison.Ordinal) || Reserved.Any(r => word == Bones(r)));
    }

    static IEnumerable<string> Words(string name) =>
        name.Split([.. " -_.,'’`&/+()\"|:;!*#@"], StringSplitOptions.RemoveEmptyEntries);

    static string Bones(string word)
    {
        var plain = new StringBuilder(word.Length);
        var hasLetter = word.Any(char.IsLetter);
        foreach (var letter in word.Normalize(NormalizationForm.FormKD).ToLowerInvariant().Where(char.IsLetterOrDigit))
        {
            plain.Append(Lookalikes.TryGetValue(letter, out var latin) ? latin : hasLetter ? TakenForLetter(letter) : letter.ToString());
        }

        return plain.Replace("rn", "m").Replace("vv", "w").Replace('i', 'l').ToString();
    }

    /// <summary>A digit within a word is read as a letter.</summary>
    static string TakenForLetter(char letter) => letter switch
    {
        '0' => "o",
        '1' => "l",
        '3' => "e",
        '4' => "a",
        '5' => "s",
        _ => letter.ToString(),
    };

    /// <summary>Latin beside Cyrillic, Greek or another script in one word is made to deceive.</summary>
    static bool IsOfMixedLetters(string word) => word.Where(char.IsLetter).Select(IsLatin).Distinct().Count() > 1;

    static bool IsLatin(char letter) => letter is < '\u02B0' or (>= '\u1D00' and <= '\u1DBF') or (>= '\u1E00' and <= '\u1EFF') or '\uA731' || char.GetUnicodeCategory(letter) == UnicodeCategory.ModifierLetter;

    static Dictionary<char, string> Pairs(string written) =>
        written.Split(' ', StringSplitOptions.RemoveEmptyEntries).DistinctBy(pair => pair[0]).ToDictionary(pair => pair[0], pair => pair[1..]);
}
