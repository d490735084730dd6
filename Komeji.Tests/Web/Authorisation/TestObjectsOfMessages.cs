using Komeji.Domain.Common;
using Komeji.Domain.Messages;
using Komeji.Domain.Stores;

namespace Komeji.Tests.Web.Authorisation;

/// <summary>What buyers and shops say to each other.</summary>
public sealed partial class TestObjects
{
    async Task<(Conversation Talk, ChatMessage Message)> NewChat(UserId buyer, Store store, ChatSide says, DateTimeOffset now, string? photo = null)
    {
        var product = await NewProduct(store, now);
        var talk = Conversation.Begin(new ChatAbout(store.Id, buyer, null, product.Id, product.Name), "Siti Aminah", now);
        var by = says == ChatSide.Buyer ? Actor.Buyer(buyer.Value) : Actor.Seller(store.OwnerId.Value);
        var message = talk.Say(says, by, ChatDraft.Of("Apakah masih ada?", photo is null ? [] : [photo]), new ChatTerms(TimeSpan.FromDays(1), false), now);
        await app.Write(db =>
        {
            db.Conversations.Add(talk);
            db.ChatMessages.Add(message);
            return Task.CompletedTask;
        });
        return (talk, message);
    }

    /// <summary>As the buyer of it sees a conversation: what the other side says.</summary>
    Task<(Conversation Talk, ChatMessage Message)> NewChatBought(UserId owner, DateTimeOffset now, string? photo = null) =>
        NewChat(owner, stores.First(s => s.Key != owner).Value, ChatSide.Shop, now, photo);

    Task<(Conversation Talk, ChatMessage Message)> NewChatSold(UserId owner, DateTimeOffset now, string? photo = null) =>
        NewChat(people.First(p => p.Value != owner).Value, stores[owner], ChatSide.Buyer, now, photo);

    async Task<string> NewChatReport(DateTimeOffset now)
    {
        var (talk, message) = await NewChatBought(people[Identity.OtherBuyer], now);
        return await Added(ChatReport.Make(talk, message, ChatSide.Buyer, Actor.Buyer(talk.BuyerId.Value), ChatReportKind.Spam, "", now), r => r.Id.Value);
    }
}
