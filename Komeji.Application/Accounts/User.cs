using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Microsoft.AspNetCore.Identity;

namespace Komeji.Application.Accounts;

/// <summary>
/// A person's account, kept by ASP.NET Core Identity. It signs in by e-mail or phone number; <see cref="IdentityUser{TKey}.UserName"/>
/// is one of the two. Whoever changes <see cref="IdentityUser{TKey}.SecurityStamp"/> ends all its sessions.
/// </summary>
public sealed class User : IdentityUser<Guid>
{
    public const int MostFailures = 10;
    public static readonly TimeSpan LockedFor = TimeSpan.FromMinutes(15);

    public string FullName { get; set; } = "";
    public DateTimeOffset RegisteredAt { get; set; }

    /// <summary>Barred from signing in, with the reason shown to administrators.</summary>
    public DateTimeOffset? BannedAt { get; set; }
    public string BanReason { get; set; } = "";

    public bool IsConfirmed => EmailConfirmed || PhoneNumberConfirmed;

    /// <summary>An account whose contact has been shown to be its person's.</summary>
    public static User Create(Guid id, Contact contact, string fullName, string stamp, DateTimeOffset now) => new()
    {
        Id = id,
        UserName = contact.Value,
        NormalizedUserName = contact.Value.ToUpperInvariant(),
        Email = contact.IsEmail ? contact.Value : null,
        NormalizedEmail = contact.IsEmail ? contact.Value.ToUpperInvariant() : null,
        EmailConfirmed = contact.IsEmail,
        PhoneNumber = contact.IsEmail ? null : contact.Value,
        PhoneNumberConfirmed = !contact.IsEmail,
        FullName = PersonName.Require(fullName),
        SecurityStamp = stamp,
        RegisteredAt = now,
        LockoutEnabled = true,
    };

    /// <summary>By what it signs in and is reached: one e-mail, one number, or both.</summary>
    public IReadOnlyList<Contact> Contacts => [.. new[] { EmailConfirmed ? Contact.Read(Email) : null, PhoneNumberConfirmed ? Contact.Read(PhoneNumber) : null }.OfType<Contact>()];

    /// <summary>A contact shown to be this person's takes the place of the one of its kind.</summary>
    /// <returns>The one it replaced; null when there was none.</returns>
    public Contact? ReachAt(Contact contact)
    {
        var replaced = Contacts.SingleOrDefault(c => c.IsEmail == contact.IsEmail);
        Put(contact.IsEmail, contact);
        return replaced;
    }

    /// <exception cref="RuleBroken"><c>contact.last</c></exception>
    public void LeaveContact(Contact contact)
    {
        if (Contacts.Count < 2)
        {
            throw new RuleBroken("contact.last", "Ini satu-satunya kontak akun Anda. Tambahkan yang lain dulu, lalu hapus yang ini.");
        }

        Put(contact.IsEmail, null);
    }

    void Put(bool email, Contact? contact)
    {
        if (email)
        {
            (Email, NormalizedEmail, EmailConfirmed) = (contact?.Value, contact?.Value.ToUpperInvariant(), contact is not null);
        }
        else
        {
            (PhoneNumber, PhoneNumberConfirmed) = (contact?.Value, contact is not null);
        }

        var name = Contacts.Any(c => c.Value == UserName) ? UserName! : Contacts[0].Value;
        (UserName, NormalizedUserName) = (name, name.ToUpperInvariant());
    }

    public bool IsLockedOut(DateTimeOffset now) => LockoutEnd > now;

    /// <summary>A new password forgives earlier failures and ends every session.</summary>
    public void ChangePassword(string hash, string stamp)
    {
        PasswordHash = hash;
        SecurityStamp = stamp;
        AccessFailedCount = 0;
        LockoutEnd = null;
    }

    /// <exception cref="RuleBroken"><c>ban.self</c>, <c>ban.already</c>, <c>ban.reason_required</c></exception>
    public void Ban(Actor by, string reason, string stamp, DateTimeOffset now)
    {
        NotOneself(by);
        if (BannedAt is not null)
        {
            throw new RuleBroken("ban.already", "Akun ini sudah dinonaktifkan.");
        }

        BanReason = RequireReason(reason);
        BannedAt = now;
        SecurityStamp = stamp;
    }

    /// <exception cref="RuleBroken"><c>ban.self</c>, <c>ban.not_banned</c>, <c>ban.reason_required</c></exception>
    public void Unban(Actor by, string reason)
    {
        NotOneself(by);
        RequireReason(reason);
        if (BannedAt is null)
        {
            throw new RuleBroken("ban.not_banned", "Akun ini tidak sedang dinonaktifkan.");
        }

        BanReason = "";
        BannedAt = null;
    }

    void NotOneself(Actor by)
    {
        if (by.UserId == Id)
        {
            throw new RuleBroken("ban.self", "Anda tidak bisa menonaktifkan akun Anda sendiri. Minta administrator lain.");
        }
    }

    static string RequireReason(string reason) => reason.Trim() is { Length: >= 5 and <= 300 } trimmed
        ? trimmed
        : throw new RuleBroken("ban.reason_required", "Tulis alasannya, 5 sampai 300 huruf.");
}
