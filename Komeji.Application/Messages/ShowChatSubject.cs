using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Messages;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Messages;

/// <summary>A first message before it is written: to whom and about what, and whether they speak about it already.</summary>
/// <exception cref="NotFound">It is not there, or not theirs.</exception>
/// <exception cref="RuleBroken"><c>chat.own_shop</c></exception>
public sealed record ShowChatSubject(ChatSide Side, ChatTo To) : IQuery<ChatSubject>
{
    internal sealed class Handler(IKomejiDb db, ChatRoom room) : IRequestHandler<ShowChatSubject, ChatSubject>
    {
        public async Task<ChatSubject> Handle(ShowChatSubject request, CancellationToken cancellationToken)
        {
            var place = await room.Enter(request.Side, cancellationToken);
            var about = await room.About(place, request.To, cancellationToken);
            var topic = about.Topic;
            var with = request.Side == ChatSide.Buyer
                ? await db.Stores.Where(s => s.Id == about.Store).Select(s => s.Name).SingleAsync(cancellationToken)
                : await db.Users.Where(u => u.Id == about.Buyer.Value).Select(u => u.FullName).SingleOrDefaultAsync(cancellationToken) ?? "";
            var there = await db.Conversations.Where(c => c.BuyerId == about.Buyer && c.Topic == topic).Select(c => (ConversationId?)c.Id).SingleOrDefaultAsync(cancellationToken);
            return new ChatSubject(with, about.Title, about.Order is not null, there);
        }
    }
}

/// <param name="With">Name of the other side.</param>
/// <param name="Conversation">Where they speak about it already; null where not.</param>
public sealed record ChatSubject(string With, string Title, bool IsOrder, ConversationId? Conversation);
