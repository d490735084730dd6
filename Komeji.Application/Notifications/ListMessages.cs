using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Notifications;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Notifications;

public sealed record MessageRow(MessageId Id, MessageChannel Channel, string To, string Subject, MessageState State, int Tries, DateTimeOffset CreatedAt, DateTimeOffset? SentAt);

/// <summary>The messages of the product, the newest first.</summary>
/// <param name="Words">Part of the destination or the subject.</param>
public sealed record ListMessages(string Words, MessageState? State, MessageChannel? Channel, int Page) : IQuery<PageOf<MessageRow>>
{
    const int PageSize = 50;

    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ListMessages, PageOf<MessageRow>>
    {
        public async Task<PageOf<MessageRow>> Handle(ListMessages request, CancellationToken cancellationToken)
        {
            var words = request.Words.Trim().ToLowerInvariant();
            var messages = db.Messages.AsNoTracking();
            messages = request.State is { } state ? messages.Where(m => m.State == state) : messages;
            messages = request.Channel is { } channel ? messages.Where(m => m.Channel == channel) : messages;
#pragma warning disable CA1304, CA1311, CA1862 // Translated to the database's lower().
            messages = words.Length > 0 ? messages.Where(m => m.To.ToLower().Contains(words) || m.Subject.ToLower().Contains(words)) : messages;
#pragma warning restore CA1304, CA1311, CA1862
            var page = await messages.OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id)
                .Select(m => new MessageRow(m.Id, m.Channel, m.To, m.Subject, m.State, m.Tries, m.CreatedAt, m.SentAt))
                .ToPage(request.Page, PageSize, cancellationToken);
            return page;
        }
    }
}
