using Komeji.Application.Common;
using Komeji.Application.Files;
using Komeji.Domain.Common;
using Komeji.Domain.Messages;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Messages;

/// <summary>A picture of a message, for the two sides.</summary>
/// <exception cref="NotFound">It is not there, not theirs, or was taken away.</exception>
public sealed record OpenChatPicture(ChatSide Side, ChatPictureId Picture, bool Small) : IQuery<ChatPhoto>
{
    internal sealed class Handler(IKomejiDb db, ChatRoom room, IPrivateFiles files) : IRequestHandler<OpenChatPicture, ChatPhoto>
    {
        public async Task<ChatPhoto> Handle(OpenChatPicture request, CancellationToken cancellationToken)
        {
            var conversations = (await room.Enter(request.Side, cancellationToken)).Conversations;
            var key = await db.ChatMessages.Where(m => m.RemovedAt == null && conversations.Any(c => c.Id == m.ConversationId))
                .SelectMany(m => m.Pictures).Where(p => p.Id == request.Picture).Select(p => p.FileKey).SingleOrDefaultAsync(cancellationToken);
            return await files.Photo(key, request.Small, cancellationToken);
        }
    }
}

/// <param name="Key">Its ending says what kind of picture it is.</param>
public sealed record ChatPhoto(string Key, Stream Content);

static class ChatPhotos
{
    /// <exception cref="NotFound">There is none.</exception>
    public static async Task<ChatPhoto> Photo(this IPrivateFiles files, string? key, bool small, CancellationToken cancellationToken) =>
        key is not null && await (small ? files.OpenSmall(key, cancellationToken) : files.Open(key, cancellationToken)) is { } photo ? new ChatPhoto(key, photo) : throw new NotFound();
}
