using System.Security.Cryptography;
using System.Text;

namespace Komeji.Application.Accounts;

/// <summary>
/// A signed-in browser. Its cookie holds a random key; only the key's hash is kept here. Who the person is and may do is read
/// anew for each request, so what an administrator decides bites at once.
/// </summary>
public sealed class Session
{
    /// <summary>A browser that comes back more often than this is noted once.</summary>
    public static readonly TimeSpan SeenEvery = TimeSpan.FromHours(1);

    public required string KeyHash { get; init; }
    public required Guid UserId { get; init; }

    /// <summary>The person's security stamp when it began; it is dead when the person has another one.</summary>
    public required string Stamp { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset SeenAt { get; set; }
    public required DateTimeOffset ExpiresAt { get; set; }
    public string UserAgent { get; init; } = "";

    public static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
