namespace Komeji.Application.Notifications;

/// <summary>What a person is told.</summary>
/// <param name="Link">Local address of the page to act on.</param>
public sealed record Notice(string Title, string Body, string Link);
