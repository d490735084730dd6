namespace Komeji.Application.Accounts;

/// <summary>A signed-in browser. The cookie holds a random key; only its hash is kept here, with the ticket.</summary>
public sealed class Session
{
    public required string KeyHash { get; init; }
    public required Guid UserId { get; init; }

    /// <summary>The serialised ticket, protected.</summary>
    public required byte[] Ticket { get; set; }
    public required DateTimeOffset CreatedAt { get; init; }
    public required DateTimeOffset SeenAt { get; set; }
    public required DateTimeOffset ExpiresAt { get; set; }
    public string UserAgent { get; init; } = "";
}
