using Komeji.Application.Common;
using Komeji.Application.Files;
using Komeji.Application.Legal.Office;
using Komeji.Domain.Common;
using Komeji.Domain.Messages;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Messages.Reported;

/// <summary>A report before an officer. The message itself is there only for whom has written down why she opens it.</summary>
/// <exception cref="NotFound">No such report.</exception>
public sealed record ShowChatReport(ChatReportId Id) : IQuery<ChatReportPage>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user) : IRequestHandler<ShowChatReport, ChatReportPage>
    {
        public async Task<ChatReportPage> Handle(ShowChatReport request, CancellationToken cancellationToken)
        {
            var me = user.Require();
            var report = await db.ChatReports.AsNoTracking().SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken) ?? throw new NotFound();
            var store = await db.Stores.Where(s => s.Id == report.StoreId).Select(s => s.Name).SingleAsync(cancellationToken);
            var views = await db.ChatViews.AsNoTracking().Where(v => v.ReportId == request.Id).OrderBy(v => v.Id).ToListAsync(cancellationToken);
            var names = await db.NamesOf(views.Select(v => (Guid?)v.PersonId.Value).Append(report.DecidedBy?.Value), cancellationToken);
            return new ChatReportPage(
                report, store,
                views.Exists(v => v.PersonId == me) ? await Message(report.MessageId, cancellationToken) : null,
                views.ConvertAll(v => new ChatViewRow(names.GetValueOrDefault(v.PersonId.Value, ""), v.Why, v.At)),
                names.GetValueOrDefault(report.DecidedBy?.Value ?? default, ""),
                await db.Conversations.Where(c => c.Id == report.ConversationId).Select(c => new ChatTopic(c.Title, c.OrderId != null)).SingleOrDefaultAsync(cancellationToken));
        }

        Task<ReportedMessage> Message(ChatMessageId id, CancellationToken cancellationToken) => db.ChatMessages.AsNoTracking().Where(m => m.Id == id)
            .Select(m => new ReportedMessage(m.Side, m.Text, m.Warnings, m.At, m.RemovedAt, m.Pictures.OrderBy(p => p.Position).Select(p => p.Id).ToList()))
            .SingleAsync(cancellationToken);
    }
}

/// <param name="Message">Null until the person has written down why she opens it.</param>
/// <param name="Views">Who has opened it, and why.</param>
/// <param name="DecidedBy">Name; empty while it waits.</param>
/// <param name="Topic">What they speak about; null where the conversation is not kept any more.</param>
public sealed record ChatReportPage(ChatReport Report, string Store, ReportedMessage? Message, IReadOnlyList<ChatViewRow> Views, string DecidedBy, ChatTopic? Topic);

/// <param name="Title">The order's number or the product's name.</param>
public sealed record ChatTopic(string Title, bool IsOrder);

public sealed record ReportedMessage(ChatSide Side, string Text, ChatWarnings Warnings, DateTimeOffset At, DateTimeOffset? RemovedAt, IReadOnlyList<ChatPictureId> Pictures);

public sealed record ChatViewRow(string Name, string Why, DateTimeOffset At);

/// <summary>A picture of a reported message, for whom has opened the report.</summary>
/// <exception cref="NotFound">It is not there, or was not opened.</exception>
public sealed record OpenReportedPicture(ChatPictureId Picture, bool Small) : IQuery<ChatPhoto>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, IPrivateFiles files) : IRequestHandler<OpenReportedPicture, ChatPhoto>
    {
        public async Task<ChatPhoto> Handle(OpenReportedPicture request, CancellationToken cancellationToken)
        {
            var me = user.Require();
            var opened = db.ChatReports.Where(r => db.ChatViews.Any(v => v.ReportId == r.Id && v.PersonId == me));
            var key = await db.ChatMessages.Where(m => opened.Any(r => r.MessageId == m.Id)).SelectMany(m => m.Pictures).Where(p => p.Id == request.Picture)
                .Select(p => p.FileKey).SingleOrDefaultAsync(cancellationToken);
            return await files.Photo(key, request.Small, cancellationToken);
        }
    }
}
