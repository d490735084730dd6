using System.Text.Json;
using Komeji.Application.Accounts;
using Microsoft.AspNetCore.DataProtection;

namespace Komeji.Web.Setup;

/// <summary>
/// What is known between the right password and the second factor: who it was, and where the person wanted to go. It stands sealed in
/// a cookie of a few minutes and opens no session. A code sent by message may be slow: then it stands as long as the code counts.
/// </summary>
public sealed class SignInStep(IDataProtectionProvider protection, SiteCookies cookies, TimeProvider clock)
{
    const string Name = "komeji.langkah";

    static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    readonly IDataProtector protector = protection.CreateProtector(Name);

    public sealed record Taken(SignInPass Pass, string? Back, DateTimeOffset Until);

    public void Keep(HttpContext context, SignInPass pass, string? back) =>
        Write(context, new Taken(pass with { SecondFactor = false }, back, clock.GetUtcNow() + Life));

    /// <summary>As long as a code that was sent counts; never shorter than it stood before.</summary>
    public void KeepUntil(HttpContext context, Taken taken, DateTimeOffset until) =>
        Write(context, taken with { Until = until > taken.Until ? until : taken.Until });

    /// <returns>Null where no password was right in the last minutes.</returns>
    public Taken? Read(HttpContext context)
    {
        if (context.Request.Cookies[cookies.Name(Name)] is not { Length: > 0 and < 4_000 } text)
        {
            return null;
        }

        try
        {
            var taken = JsonSerializer.Deserialize<Taken>(protector.Unprotect(text));
            return taken?.Until > clock.GetUtcNow() ? taken : null;
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }

    void Write(HttpContext context, Taken taken) => context.Response.Cookies.Append(
        cookies.Name(Name), protector.Protect(JsonSerializer.Serialize(taken)), cookies.Options(taken.Until - clock.GetUtcNow()));

    public void Forget(HttpContext context) => context.Response.Cookies.Delete(cookies.Name(Name), cookies.Options());
}
