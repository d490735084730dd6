namespace Komeji.Application.Accounts;

/// <summary>A browser a person has signed in with before, known by a random key it keeps. It opens nothing; it only makes a new one noticed.</summary>
public sealed class KnownDevice
{
    /// <summary>One that has not been seen for so long is new again.</summary>
    public static readonly TimeSpan KeepFor = TimeSpan.FromDays(400);

    public required Guid UserId { get; init; }
    public required string KeyHash { get; init; }
    public required DateTimeOffset SeenAt { get; set; }
}
