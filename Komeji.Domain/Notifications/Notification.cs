using Komeji.Domain.Common;

namespace Komeji.Domain.Notifications;

/// <summary>A line under the bell: something waits for this person or has happened to what is theirs.</summary>
public sealed class Notification
{
    /// <summary>A longer text is cut under the bell; the message holds all of it.</summary>
    public const int LongestBody = 500;

    Notification() { }

    public Notification(UserId userId, string title, string body, string link, DateTimeOffset at)
    {
        Id = NotificationId.New(at);
        UserId = userId;
        Title = title;
        Body = body;
        Link = link;
        At = at;
    }

    public NotificationId Id { get; private set; }
    public UserId UserId { get; private set; }
    public string Title { get; private set; } = "";
    public string Body { get; private set; } = "";

    /// <summary>Local address of the page to act on.</summary>
    public string Link { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public DateTimeOffset? ReadAt { get; private set; }

    public void Read(DateTimeOffset now) => ReadAt ??= now;
}
