using System.Globalization;

namespace Komeji.Application.Payments;

/// <summary>
/// What the buyer pays with on our own page: a code to scan, a number to transfer to, or the way to a provider's page. Where a
/// payment is kept as an address to go to, this is the address, in a form of our own.
/// </summary>
/// <param name="Channel">The code of a <see cref="PayChannel"/>.</param>
/// <param name="PayBefore">The provider takes nothing by it any more from then on.</param>
/// <param name="Code">The text of the QR code, the account's number or the bill's; empty when it never reached us.</param>
/// <param name="Company">The company's code that goes with a bill's number.</param>
/// <param name="Link">The provider's page.</param>
public sealed record PayInstruction(string Channel, DateTimeOffset PayBefore, string Code = "", string Company = "", string Link = "")
{
    const string Mark = "bayar:?";

    /// <summary>The longest address that is kept.</summary>
    public const int Longest = 2_000;

    public bool IsUsable(DateTimeOffset now) => PayBefore > now && (Code.Length > 0 || Link.Length > 0);

    public string ToAddress()
    {
        var parts = new[]
        {
            ("cara", Channel),
            ("sampai", PayBefore.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture)),
            ("kode", Code),
            ("perusahaan", Company),
            ("tautan", Link),
        };
        var address = Mark + string.Join('&', parts.Where(p => p.Item2.Length > 0).Select(p => $"{p.Item1}={Uri.EscapeDataString(p.Item2)}"));
        return address.Length <= Longest ? address : (this with { Code = "", Company = "", Link = "" }).ToAddress();
    }

    /// <returns>Null when the address is one to go to.</returns>
    public static PayInstruction? Read(string address)
    {
        if (!address.StartsWith(Mark, StringComparison.Ordinal))
        {
            return null;
        }

        var parts = new Dictionary<string, string>();
        foreach (var part in address[Mark.Length..].Split('&').Select(p => p.Split('=', 2)).Where(p => p.Length == 2))
        {
            parts[part[0]] = Uri.UnescapeDataString(part[1]);
        }

        return new PayInstruction(
            parts.GetValueOrDefault("cara", ""),
            DateTimeOffset.FromUnixTimeSeconds(long.TryParse(parts.GetValueOrDefault("sampai", ""), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? Math.Clamp(seconds, 0, uint.MaxValue) : 0),
            parts.GetValueOrDefault("kode", ""),
            parts.GetValueOrDefault("perusahaan", ""),
            parts.GetValueOrDefault("tautan", ""));
    }
}
