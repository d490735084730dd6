using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Application.Files;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Messages;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Messages;

/// <summary>
/// Somebody says something; the conversation begins with it where there is none. Pictures are cleaned before the transaction, and either
/// all go with the message or nothing does.
/// </summary>
/// <exception cref="NotFound">It is not there, or not theirs.</exception>
/// <exception cref="RuleBroken"><c>chat.*</c>, <c>picture.*</c></exception>
public sealed record PostChat(ChatSide Side, ChatTo To, string Text, IReadOnlyList<PictureUpload> Pictures) : ICommand<ConversationId>, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, ChatRoom room, ChatLimits limits, ChatNews news, IPictures pictures, IPrivateFiles files, SettingsInForce settings, UnitOfWork unitOfWork, TimeProvider clock)
        : IRequestHandler<PostChat, ConversationId>
    {
        public async Task<ConversationId> Handle(PostChat request, CancellationToken cancellationToken)
        {
            // Before any work is done for pictures that would be refused.
            var place = await room.Enter(request.Side, cancellationToken);
            await room.About(place, request.To, cancellationToken);
            ChatDraft.Check(request.Text, request.Pictures.Count);
            await limits.RequireFew(place, cancellationToken);
            var cleaned = new List<Picture>();
            foreach (var upload in request.Pictures)
            {
                cleaned.Add(await Clean(upload, cancellationToken));
            }

            var conversation = default(ConversationId);
            await files.SaveFor(
                cleaned,
                async keys => conversation = await unitOfWork.Run(() => Say(request, keys, cancellationToken), cancellationToken),
                key => db.ChatMessages.AnyAsync(m => m.Pictures.Any(p => p.FileKey == key), CancellationToken.None),
                cancellationToken);
            return conversation;
        }

        /// <summary>It is said which one is refused.</summary>
        async Task<Picture> Clean(PictureUpload upload, CancellationToken cancellationToken)
        {
            try
            {
                return await pictures.Clean(upload.Content, cancellationToken);
            }
            catch (RuleBroken refusal)
            {
                throw new RuleBroken(refusal.Code, $"{PlainText.Cut(PlainText.Name(upload.Name), 60)}: {refusal.Message} Pesannya belum dikirim.");
            }
        }

        async Task<ConversationId> Say(PostChat request, IReadOnlyList<string> keys, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var place = await room.Enter(request.Side, cancellationToken);
            await db.TakeTurn($"chat by {place.Person.Value}", cancellationToken);
            await limits.RequireFew(place, cancellationToken);
            var about = await room.About(place, request.To, cancellationToken);
            var store = await db.Stores.AsNoTracking().SingleAsync(s => s.Id == about.Store, cancellationToken);
            if (request.Side == ChatSide.Buyer && store.State == StoreState.Closed)
            {
                throw new RuleBroken("chat.shop_closed", "Toko ini sudah ditutup, jadi tidak ada yang menjawab. Untuk pesanan Anda, hubungi layanan Komeji di halaman Pengaduan.");
            }

            var conversation = await FindOrBegin(place, about, now, cancellationToken);
            var terms = new ChatTerms(TimeSpan.FromHours(await settings.Number(SettingCatalogue.HealthAnswerHours, cancellationToken)), store.IsAwayOn(Wib.DayOf(now)));
            db.ChatMessages.Add(conversation.Say(request.Side, place.Actor, ChatDraft.Of(request.Text, keys), terms, now));
            await news.Tell(conversation, store, request.Side == ChatSide.Buyer ? ChatSide.Shop : ChatSide.Buyer, cancellationToken);
            return conversation.Id;
        }

        /// <summary>Of two first messages at once the second finds what the first began.</summary>
        async Task<Conversation> FindOrBegin(ChatPlace place, ChatAbout about, DateTimeOffset now, CancellationToken cancellationToken)
        {
            if (await db.ConversationToChange(about, cancellationToken) is { } there)
            {
                return there;
            }

            await limits.RequireFewNew(place, cancellationToken);
            var buyer = await db.Users.Where(u => u.Id == about.Buyer.Value).Select(u => u.FullName).SingleOrDefaultAsync(cancellationToken);
            var conversation = Conversation.Begin(about, buyer ?? "", now);
            db.Conversations.Add(conversation);
            return conversation;
        }
    }
}

static class ChatTurn
{
    /// <summary>One step in a conversation at a time; with it comes the question that waits for an answer.</summary>
    /// <returns>Null where they do not speak about it yet.</returns>
    public static async Task<Conversation?> ConversationToChange(this IKomejiDb db, ChatAbout about, CancellationToken cancellationToken)
    {
        var topic = about.Topic;
        await db.TakeTurn($"chat {topic} {about.Buyer.Value}", cancellationToken);
        return await db.Conversations.Include(c => c.Waits.Where(w => w.AnsweredAt == null)).SingleOrDefaultAsync(c => c.BuyerId == about.Buyer && c.Topic == topic, cancellationToken);
    }
}
