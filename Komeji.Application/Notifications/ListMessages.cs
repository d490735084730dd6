using Komeji.Application.CallCentre;
using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Notifications;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Notifications;

/// <param name="To">Masked: who looks after the post need not know where it goes.</param>
public sealed record MessageRow(MessageId Id, MessageChannel Channel, string To, string Subject, MessageState State, int Tries, DateTimeOffset CreatedAt, DateTimeOffset? SentAt);

/// <summary>The messages of the product, the newest first.</summary>
/// <param name="Words">Part of the subject, or a destination told in full, so that nobody learns one by trying.</param>
public sealed record ListMessages(string Words, MessageState? State, MessageChannel? Channel, int Page) : IQuery<PageOf<MessageRow>>
{
    const int PageSize = 50;

    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ListMessages, PageOf<MessageRow>>
    {
        public async Task<PageOf<MessageRow>> Handle(ListMessages request, CancellationToken cancellationToken)
        {
            var words = request.Words.Trim().ToLowerInvariant();
            var to = Contact.Read(words)?.Value;
            var messages = db.Messages.AsNoTracking();
            messages = request.State is { } state ? messages.Where(m => m.State == state) : messages;
            messages = request.Channel is { } channel ? messages.Where(m => m.Channel == channel) : messages;
#pragma warning disable CA1304, CA1311, CA1862 // Translated to the database's lower().
            messages = to is not null ? messages.Where(m => m.To == to)
                : words.Length > 0 ? messages.Where(m => m.Subject.ToLower().Contains(words))
                : messages;
#pragma warning restore CA1304, CA1311, CA1862
            var page = await messages.OrderByDescending(m => m.CreatedAt).ThenByDescending(m => m.Id)
                .Select(m => new MessageRow(m.Id, m.Channel, m.To, m.Subject, m.State, m.Tries, m.CreatedAt, m.SentAt))
                .ToPage(request.Page, PageSize, cancellationToken);
            return new PageOf<MessageRow>([.. page.Rows.Select(m => m with { To = Masked.Contact(m.To) })], page.Number, page.Size, page.Total);
        }
    }
}
