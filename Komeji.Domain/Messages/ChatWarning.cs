using System.Text.RegularExpressions;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;

namespace Komeji.Domain.Messages;

/// <summary>What of a message its reader is warned about. Nothing is kept back: the reader decides.</summary>
[Flags]
public enum ChatWarnings
{
    None = 0,

    /// <summary>It speaks of paying past Komeji, where nothing is held and nothing can be given back.</summary>
    Payment = 1,

    /// <summary>A phone number, a mail address, or another place to go on talking.</summary>
    Contact = 2,

    /// <summary>An address on the web.</summary>
    Link = 4,
}

/// <summary>Finds contacts, links and talk of paying elsewhere, however they are spelt: in any script's digits, with signs between, in styled letters.</summary>
public static partial class ChatWarning
{
    /// <summary>Folded words; each with a space around it.</summary>
    static readonly string[] PaymentWords =
    [
        " transfer ", " transferan ", " ditransfer ", " tf ", " rekening ", " norek ", " no rek ", " rek ", " gopay ", " go pay ", " ovo ", " shopeepay ", " linkaja ", " e wallet ",
        " bayar langsung ", " luar komeji ", " luar aplikasi ", " di luar saja ", " kirim uang ", " setor tunai ",
    ];

    static readonly string[] ContactWords = [" whatsapp ", " whats app ", " wa ", " telegram ", " instagram ", " facebook ", " japri ", " wechat ", " email ", " gmail "];

    public static ChatWarnings In(string text)
    {
        var words = $" {SearchWords.Fold(text)} ";
        var plain = PlainText.Figures(text).ToLowerInvariant();
        var found = ChatWarnings.None;
        found |= PaymentWords.Any(w => words.Contains(w, StringComparison.Ordinal)) || HasAccountNumber(plain) ? ChatWarnings.Payment : ChatWarnings.None;
        found |= ContactWords.Any(w => words.Contains(w, StringComparison.Ordinal)) || Phone().IsMatch(plain) || Mail().IsMatch(plain) ? ChatWarnings.Contact : ChatWarnings.None;
        found |= Address().IsMatch(plain) ? ChatWarnings.Link : ChatWarnings.None;
        return found;
    }

    /// <summary>A mobile number is a contact, not an account.</summary>
    static bool HasAccountNumber(string plain) =>
        LongNumber().Matches(plain).Any(n => !n.Value.StartsWith("08", StringComparison.Ordinal) && !n.Value.StartsWith("628", StringComparison.Ordinal));

    /// <summary>As many digits as an account has.</summary>
    [GeneratedRegex(@"\b[0-9]{10,16}\b", RegexOptions.NonBacktracking)]
    private static partial Regex LongNumber();

    /// <summary>A mobile number of the country.</summary>
    [GeneratedRegex(@"(\+?62|0)[ .()/-]{0,2}8([ .()/-]{0,2}[0-9]){7,11}", RegexOptions.NonBacktracking)]
    private static partial Regex Phone();

    [GeneratedRegex(@"[a-z0-9._+-]+ ?@ ?[a-z0-9-]+ ?\. ?[a-z]{2,}", RegexOptions.NonBacktracking)]
    private static partial Regex Mail();

    [GeneratedRegex(@"https?:|\bwww\.|\b[a-z0-9-]+\.(com|id|net|org|me|link|shop|store|xyz|app|info|site|online|top|ly|cc)\b", RegexOptions.NonBacktracking)]
    private static partial Regex Address();
}
