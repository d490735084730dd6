using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Messages;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Messages;

/// <summary>A message of the other side before it is reported.</summary>
/// <exception cref="NotFound">It is not there, or not theirs.</exception>
public sealed record ShowChatToReport(ChatSide Side, ChatMessageId Message) : IQuery<ChatToReport>
{
    internal sealed class Handler(IKomejiDb db, ChatRoom room) : IRequestHandler<ShowChatToReport, ChatToReport>
    {
        public async Task<ChatToReport> Handle(ShowChatToReport request, CancellationToken cancellationToken)
        {
            var (side, conversations) = (request.Side, (await room.Enter(request.Side, cancellationToken)).Conversations);
            return await db.ChatMessages.AsNoTracking().Where(m => m.Id == request.Message && m.Side != side && m.RemovedAt == null && conversations.Any(c => c.Id == m.ConversationId))
                .Select(m => new ChatToReport(m.ConversationId, m.Id, m.Text, m.Pictures.Count, m.At, db.ChatReports.Any(r => r.MessageId == m.Id && r.Side == side)))
                .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
        }
    }
}

/// <param name="IsReported">Already, by the reading side.</param>
public sealed record ChatToReport(ConversationId Conversation, ChatMessageId Id, string Text, int Pictures, DateTimeOffset At, bool IsReported);

/// <summary>One side reports a message of the other; officers see it on their start page.</summary>
/// <exception cref="NotFound">It is not there, or not theirs.</exception>
/// <exception cref="RuleBroken"><c>chat.own_message</c>, <c>chat.removed</c>, <c>chat.report_words</c>, <c>chat.reported</c></exception>
public sealed record ReportChat(ChatSide Side, ChatMessageId Message, ChatReportKind Kind, string Words) : ICommand<ConversationId>
{
    internal sealed class Handler(IKomejiDb db, ChatRoom room, TimeProvider clock) : IRequestHandler<ReportChat, ConversationId>
    {
        public async Task<ConversationId> Handle(ReportChat request, CancellationToken cancellationToken)
        {
            var place = await room.Enter(request.Side, cancellationToken);
            var message = await db.ChatMessages.SingleOrDefaultAsync(m => m.Id == request.Message, cancellationToken) ?? throw new NotFound();
            var conversation = await db.Mine(room, request.Side, message.ConversationId, cancellationToken);
            var report = ChatReport.Make(conversation, message, request.Side, place.Actor, request.Kind, request.Words, clock.GetUtcNow());
            if (await db.ChatReports.AnyAsync(r => r.MessageId == message.Id && r.Side == request.Side, cancellationToken))
            {
                throw new RuleBroken("chat.reported", "Pesan ini sudah Anda laporkan. Anda diberi tahu begitu petugas memutuskan.");
            }

            db.ChatReports.Add(report);
            return conversation.Id;
        }
    }
}
