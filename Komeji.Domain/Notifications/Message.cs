using Komeji.Domain.Common;

namespace Komeji.Domain.Notifications;

public enum MessageChannel
{
    Email,
    Phone,
}

public enum MessageState
{
    Waiting,
    Sending,
    Sent,
    Dead,
}

/// <summary>The legal moves of a message. docs/domain/notifications.md draws them; a test compares the two.</summary>
public static class MessageMoves
{
    public static IReadOnlyList<MessageState> From(MessageState state) => state switch
    {
        MessageState.Waiting => [MessageState.Sending],
        MessageState.Sending => [MessageState.Sent, MessageState.Waiting, MessageState.Sending, MessageState.Dead],
        MessageState.Dead => [MessageState.Waiting],
        MessageState.Sent => [],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}

/// <summary>
/// A message to go out after its transaction (the outbox). It is claimed before it is sent and sent at least once; what fails
/// too often stays visible as dead.
/// </summary>
public sealed class Message : Aggregate
{
    public const int MostTries = 8;

    Message() { }

    public Message(MessageChannel channel, string to, string subject, string body, DateTimeOffset now)
    {
        Id = MessageId.New(now);
        Channel = channel;
        To = to;
        Subject = subject;
        Body = body;
        CreatedAt = now;
        DueAt = now;
        State = MessageState.Waiting;
    }

    public MessageId Id { get; private set; }
    public MessageChannel Channel { get; private set; }
    public string To { get; private set; } = "";
    public string Subject { get; private set; } = "";
    public string Body { get; private set; } = "";
    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When to try next.</summary>
    public DateTimeOffset DueAt { get; private set; }
    public MessageState State { get; private set; }
    public int Tries { get; private set; }
    public string LastError { get; private set; } = "";
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>Someone takes it; if they die, it is due again after the lease.</summary>
    /// <returns>False when it is not due, or when those who took it died so often that it is dead.</returns>
    public bool Claim(TimeSpan lease, DateTimeOffset now)
    {
        if (State is MessageState.Sent or MessageState.Dead || DueAt > now)
        {
            return false;
        }

        if (Tries >= MostTries)
        {
            Fail("Terputus setiap kali dikirim.", now);
            return false;
        }

        Move(MessageState.Sending);
        Tries++;
        DueAt = now + lease;
        return true;
    }

    public void Succeed(DateTimeOffset now)
    {
        Move(MessageState.Sent);
        SentAt = now;
        LastError = "";
    }

    /// <summary>Tries again after 1, 2, 4 … minutes; after <see cref="MostTries"/> it is dead.</summary>
    public void Fail(string error, DateTimeOffset now)
    {
        LastError = PlainText.Cut(error, 500);
        Move(Tries >= MostTries ? MessageState.Dead : MessageState.Waiting);
        DueAt = now.AddMinutes(1 << Math.Min(Tries - 1, 10));
    }

    /// <summary>Someone looked at it and wants it tried again.</summary>
    /// <exception cref="RuleBroken"><c>message.not_dead</c></exception>
    public void Revive(DateTimeOffset now)
    {
        if (State != MessageState.Dead)
        {
            throw new RuleBroken("message.not_dead", "Surat ini tidak sedang gagal. Muat ulang halaman untuk melihat keadaannya.");
        }

        Move(MessageState.Waiting);
        Tries = 0;
        DueAt = now;
    }

    void Move(MessageState to)
    {
        if (!MessageMoves.From(State).Contains(to))
        {
            throw new RuleBroken("message.illegal_move", "Keadaan surat sudah berubah. Muat ulang halaman.");
        }

        State = to;
    }
}
