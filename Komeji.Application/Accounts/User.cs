using Microsoft.AspNetCore.Identity;

namespace Komeji.Application.Accounts;

/// <summary>
/// A person's account, kept by ASP.NET Core Identity. It signs in by e-mail or phone number; <see cref="IdentityUser{TKey}.UserName"/>
/// is the one it registered with, normalised (docs/decisions says why it lives here and not in the domain).
/// </summary>
public sealed class User : IdentityUser<Guid>
{
    public string FullName { get; set; } = "";
    public DateTimeOffset RegisteredAt { get; set; }

    /// <summary>Barred from signing in, with the reason shown to administrators.</summary>
    public DateTimeOffset? BannedAt { get; set; }
    public string BanReason { get; set; } = "";

    public bool IsConfirmed => EmailConfirmed || PhoneNumberConfirmed;
}
