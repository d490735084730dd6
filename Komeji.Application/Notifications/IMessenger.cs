using Komeji.Domain.Notifications;

namespace Komeji.Application.Notifications;

/// <summary>Carries messages to people: mail today, WhatsApp and SMS when a provider is chosen.</summary>
public interface IMessenger
{
    /// <summary>Whether a provider serves the channel. Without one, messages stay in the database and are read at /operator/surat.</summary>
    bool Serves(MessageChannel channel);

    /// <exception cref="Exception">It could not be handed over; it is tried again.</exception>
    Task Send(Message message, CancellationToken cancellationToken);
}
