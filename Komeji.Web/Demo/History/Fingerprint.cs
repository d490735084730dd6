using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Komeji.Web.Demo.History;

/// <summary>A checksum of what was made, in the order it was made, to compare two markets by.</summary>
sealed class Fingerprint : IDisposable
{
    readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    public void Add(string what, params ReadOnlySpan<long> amounts)
    {
        var line = new StringBuilder(what);
        foreach (var amount in amounts)
        {
            line.Append(CultureInfo.InvariantCulture, $" {amount}");
        }

        hash.AppendData(Encoding.UTF8.GetBytes(line.Append('\n').ToString()));
    }

    public string Sum() => Convert.ToHexStringLower(hash.GetCurrentHash())[..16];

    public void Dispose() => hash.Dispose();
}
