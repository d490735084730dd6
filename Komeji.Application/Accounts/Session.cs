using System.Security.Cryptography;
using System.Text;
using Komeji.Application.Settings;
using Komeji.Domain.Common;

namespace Komeji.Application.Accounts;

/// <summary>
/// A signed-in browser. Its cookie holds a random key; only the key's hash is kept here. Who the person is and may do is read
/// anew for each request, so what an administrator decides bites at once.
/// </summary>
public sealed class Session
{
    /// <summary>A browser that comes back more often than this is noted once.</summary>
    public static readonly TimeSpan SeenEvery = TimeSpan.FromHours(1);

    /// <summary>No decision lets a session last longer: the browser forgets its key after this.</summary>
    public const int LongestDays = 90;

    public required string KeyHash { get; init; }
    public required Guid UserId { get; init; }

    /// <summary>The person's security stamp when it began; it is dead when the person has another one.</summary>
    public required string Stamp { get; init; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset SeenAt { get; set; }
    public required DateTimeOffset ExpiresAt { get; set; }
    public string UserAgent { get; init; } = "";

    /// <summary>It was begun, or proved again, with the second factor. Where the person has one, any other session is dead.</summary>
    public bool SecondFactor { get; init; }

    /// <summary>When the person last showed who it is: at sign-in, or before a dangerous act.</summary>
    public DateTimeOffset? ProvenAt { get; init; }

    /// <summary>Which shop the person works in; null is her own, or the only one.</summary>
    public StoreId? Shop { get; set; }

    /// <summary>Here the person helps a seller as a mentor.</summary>
    public MentoringId? Mentoring { get; set; }

    /// <summary>The same browser under another key, after its person has shown again who it is.</summary>
    internal Session Renewed(string key, string stamp, bool secondFactor, DateTimeOffset now) => new()
    {
        KeyHash = Hash(key),
        UserId = UserId,
        Stamp = stamp,
        CreatedAt = CreatedAt,
        SeenAt = now,
        ExpiresAt = ExpiresAt,
        UserAgent = UserAgent,
        SecondFactor = SecondFactor || secondFactor,
        ProvenAt = now,
        Shop = Shop,
        Mentoring = Mentoring,
    };

    /// <summary>Until when one that is used now lives: its idle time anew, but never past its last day.</summary>
    internal static async Task<DateTimeOffset> UsedUntil(DateTimeOffset began, DateTimeOffset now, SettingsInForce settings, CancellationToken cancellationToken)
    {
        var idle = now.AddDays(await settings.Number(SettingCatalogue.SessionDays, cancellationToken));
        var last = began.AddDays(await settings.Number(SettingCatalogue.LongestSessionDays, cancellationToken));
        return idle < last ? idle : last;
    }

    public static string Hash(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));
}
