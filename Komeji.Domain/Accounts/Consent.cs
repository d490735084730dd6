namespace Komeji.Domain.Accounts;

/// <summary>A person's yes or its withdrawal, for one purpose and version; rows are only ever added (UU 27/2022 art. 20–22).</summary>
public sealed class Consent
{
    /// <summary>The terms of use: the contract, without which there is no account.</summary>
    public const string Terms = "ketentuan";

    /// <summary>News of the cooperative by message; free to give and to take back.</summary>
    public const string News = "kabar";

    Consent() { }

    public Consent(Guid userId, string purpose, string version, bool given, string channel, DateTimeOffset at)
    {
        UserId = userId;
        Purpose = purpose;
        Version = version;
        Given = given;
        Channel = channel;
        At = at;
    }

    public long Id { get; private set; }
    public Guid UserId { get; private set; }

    /// <summary><see cref="Terms"/> or <see cref="News"/>.</summary>
    public string Purpose { get; private set; } = "";
    public string Version { get; private set; } = "";
    public bool Given { get; private set; }
    public string Channel { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}
