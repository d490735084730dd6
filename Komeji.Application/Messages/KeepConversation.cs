using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Messages;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Messages;

/// <summary>A side has seen what the other said.</summary>
/// <exception cref="NotFound">It is not there, or not theirs.</exception>
public sealed record ReadConversation(ChatSide Side, ConversationId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ChatRoom room) : IRequestHandler<ReadConversation>
    {
        public async Task<Unit> Handle(ReadConversation request, CancellationToken cancellationToken)
        {
            (await db.Mine(room, request.Side, request.Id, cancellationToken)).Read(request.Side);
            return Unit.Value;
        }
    }
}

/// <summary>A side is not told of new messages any more, or is again.</summary>
/// <exception cref="NotFound">It is not there, or not theirs.</exception>
public sealed record MuteConversation(ChatSide Side, ConversationId Id, bool Muted) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ChatRoom room, TimeProvider clock) : IRequestHandler<MuteConversation>
    {
        public async Task<Unit> Handle(MuteConversation request, CancellationToken cancellationToken)
        {
            (await db.Mine(room, request.Side, request.Id, cancellationToken)).Mute(request.Side, request.Muted, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

static class MyConversations
{
    /// <exception cref="NotFound">It is not there, or not theirs.</exception>
    public static async Task<Conversation> Mine(this IKomejiDb db, ChatRoom room, ChatSide side, ConversationId id, CancellationToken cancellationToken)
    {
        var place = await room.Enter(side, cancellationToken);
        var about = await place.Conversations.AsNoTracking().Where(c => c.Id == id)
            .Select(c => new ChatAbout(c.StoreId, c.BuyerId, c.OrderId, c.ProductId, c.Title)).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
        return await db.ConversationToChange(about, cancellationToken) ?? throw new NotFound();
    }
}
