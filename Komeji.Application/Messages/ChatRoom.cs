using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Messages;
using Komeji.Domain.Ordering;
using Komeji.Domain.Stores;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Messages;

/// <summary>To whom something is said: in a conversation there is, or about a thing.</summary>
public abstract record ChatTo
{
    /// <summary>A conversation of the person's, or of the shop's.</summary>
    public sealed record Thread(ConversationId Id) : ChatTo;

    /// <summary>The other side of an order.</summary>
    public sealed record AboutOrder(string Number) : ChatTo;

    /// <summary>The shop that sells a product on display; only a buyer begins so.</summary>
    public sealed record AboutProduct(string Slug) : ChatTo;
}

/// <summary>From where somebody reads and writes messages.</summary>
/// <param name="Actor">Who the messages are written down as.</param>
/// <param name="Conversations">Those the person sees from there: a foreign one is not there.</param>
/// <param name="Shop">The shop the person answers for; null for a buyer.</param>
public sealed record ChatPlace(ChatSide Side, Actor Actor, IQueryable<Conversation> Conversations, ShopPost? Shop)
{
    public UserId Person => new(Actor.UserId!.Value);
}

/// <summary>The one place that says which conversations a person may read, and with whom she may begin one.</summary>
public sealed class ChatRoom(IKomejiDb db, ICurrentUser user, ShopDesk desk)
{
    /// <summary>A buyer sees her own; whoever serves orders of a shop sees the shop's, but not what she asked there herself as a buyer.</summary>
    /// <exception cref="NotFound">The person serves no orders of a shop.</exception>
    public async Task<ChatPlace> Enter(ChatSide side, CancellationToken cancellationToken)
    {
        var me = user.Require();
        if (side == ChatSide.Buyer)
        {
            return new ChatPlace(side, Actor.Buyer(me.Value), db.Conversations.Where(c => c.BuyerId == me), null);
        }

        var shop = await desk.At(ShopRights.Orders, cancellationToken);
        var store = shop.Id;
        return new ChatPlace(side, shop.Actor, db.Conversations.Where(c => c.StoreId == store && c.BuyerId != me), shop);
    }

    /// <summary>What is or would be spoken about.</summary>
    /// <exception cref="NotFound">It is not there, or not theirs.</exception>
    /// <exception cref="RuleBroken"><c>chat.own_shop</c></exception>
    public async Task<ChatAbout> About(ChatPlace place, ChatTo to, CancellationToken cancellationToken)
    {
        var about = to switch
        {
            ChatTo.Thread thread => await place.Conversations.AsNoTracking().Where(c => c.Id == thread.Id)
                .Select(c => new ChatAbout(c.StoreId, c.BuyerId, c.OrderId, c.ProductId, c.Title)).SingleOrDefaultAsync(cancellationToken),
            ChatTo.AboutOrder order => await Orders(place).AsNoTracking().Where(o => o.Number == order.Number)
                .Select(o => new ChatAbout(o.StoreId, o.BuyerId, o.Id, null, o.Number)).SingleOrDefaultAsync(cancellationToken),
            ChatTo.AboutProduct product when place.Side == ChatSide.Buyer => await Product(place.Person, product.Slug, cancellationToken),
            _ => null,
        } ?? throw new NotFound();
        if (place.Side == ChatSide.Buyer && await db.WorkedIn(place.Person).AnyAsync(s => s.Id == about.Store, cancellationToken))
        {
            throw new RuleBroken("chat.own_shop", "Ini toko Anda sendiri, atau toko tempat Anda bekerja. Baca pesan pembelinya di halaman Pesan toko itu.");
        }

        return about;
    }

    IQueryable<Order> Orders(ChatPlace place) => place.Shop is { } shop
        ? db.Orders.SoldBy(shop).Where(o => o.PaidAt != null)
        : db.Orders.BoughtBy(place.Person);

    async Task<ChatAbout?> Product(UserId buyer, string slug, CancellationToken cancellationToken)
    {
        var product = await db.OnDisplay().AsNoTracking().Where(p => p.Slug == slug).Select(p => new { p.Id, p.StoreId, p.Name }).SingleOrDefaultAsync(cancellationToken);
        return product is null ? null : new ChatAbout(product.StoreId, buyer, null, product.Id, product.Name);
    }
}
