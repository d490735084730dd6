using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Reviews;
using Komeji.Domain.Stores;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Reviews;

/// <summary>Reviews and questions as use cases find them.</summary>
static class Talks
{
    public static IQueryable<Review> Of(this IQueryable<Review> reviews, ProductId product) => reviews.AsNoTracking().Where(r => r.ProductId == product && !r.IsHidden);

    public static IQueryable<Question> Of(this IQueryable<Question> questions, ProductId product) => questions.AsNoTracking().Where(q => q.ProductId == product && !q.IsHidden);

    /// <summary>What a case is about: the review or question itself, or what it stands under.</summary>
    /// <returns>Null when it is not there.</returns>
    public static async Task<ProductTalk?> Talk(this IKomejiDb db, TextKind kind, Guid id, CancellationToken cancellationToken)
    {
        var (review, question) = (new ReviewId(id), new QuestionId(id));
        return kind is TextKind.Review or TextKind.ReviewAnswer
            ? await db.Reviews.SingleOrDefaultAsync(r => r.Id == review, cancellationToken)
            : await db.Questions.SingleOrDefaultAsync(q => q.Id == question, cancellationToken);
    }

    /// <summary>A line this person bought, with its order.</summary>
    /// <exception cref="NotFound">There is none, or it is another's.</exception>
    public static async Task<(Order Order, OrderLine Line)> Bought(this IKomejiDb db, UserId buyer, OrderLineId line, CancellationToken cancellationToken)
    {
        var order = await db.Orders.AsNoTracking().Include(o => o.Lines).Where(o => o.BuyerId == buyer).SingleOrDefaultAsync(o => o.Lines.Any(l => l.Id == line), cancellationToken) ?? throw new NotFound();
        return (order, order.Lines.Single(l => l.Id == line));
    }

    public static Task<string> SlugOf(this IKomejiDb db, ProductId product, CancellationToken cancellationToken) =>
        db.Products.Where(p => p.Id == product).Select(p => p.Slug).SingleAsync(cancellationToken);

    public static Task<string> NameOf(this IKomejiDb db, UserId person, CancellationToken cancellationToken) =>
        db.Users.Where(u => u.Id == person.Value).Select(u => u.FullName).SingleAsync(cancellationToken);

    /// <summary>The owner, and her staff who tend its products.</summary>
    public static async Task TellShop(this Notifier notifier, IKomejiDb db, StoreId store, Notice notice, CancellationToken cancellationToken)
    {
        var shop = await db.Stores.Where(s => s.Id == store).Select(s => new { s.Name, s.OwnerId }).SingleAsync(cancellationToken);
        await notifier.Tell(shop.OwnerId, notice, cancellationToken);
        var staff = await db.ShopStaff.AsNoTracking().Where(s => s.StoreId == store && s.State == StaffState.Active).Select(s => new { s.UserId, s.Rights }).ToListAsync(cancellationToken);
        foreach (var place in staff.Where(s => s.Rights.HasFlag(ShopRights.Products)))
        {
            // She may work in several shops.
            await notifier.Tell(place.UserId!.Value, notice with { Title = $"{shop.Name}: {notice.Title}" }, cancellationToken);
        }
    }
}

/// <summary>What one person writes goes one after the other, so that limits are counted right.</summary>
static class WritersTurn
{
    public static string Of(UserId person) => $"talk of {person.Value}";
}
