using Komeji.Domain.Common;

namespace Komeji.Domain.Messages;

/// <summary>What somebody says a message does.</summary>
public enum ChatReportKind
{
    OutsidePayment,
    Fraud,
    Abuse,
    Spam,
    PrivateData,
    Other,
}

public enum ChatReportState
{
    Open,

    /// <summary>The message was taken away.</summary>
    Upheld,
    Dismissed,
}

/// <summary>The legal moves of a report. docs/domain/messages.md draws them; a test compares the two.</summary>
public static class ChatReportMoves
{
    public static IReadOnlyList<ChatReportState> From(ChatReportState state) => state switch
    {
        ChatReportState.Open => [ChatReportState.Upheld, ChatReportState.Dismissed],
        ChatReportState.Upheld or ChatReportState.Dismissed => [],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>Who decides about reported messages.</summary>
    public static bool MayDecide(Actor by) => by.Role is Accounts.Roles.Operator or Accounts.Roles.Admin;
}

/// <summary>One side reports a message of the other. An officer sees this message and no other, and writes down why before.</summary>
public sealed class ChatReport : StatefulAggregate
{
    public const int LongestWords = 500;
    const string Subject = "chat_report";

    ChatReport() { }

    public ChatReportId Id { get; private set; }
    public ChatMessageId MessageId { get; private set; }
    public ConversationId ConversationId { get; private set; }
    public StoreId StoreId { get; private set; }
    public UserId ReporterId { get; private set; }

    /// <summary>The side that reports.</summary>
    public ChatSide Side { get; private set; }
    public ChatReportKind Kind { get; private set; }
    public string Words { get; private set; } = "";
    public ChatReportState State { get; private set; }
    public DateTimeOffset At { get; private set; }
    public UserId? DecidedBy { get; private set; }
    public DateTimeOffset? DecidedAt { get; private set; }

    /// <summary>Why it was decided so; who reported reads it.</summary>
    public string Note { get; private set; } = "";

    /// <exception cref="RuleBroken"><c>chat.own_message</c>, <c>chat.removed</c>, <c>chat.report_words</c></exception>
    public static ChatReport Make(Conversation conversation, ChatMessage message, ChatSide side, Actor by, ChatReportKind kind, string words, DateTimeOffset now)
    {
        if (message.Side == side)
        {
            throw new RuleBroken("chat.own_message", "Yang dilaporkan adalah pesan dari pihak lain. Pilih pesannya di percakapan.");
        }

        if (message.RemovedAt is not null)
        {
            throw new RuleBroken("chat.removed", "Pesan ini sudah dihapus petugas, jadi tidak perlu dilaporkan lagi.");
        }

        var told = ChatDraft.Plain(words);
        if (told.Length > LongestWords || (kind == ChatReportKind.Other && told.Length < 10))
        {
            throw new RuleBroken("chat.report_words", $"Ceritakan singkat apa yang salah, paling panjang {LongestWords} huruf; untuk alasan lain paling sedikit 10 huruf.");
        }

        var report = new ChatReport
        {
            Id = ChatReportId.New(now),
            MessageId = message.Id,
            ConversationId = conversation.Id,
            StoreId = conversation.StoreId,
            ReporterId = new UserId(by.UserId ?? throw new InvalidOperationException("A person reports.")),
            Side = side,
            Kind = kind,
            Words = told,
            At = now,
        };
        report.Record(new StateChange(Subject, report.Id.Value, "", nameof(ChatReportState.Open), by, now, "chat.reported"));
        return report;
    }

    /// <summary>The message goes, or stays; both with a reason.</summary>
    /// <exception cref="RuleBroken"><c>chat.not_staff</c>, <c>chat.report_note</c>, <c>chat.decided</c></exception>
    public void Decide(bool upheld, Actor by, string note, DateTimeOffset now)
    {
        if (!ChatReportMoves.MayDecide(by))
        {
            throw new RuleBroken("chat.not_staff", "Laporan pesan diputuskan petugas Komeji.");
        }

        var why = ChatDraft.Plain(note) is { Length: >= 10 and <= ChatMessage.LongestReason } told
            ? told
            : throw new RuleBroken("chat.report_note", $"Tulis alasan keputusan Anda, 10 sampai {ChatMessage.LongestReason} huruf. Pelapor membacanya.");
        var to = upheld ? ChatReportState.Upheld : ChatReportState.Dismissed;
        if (!ChatReportMoves.From(State).Contains(to))
        {
            throw new RuleBroken("chat.decided", "Laporan ini sudah diputuskan. Muat ulang halaman untuk melihat putusannya.");
        }

        Record(new StateChange(Subject, Id.Value, State.ToString(), to.ToString(), by, now, upheld ? "chat.upheld" : "chat.dismissed", why));
        (State, DecidedBy, DecidedAt, Note) = (to, new UserId(by.UserId ?? throw new InvalidOperationException("A person decides.")), now, why);
    }
}

/// <summary>An officer looked at a reported message: who, when and why. Written when it happens, never changed.</summary>
public sealed class ChatView
{
    ChatView() { }

    /// <exception cref="RuleBroken"><c>chat.view_reason</c></exception>
    public ChatView(ChatReportId report, UserId person, string role, string why, DateTimeOffset at)
    {
        ReportId = report;
        PersonId = person;
        Role = role;
        Why = why.Trim() is { Length: >= 10 and <= 200 } told ? told : throw new RuleBroken("chat.view_reason", "Tulis mengapa Anda membuka pesan ini, 10 sampai 200 huruf. Alasannya dicatat.");
        At = at;
    }

    public long Id { get; private set; }
    public ChatReportId ReportId { get; private set; }
    public UserId PersonId { get; private set; }
    public string Role { get; private set; } = "";
    public string Why { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}
