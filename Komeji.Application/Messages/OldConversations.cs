using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Messages;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Messages;

/// <summary>Conversations nothing was added to for so long that nobody needs them; a report that waits keeps its own.</summary>
public sealed class OldConversations(IKomejiDb db, SettingsInForce settings, TimeProvider clock) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var before = await settings.ChatsUntil(clock.GetUtcNow(), cancellationToken);
        var ids = await db.Conversations.Where(c => c.LastAt < before && !db.ChatReports.Any(r => r.ConversationId == c.Id && r.State == ChatReportState.Open))
            .OrderBy(c => c.LastAt).Take(most).Select(c => c.Id).ToListAsync(cancellationToken);
        return [.. ids.Select(id => new ForgetConversation(id))];
    }
}

/// <summary>Deletes one with its messages and reports; its pictures go with the files no row names.</summary>
public sealed record ForgetConversation(ConversationId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, SettingsInForce settings, TimeProvider clock) : IRequestHandler<ForgetConversation>
    {
        public async Task<Unit> Handle(ForgetConversation request, CancellationToken cancellationToken)
        {
            var before = await settings.ChatsUntil(clock.GetUtcNow(), cancellationToken);
            var about = await db.Conversations.AsNoTracking().Where(c => c.Id == request.Id && c.LastAt < before)
                .Select(c => new ChatAbout(c.StoreId, c.BuyerId, c.OrderId, c.ProductId, c.Title)).SingleOrDefaultAsync(cancellationToken);
            if (about is null || await db.ConversationToChange(about, cancellationToken) is not { } conversation || conversation.LastAt >= before
                || await db.ChatReports.AnyAsync(r => r.ConversationId == request.Id && r.State == ChatReportState.Open, cancellationToken))
            {
                return Unit.Value;
            }

            await db.ChatReports.Where(r => r.ConversationId == request.Id).ExecuteDeleteAsync(cancellationToken);
            await db.ChatMessages.Where(m => m.ConversationId == request.Id).ExecuteDeleteAsync(cancellationToken);
            await db.ChatWaits.Where(w => w.ConversationId == request.Id).ExecuteDeleteAsync(cancellationToken);
            await db.Conversations.Where(c => c.Id == request.Id).ExecuteDeleteAsync(cancellationToken);
            return Unit.Value;
        }
    }
}

static class ChatTerm
{
    /// <summary>What nothing was added to since is old.</summary>
    public static async Task<DateTimeOffset> ChatsUntil(this SettingsInForce settings, DateTimeOffset now, CancellationToken cancellationToken) =>
        now.AddDays(-await settings.Number(SettingCatalogue.ChatKeepDays, cancellationToken));
}
