using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <summary>Words the use cases of this part share about people.</summary>
static class People
{
    public static IQueryable<User> ReachedAt(this IQueryable<User> users, Contact contact)
    {
        var normalised = contact.Value.ToUpperInvariant();
        var value = contact.Value;
        return contact.IsEmail
            ? users.Where(u => u.NormalizedEmail == normalised && u.EmailConfirmed)
            : users.Where(u => u.PhoneNumber == value && u.PhoneNumberConfirmed);
    }

    public static IQueryable<RoleGrant> HeldBy(this IQueryable<RoleGrant> grants, Guid userId)
    {
        var id = new UserId(userId);
        return grants.Where(g => g.UserId == id && g.EndedAt == null);
    }

    /// <summary>How long a password this person must have.</summary>
    public static async Task<int> LeastPasswordOf(this IKomejiDb db, Guid userId, CancellationToken cancellationToken) =>
        await db.RoleGrants.HeldBy(userId).AnyAsync(cancellationToken) ? Passwords.LeastForStaff : Passwords.Least;

    /// <summary>Sessions that open something now.</summary>
    public static IQueryable<Session> Of(this IQueryable<Session> sessions, User user, DateTimeOffset now) =>
        sessions.Where(s => s.UserId == user.Id && s.ExpiresAt > now && s.Stamp == user.SecurityStamp && (s.SecondFactor || !user.TwoFactorEnabled));

    /// <summary>Counts in the database, so that failures at the same moment all count.</summary>
    /// <returns>Whether it was the one that locks.</returns>
    static async Task<bool> CountFailure(this IKomejiDb db, Guid userId, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.Users.Where(u => u.Id == userId)
            .ExecuteUpdateAsync(s => s.SetProperty(u => u.AccessFailedCount, u => u.AccessFailedCount + 1), cancellationToken);
        return await db.Users.Where(u => u.Id == userId && u.AccessFailedCount >= User.MostFailures)
            .ExecuteUpdateAsync(s => s.SetProperty(u => u.AccessFailedCount, 0).SetProperty(u => u.LockoutEnd, now + User.LockedFor), cancellationToken) > 0;
    }

    /// <summary>Counts a wrong password, and tells its person when it locks the account: nobody else learns of it.</summary>
    public static async Task Fail(this IKomejiDb db, Guid userId, DateTimeOffset now, Notifier notifier, CancellationToken cancellationToken)
    {
        if (await db.CountFailure(userId, now, cancellationToken))
        {
            await notifier.TellEverywhere(new UserId(userId), AccountTexts.Locked(), cancellationToken);
        }
    }

    /// <summary>The changed stamp has ended them already; this leaves nothing behind.</summary>
    public static Task RemoveSessionsOf(this IKomejiDb db, Guid userId, CancellationToken cancellationToken) =>
        db.Sessions.Where(s => s.UserId == userId).ExecuteDeleteAsync(cancellationToken);

    /// <exception cref="NotFound">There is no such person.</exception>
    public static async Task<User> Person(this IKomejiDb db, Guid userId, CancellationToken cancellationToken) =>
        await db.Users.SingleOrDefaultAsync(u => u.Id == userId, cancellationToken) ?? throw new NotFound();
}
