using Komeji.Application.Common;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <summary>A session whose person has shown again who it is goes on under a new key, so that a copy of the old one is worth nothing.</summary>
static class SessionRenewal
{
    /// <returns>The new key.</returns>
    /// <exception cref="NotFound">The session has ended meanwhile.</exception>
    public static async Task<string> Renew(this IKomejiDb db, string? keyHash, User user, bool secondFactor, ICodes codes, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var old = await db.Sessions.SingleOrDefaultAsync(s => s.KeyHash == keyHash && s.UserId == user.Id, cancellationToken) ?? throw new NotFound();
        var key = codes.Token();
        db.Sessions.Remove(old);
        db.Sessions.Add(old.Renewed(key, user.SecurityStamp!, secondFactor, now));
        return key;
    }

    /// <summary>The same, and every other session of the person ends.</summary>
    public static async Task<string> RenewOnly(this IKomejiDb db, string? keyHash, User user, ICodes codes, DateTimeOffset now, CancellationToken cancellationToken)
    {
        await db.Sessions.Where(s => s.UserId == user.Id && s.KeyHash != keyHash).ExecuteDeleteAsync(cancellationToken);
        return await db.Renew(keyHash, user, true, codes, now, cancellationToken);
    }
}
