using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Messages;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Messages;

/// <summary>The views of a list of conversations.</summary>
public enum ChatFilter
{
    All,
    Unread,

    /// <summary>The buyer waits for the shop.</summary>
    Unanswered,
}

/// <summary>Conversations of one side, the latest first.</summary>
/// <param name="Words">Part of what it is about, or of the other side's name.</param>
public sealed record ListConversations(ChatSide Side, ChatFilter Filter = ChatFilter.All, string? Words = null, int Page = 1) : IQuery<ConversationList>
{
    const int PageSize = 20;

    internal sealed class Handler(IKomejiDb db, ChatRoom room) : IRequestHandler<ListConversations, ConversationList>
    {
        public async Task<ConversationList> Handle(ListConversations request, CancellationToken cancellationToken)
        {
            var mine = (await room.Enter(request.Side, cancellationToken)).Conversations.AsNoTracking();
            var forBuyer = request.Side == ChatSide.Buyer;
            var unread = mine.Where(c => (forBuyer ? c.UnreadByBuyer : c.UnreadByShop) > 0);
            var unanswered = mine.Where(c => c.Waits.Any(w => w.Counts && w.AnsweredAt == null));
            var shown = request.Filter switch
            {
                ChatFilter.Unread => unread,
                ChatFilter.Unanswered => unanswered,
                _ => mine,
            };
            var rows = await Named(shown, forBuyer, request.Words).OrderByDescending(c => c.LastAt).ThenByDescending(c => c.Id)
                .Select(c => new ConversationRow(
                    c.Id,
                    forBuyer ? db.Stores.Where(s => s.Id == c.StoreId).Select(s => s.Name).First() : c.BuyerName,
                    c.OrderId != null,
                    c.Title,
                    c.LastWords,
                    c.LastSide == request.Side,
                    c.LastAt,
                    forBuyer ? c.UnreadByBuyer : c.UnreadByShop,
                    (forBuyer ? c.MutedByBuyerAt : c.MutedByShopAt) != null,
                    c.Waits.Any(w => w.Counts && w.AnsweredAt == null)))
                .ToPage(request.Page, PageSize, cancellationToken);
            return new ConversationList(rows, await unread.CountAsync(cancellationToken), forBuyer ? 0 : await unanswered.CountAsync(cancellationToken));
        }

#pragma warning disable CA1304, CA1311, CA1862 // The database folds the case.
        IQueryable<Conversation> Named(IQueryable<Conversation> conversations, bool forBuyer, string? words)
        {
            if (words?.Trim() is not { Length: > 0 and <= 100 } text)
            {
                return conversations;
            }

            var folded = text.ToLowerInvariant();
            return forBuyer
                ? conversations.Where(c => c.Title.ToLower().Contains(folded) || db.Stores.Any(s => s.Id == c.StoreId && s.Name.ToLower().Contains(folded)))
                : conversations.Where(c => c.Title.ToLower().Contains(folded) || c.BuyerName.ToLower().Contains(folded));
        }
#pragma warning restore CA1304, CA1311, CA1862
    }
}

/// <param name="Unread">Conversations with something new.</param>
/// <param name="Unanswered">Conversations in which the buyer waits; of a buyer 0.</param>
public sealed record ConversationList(PageOf<ConversationRow> Page, int Unread, int Unanswered);

/// <param name="With">Name of the other side.</param>
/// <param name="LastIsMine">The newest message is of the reading side.</param>
/// <param name="Unread">Messages not read yet.</param>
/// <param name="Waits">The buyer waits for an answer.</param>
public sealed record ConversationRow(ConversationId Id, string With, bool IsOrder, string Title, string LastWords, bool LastIsMine, DateTimeOffset LastAt, int Unread, bool IsMuted, bool Waits);
