using Komeji.Application.Common;
using Komeji.Application.Legal.Office;
using Komeji.Domain.Common;
using Komeji.Domain.Messages;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Messages;

/// <summary>A conversation as one side sees it: the newest messages on the first page, each page from old to new.</summary>
/// <exception cref="NotFound">It is not there, or not theirs.</exception>
public sealed record ShowConversation(ChatSide Side, ConversationId Id, int Page = 1) : IQuery<ConversationPage>
{
    const int PageSize = 30;

    internal sealed class Handler(IKomejiDb db, ChatRoom room) : IRequestHandler<ShowConversation, ConversationPage>
    {
        public async Task<ConversationPage> Handle(ShowConversation request, CancellationToken cancellationToken)
        {
            var place = await room.Enter(request.Side, cancellationToken);
            var side = request.Side;
            var conversation = await place.Conversations.AsNoTracking().Where(c => c.Id == request.Id).Select(c => new
            {
                Conversation = c,
                Store = db.Stores.Where(s => s.Id == c.StoreId).Select(s => s.Name).First(),
                Slug = db.Stores.Where(s => s.Id == c.StoreId).Select(s => s.Slug).First(),
                Product = db.Products.Where(p => p.Id == c.ProductId).Select(p => p.Slug).FirstOrDefault(),
                Waits = c.Waits.Where(w => w.AnsweredAt == null && w.Counts).Select(w => (DateTimeOffset?)w.AskedAt).FirstOrDefault(),
            }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
            var messages = await db.ChatMessages.AsNoTracking().Where(m => m.ConversationId == request.Id).OrderByDescending(m => m.At).ThenByDescending(m => m.Id)
                .Select(m => new ChatLine(
                    m.Id, m.Side, m.AuthorId, m.Text, m.Warnings, m.At, m.RemovedAt != null, m.RemovalReason,
                    m.Pictures.OrderBy(p => p.Position).Select(p => p.Id).ToList(),
                    db.ChatReports.Any(r => r.MessageId == m.Id && r.Side == side)))
                .ToPage(request.Page, PageSize, cancellationToken);
            var names = side == ChatSide.Shop ? await db.NamesOf(messages.Rows.Where(m => m.Side == ChatSide.Shop).Select(m => (Guid?)m.Author.Value), cancellationToken) : new Dictionary<Guid, string>();
            var it = conversation.Conversation;
            return new ConversationPage
            {
                Id = it.Id,
                With = side == ChatSide.Buyer ? conversation.Store : it.BuyerName,
                StoreName = conversation.Store,
                StoreSlug = conversation.Slug,
                Title = it.Title,
                IsOrder = it.OrderId is not null,
                ProductSlug = conversation.Product,
                IsMuted = (side == ChatSide.Buyer ? it.MutedByBuyerAt : it.MutedByShopAt) is not null,
                Unread = it.Unread(side),
                WaitsSince = conversation.Waits,
                Messages = messages with { Rows = [.. messages.Rows.Reverse().Select(m => m.RemovedOrWhole with { AuthorName = names.GetValueOrDefault(m.Author.Value, "") })] },
            };
        }
    }
}

public sealed record ConversationPage
{
    public required ConversationId Id { get; init; }

    /// <summary>Name of the other side.</summary>
    public required string With { get; init; }
    public required string StoreName { get; init; }
    public required string StoreSlug { get; init; }
    public required string Title { get; init; }
    public required bool IsOrder { get; init; }

    /// <summary>Of a product; null for an order.</summary>
    public required string? ProductSlug { get; init; }
    public required bool IsMuted { get; init; }
    public required int Unread { get; init; }

    /// <summary>Since when the buyer waits for an answer; null when she does not.</summary>
    public required DateTimeOffset? WaitsSince { get; init; }
    public required PageOf<ChatLine> Messages { get; init; }
}

/// <param name="RemovalReason">Why an officer took it away.</param>
/// <param name="IsReported">The reading side has reported it.</param>
public sealed record ChatLine(
    ChatMessageId Id, ChatSide Side, UserId Author, string Text, ChatWarnings Warnings, DateTimeOffset At, bool IsRemoved, string RemovalReason, IReadOnlyList<ChatPictureId> Pictures, bool IsReported)
{
    /// <summary>Who wrote it for the shop, told to the shop alone.</summary>
    public string AuthorName { get; init; } = "";

    /// <summary>What was taken away says nothing any more.</summary>
    internal ChatLine RemovedOrWhole => IsRemoved ? this with { Text = "", Warnings = ChatWarnings.None, Pictures = [] } : this;
}
