using Komeji.Application.CallCentre;
using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Domain.Notifications;

namespace Komeji.Web.Areas.Operations.Messages;

/// <param name="AnyProvider">Whether some provider sends messages at all.</param>
/// <param name="Words">A subject or body as staff may read it.</param>
public sealed record MessagesPage(string Search, MessageState? State, MessageChannel? Channel, bool AnyProvider, PageOf<MessageRow> Messages, Func<string, string> Words);

/// <param name="HasProvider">Whether a provider sends messages of this channel.</param>
/// <param name="Revealed">Where it went, seen with a reason, once, in the answer to the button.</param>
public sealed record MessagePage(MessageText Message, bool HasProvider, Func<string, string> Words, IReadOnlyList<RevealedLine> Revealed);

public static class MessageWords
{
    public static (string Text, string Colour) Of(MessageState state) => state switch
    {
        MessageState.Waiting => ("Menunggu", "wait"),
        MessageState.Sending => ("Sedang dikirim", "work"),
        MessageState.Sent => ("Terkirim", "ok"),
        MessageState.Dead => ("Gagal", "bad"),
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static string Of(MessageChannel channel) => channel switch
    {
        MessageChannel.Email => "Surel",
        MessageChannel.Phone => "Telepon",
        _ => throw new ArgumentOutOfRangeException(nameof(channel), channel, null),
    };
}
