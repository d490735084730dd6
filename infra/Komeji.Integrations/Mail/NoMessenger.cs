using Komeji.Application.Notifications;
using Komeji.Domain.Notifications;

namespace Komeji.Integrations.Mail;

/// <summary>No provider is chosen: messages stay in the database and are read at /operator/surat.</summary>
public sealed class NoMessenger : IMessenger
{
    public bool Serves(MessageChannel channel) => false;

    public Task Send(Message message, CancellationToken cancellationToken) =>
        throw new InvalidOperationException($"No provider serves {message.Channel}.");
}
