using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Notifications;
using Komeji.Domain.Ordering;
using Komeji.Domain.Stores;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Notifications;

/// <summary>Tells a person something: under the bell, and by a message to the e-mail or, without one, the phone they confirmed.</summary>
public sealed class Notifier(IKomejiDb db, SiteAddress site, TimeProvider clock)
{
    public async Task Tell(UserId person, Notice notice, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        db.Notifications.Add(new Notification(person, notice.Title, PlainText.Cut(notice.Body, Notification.LongestBody), notice.Link, now));
        var user = await db.Users.AsNoTracking().Where(u => u.Id == person.Value && u.BannedAt == null)
            .Select(u => new { u.Email, u.EmailConfirmed, u.PhoneNumber, u.PhoneNumberConfirmed }).SingleOrDefaultAsync(cancellationToken);
        var body = $"{notice.Body}\n\n{site.Of(notice.Link)}";
        if (user is { EmailConfirmed: true, Email: { } email })
        {
            db.Messages.Add(new Message(MessageChannel.Email, email, notice.Title, body, now));
        }
        else if (user is { PhoneNumberConfirmed: true, PhoneNumber: { } phone })
        {
            db.Messages.Add(new Message(MessageChannel.Phone, phone, notice.Title, body, now));
        }
    }

    /// <summary>By every way there is: what somebody else may have done in the person's name must not hide in one mailbox.</summary>
    public async Task TellEverywhere(UserId person, Notice notice, CancellationToken cancellationToken)
    {
        await Tell(person, notice, cancellationToken);
        var phone = await db.Users.AsNoTracking().Where(u => u.Id == person.Value && u.BannedAt == null && u.EmailConfirmed && u.PhoneNumberConfirmed)
            .Select(u => u.PhoneNumber).SingleOrDefaultAsync(cancellationToken);
        if (phone is not null)
        {
            db.Messages.Add(new Message(MessageChannel.Phone, phone, notice.Title, $"{notice.Body}\n\n{site.Of(notice.Link)}", clock.GetUtcNow()));
        }
    }

    /// <summary>Everybody who decides cases for the cooperative.</summary>
    public async Task TellOperators(Notice notice, CancellationToken cancellationToken)
    {
        foreach (var officer in await db.RoleGrants.Where(g => g.Role == Roles.Operator && g.EndedAt == null).Select(g => g.UserId).Distinct().ToListAsync(cancellationToken))
        {
            await Tell(officer, notice, cancellationToken);
        }
    }

    /// <param name="notice">Null: there is nothing left to tell.</param>
    public async Task TellBuyer(OrderId orderId, Func<Order, Notice?> notice, CancellationToken cancellationToken)
    {
        var order = await Find(orderId, cancellationToken);
        if (notice(order) is { } said)
        {
            await Tell(order.BuyerId, said, cancellationToken);
        }
    }

    /// <summary>The owner, and her staff who serve orders. Whoever bought it herself hears of it as the buyer.</summary>
    public async Task TellSeller(OrderId orderId, Func<Order, Notice> notice, CancellationToken cancellationToken)
    {
        var order = await Find(orderId, cancellationToken);
        var said = notice(order);
        await Tell(await Owner(order, cancellationToken), said, cancellationToken);
        var staff = await db.ShopStaff.AsNoTracking().Where(s => s.StoreId == order.StoreId && s.State == StaffState.Active && s.UserId != order.BuyerId)
            .Select(s => new { s.UserId, s.Rights }).ToListAsync(cancellationToken);
        foreach (var place in staff.Where(s => s.Rights.HasFlag(ShopRights.Orders)))
        {
            // She may work in several shops.
            await Tell(place.UserId!.Value, said with { Title = $"{order.StoreName}: {said.Title}" }, cancellationToken);
        }
    }

    /// <summary>Money is the owner's.</summary>
    public async Task TellOwner(OrderId orderId, Func<Order, Notice> notice, CancellationToken cancellationToken)
    {
        var order = await Find(orderId, cancellationToken);
        await Tell(await Owner(order, cancellationToken), notice(order), cancellationToken);
    }

    Task<UserId> Owner(Order order, CancellationToken cancellationToken) => db.Stores.Where(s => s.Id == order.StoreId).Select(s => s.OwnerId).SingleAsync(cancellationToken);

    /// <summary>The order that has just moved is at hand, with the clocks it has just started.</summary>
    async Task<Order> Find(OrderId id, CancellationToken cancellationToken) => await db.Orders.FindAsync([id], cancellationToken) ?? throw new NotFound();
}
