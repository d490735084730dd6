namespace Komeji.Domain.Accounts;

/// <summary>A person's yes or its withdrawal, for one purpose and version; rows are only ever added (UU 27/2022 art. 20–22).</summary>
public sealed class Consent
{
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

    /// <summary><c>ketentuan</c> (the contract), <c>kabar</c> (news by message).</summary>
    public string Purpose { get; private set; } = "";
    public string Version { get; private set; } = "";
    public bool Given { get; private set; }
    public string Channel { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}
