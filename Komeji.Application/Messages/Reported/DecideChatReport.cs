using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Application.Stores;
using Komeji.Application.Stores.Desk;
using Komeji.Domain.Common;
using Komeji.Domain.Messages;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Messages.Reported;

/// <summary>An officer opens the reported message; why is written down with her name, and stays.</summary>
/// <exception cref="NotFound">No such report.</exception>
/// <exception cref="RuleBroken"><c>chat.view_reason</c>, <c>staff.own_case</c></exception>
public sealed record OpenChatReport(ChatReportId Id, string Why) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<OpenChatReport>
    {
        public async Task<Unit> Handle(OpenChatReport request, CancellationToken cancellationToken)
        {
            var report = await db.ReportToJudge(user.Require(), request.Id, cancellationToken);
            db.ChatViews.Add(new ChatView(report.Id, user.Require(), user.Staff().Role, request.Why, clock.GetUtcNow()));
            return Unit.Value;
        }
    }
}

/// <summary>The message goes or stays; who reported is told, and who wrote it when it goes.</summary>
/// <exception cref="NotFound">No such report.</exception>
/// <exception cref="RuleBroken"><c>staff.own_case</c>, <c>chat.not_opened</c>, <c>chat.report_note</c>, <c>chat.decided</c></exception>
public sealed record DecideChatReport(ChatReportId Id, bool Remove, string Note) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, Notifier notifier, TimeProvider clock) : IRequestHandler<DecideChatReport>
    {
        public async Task<Unit> Handle(DecideChatReport request, CancellationToken cancellationToken)
        {
            var (me, now) = (user.Require(), clock.GetUtcNow());
            var report = await db.ReportToJudge(me, request.Id, cancellationToken);
            if (!await db.ChatViews.AnyAsync(v => v.ReportId == report.Id && v.PersonId == me, cancellationToken))
            {
                throw new RuleBroken("chat.not_opened", "Buka dahulu pesannya, dengan menulis alasan, lalu putuskan.");
            }

            report.Decide(request.Remove, user.Staff(), request.Note, now);
            var message = await db.ChatMessages.SingleAsync(m => m.Id == report.MessageId, cancellationToken);
            if (request.Remove)
            {
                var conversation = await db.Conversations.SingleAsync(c => c.Id == report.ConversationId, cancellationToken);
                conversation.Remove(message, me, report.Note, now);
                await notifier.Tell(message.AuthorId, ChatTexts.Removed(report), cancellationToken);
            }

            await notifier.Tell(report.ReporterId, ChatTexts.Reported(report, request.Remove), cancellationToken);
            return Unit.Value;
        }
    }
}

static class ChatReportDesk
{
    /// <summary>Not for whom is one of the two sides, nor tied to the shop.</summary>
    /// <exception cref="NotFound">No such report.</exception>
    /// <exception cref="RuleBroken"><c>staff.own_case</c></exception>
    public static async Task<ChatReport> ReportToJudge(this IKomejiDb db, UserId person, ChatReportId id, CancellationToken cancellationToken)
    {
        var about = await db.ChatReports.AsNoTracking().Where(r => r.Id == id)
            .SelectMany(r => db.Conversations.Where(c => c.Id == r.ConversationId)).Select(c => new ChatAbout(c.StoreId, c.BuyerId, c.OrderId, c.ProductId, c.Title))
            .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
        if (about.Buyer == person)
        {
            throw new RuleBroken("staff.own_case", "Ini percakapan Anda sendiri. Minta petugas lain yang menanganinya.");
        }

        await db.RequireUntied(person, about.Store, cancellationToken);
        await db.ConversationToChange(about, cancellationToken);
        return await db.ChatReports.SingleAsync(r => r.Id == id, cancellationToken);
    }
}
