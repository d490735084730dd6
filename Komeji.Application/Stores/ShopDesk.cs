using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Mentoring;
using Komeji.Domain.Stores;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores;

/// <summary>As what somebody works in a shop.</summary>
public enum WorksAs
{
    Owner,
    Staff,
    Mentor,
}

/// <summary>For which seller a person works, and what she may do.</summary>
/// <param name="Actor">Who the steps she takes are written down as.</param>
public record SellerPost(UserId Owner, ShopRights Rights, WorksAs As, Actor Actor)
{
    public bool May(ShopRights right) => Rights.HasFlag(right);
}

/// <summary>The same in a shop that is open.</summary>
public sealed record ShopPost(StoreId Id, UserId Owner, ShopRights Rights, WorksAs As, Actor Actor) : SellerPost(Owner, Rights, As, Actor);

/// <summary>
/// The one place that says in which shop the person works now and what she may do there: her own, one she is staff of, or one she helps
/// as a mentor. It reads the database for each use case, inside its transaction, so that a right taken back is gone at once. Without
/// the right there is nothing, as with another's thing.
/// </summary>
public sealed class ShopDesk(IKomejiDb db, ICurrentUser user, CommandInProgress command, TimeProvider clock)
{
    UserId Person => user.Require();

    /// <summary>The shop, for whom may do this there.</summary>
    /// <exception cref="NotFound">The person works in no shop, or may not do this.</exception>
    public async Task<ShopPost> At(ShopRights right, CancellationToken cancellationToken) => await Find(right, cancellationToken) ?? throw new NotFound();

    /// <returns>Null when the person works in no shop, or may not do this.</returns>
    public async Task<ShopPost?> Find(ShopRights right, CancellationToken cancellationToken)
    {
        var post = user.Mentoring is { } session ? await Helped(session, right, cancellationToken) : await Held(cancellationToken);
        if (post?.May(right) != true)
        {
            return null;
        }

        if (post.As == WorksAs.Staff)
        {
            command.DoneBy(post.Actor, null, clock.GetUtcNow());
        }

        return post;
    }

    /// <summary>The seller whose opening of a shop this is: the person herself, or whom she helps. A shop need not be there yet.</summary>
    /// <exception cref="NotFound">A mentor may not do this.</exception>
    public async Task<SellerPost> Seller(ShopRights right, CancellationToken cancellationToken)
    {
        if (user.Mentoring is not { } session)
        {
            return new SellerPost(Person, ShopRights.All, WorksAs.Owner, Actor.Seller(Person.Value));
        }

        var post = await Mentoring(session, right, cancellationToken);
        return post?.May(right) == true ? post : throw new NotFound();
    }

    /// <summary>Her own shop or one she is staff of, as she chose. In a shop that is suspended staff finish its orders, and nothing else.</summary>
    async Task<ShopPost?> Held(CancellationToken cancellationToken)
    {
        var person = Person;
        var chosen = user.Shop;
        var stores = chosen is { } id ? db.Stores.Where(s => s.Id == id) : db.Stores.OwnedBy(person);
        var store = await stores.Select(s => new
        {
            s.Id,
            s.OwnerId,
            s.State,
            Given = db.ShopStaff.Where(t => t.StoreId == s.Id && t.UserId == person && t.State == StaffState.Active).Select(t => (ShopRights?)t.Rights).FirstOrDefault(),
        }).SingleOrDefaultAsync(cancellationToken);
        return store switch
        {
            null => null,
            _ when store.OwnerId == person => new ShopPost(store.Id, person, ShopRights.All, WorksAs.Owner, Actor.Seller(person.Value)),
            { Given: { } rights } => new ShopPost(store.Id, store.OwnerId, store.State is StoreState.Active or StoreState.AwaitingReview ? rights : rights & ShopRights.Orders, WorksAs.Staff, Actor.ShopStaff(person.Value, store.OwnerId.Value)),
            _ => null,
        };
    }

    async Task<ShopPost?> Helped(MentoringId session, ShopRights right, CancellationToken cancellationToken)
    {
        if (await Mentoring(session, right, cancellationToken) is not { } post)
        {
            return null;
        }

        var shop = await db.Stores.OwnedBy(post.Owner).Where(s => s.State == StoreState.Active || s.State == StoreState.AwaitingReview).Select(s => (StoreId?)s.Id).SingleOrDefaultAsync(cancellationToken);
        return shop is { } id ? new ShopPost(id, post.Owner, post.Rights, post.As, post.Actor) : null;
    }

    /// <summary>
    /// A command first waits for whoever is just ending the session, and holds that off until it is done: either it was before the end,
    /// or it does not happen.
    /// </summary>
    async Task<SellerPost?> Mentoring(MentoringId id, ShopRights right, CancellationToken cancellationToken)
    {
        if (command.Name is not null)
        {
            await db.TakeTurn(MentoringTurn.Of(id), cancellationToken);
        }

        var (person, now) = (Person, clock.GetUtcNow());
        var session = await db.MentoringSessions.AsNoTracking().SingleOrDefaultAsync(
            s => s.Id == id && s.MentorId == person && s.State == MentoringState.Open && s.Until > now, cancellationToken);
        if (session is null)
        {
            return null;
        }

        var actor = Actor.Mentor(person.Value, session.SellerId.Value);
        if (session.Covers.HasFlag(right))
        {
            command.DoneBy(actor, id, now);
        }

        return new SellerPost(session.SellerId, session.Covers, WorksAs.Mentor, actor);
    }
}

/// <summary>What is done in a session and its end go one after the other.</summary>
static class MentoringTurn
{
    public static string Of(MentoringId id) => $"mentoring {id.Value}";
}

static class ShopsOf
{
    public static IQueryable<Store> OwnedBy(this IQueryable<Store> stores, UserId owner) => stores.Where(s => s.OwnerId == owner);

    /// <summary>Shops in whose matters the person decides nothing for others: she owns them, was ever staff there, or has helped the seller as a mentor.</summary>
    public static IQueryable<Store> TiedTo(this IKomejiDb db, UserId person) => db.Stores.Where(s => s.OwnerId == person
        || db.ShopStaff.Any(t => t.StoreId == s.Id && t.UserId == person)
        || db.MentoringSessions.Any(m => m.SellerId == s.OwnerId && m.MentorId == person));

    /// <summary>The same the other way round: whoever decides nothing about this shop.</summary>
    public static async Task<IReadOnlySet<UserId>> PeopleTiedTo(this IKomejiDb db, StoreId store, UserId owner, CancellationToken cancellationToken)
    {
        var staff = await db.ShopStaff.Where(t => t.StoreId == store && t.UserId != null).Select(t => t.UserId!.Value).ToListAsync(cancellationToken);
        var mentors = await db.MentoringSessions.Where(m => m.SellerId == owner && m.MentorId != null).Select(m => m.MentorId!.Value).ToListAsync(cancellationToken);
        return new HashSet<UserId>([owner, .. staff, .. mentors]);
    }

    /// <summary>Nobody of the cooperative decides about a shop she is tied to.</summary>
    /// <exception cref="RuleBroken"><c>staff.own_case</c></exception>
    public static async Task RequireUntied(this IKomejiDb db, UserId person, StoreId store, CancellationToken cancellationToken)
    {
        if (await db.TiedTo(person).AnyAsync(s => s.Id == store, cancellationToken))
        {
            throw new RuleBroken("staff.own_case", "Anda pemilik, staf, atau pendamping toko ini. Minta petugas lain yang menanganinya.");
        }
    }

    /// <summary>Shops the person may not buy from: her own, and where she works.</summary>
    public static IQueryable<Store> WorkedIn(this IKomejiDb db, UserId person) => db.Stores.Where(s => s.OwnerId == person
        || db.ShopStaff.Any(t => t.StoreId == s.Id && t.UserId == person && t.State == StaffState.Active));
}
