using Komeji.Application.Notifications;
using Komeji.Domain.Notifications;

namespace Komeji.Tests.Application.Notifications;

/// <summary>A provider of mail that can be down.</summary>
sealed class FakeMessenger : IMessenger
{
    public List<string> Sent { get; } = [];

    public bool IsDown { get; set; }

    /// <summary>Subjects the provider never takes.</summary>
    public HashSet<string> Refused { get; } = [];

    public bool Serves(MessageChannel channel) => channel == MessageChannel.Email;

    public Task Send(Message message, CancellationToken cancellationToken)
    {
        if (IsDown || Refused.Contains(message.Subject))
        {
            throw new IOException("Server surel tidak menjawab.");
        }

        Sent.Add(message.Subject);
        return Task.CompletedTask;
    }
}
