using Komeji.Domain.Common;
using Komeji.Domain.Notifications;

namespace Komeji.Domain.Accounts;

/// <summary>
/// Somebody asked for an account and has not yet shown that the contact is theirs. The account is made when the code comes back,
/// so nobody can reserve another person's number, or leave a password waiting on it.
/// </summary>
public sealed class Registration : Aggregate
{
    Registration() { }

    /// <summary>The id the account will have; the codes sent are bound to it.</summary>
    public Guid Id { get; private set; }
    public MessageChannel Channel { get; private set; }
    public string Contact { get; private set; } = "";
    public string FullName { get; private set; } = "";
    public string PasswordHash { get; private set; } = "";
    public string TermsVersion { get; private set; } = "";
    public bool WantsNews { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }
    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <exception cref="RuleBroken"><c>user.name</c></exception>
    public static Registration Ask(Contact contact, string fullName, string passwordHash, string termsVersion, bool wantsNews, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(now),
        Channel = contact.Channel,
        Contact = contact.Value,
        FullName = PersonName.Require(fullName),
        PasswordHash = passwordHash,
        TermsVersion = termsVersion,
        WantsNews = wantsNews,
        AskedAt = now,
    };

    /// <exception cref="RuleBroken"><c>registration.done</c></exception>
    public void Confirm(DateTimeOffset now)
    {
        if (ConfirmedAt is not null)
        {
            throw new RuleBroken("registration.done", "Akun ini sudah jadi. Silakan masuk.");
        }

        ConfirmedAt = now;
    }
}
