using System.Security.Claims;
using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;

namespace Komeji.Web.Setup;

/// <summary>
/// What was typed for an act that needs a second factor, while its person sets one up: sealed in a cookie of half an hour, for that
/// person only. The page that shows the recovery codes then sends it on.
/// </summary>
public sealed class HeldForm(IDataProtectionProvider protection, SiteCookies cookies, TimeProvider clock)
{
    const string Name = "komeji.isian";

    /// <summary>A browser keeps no longer cookie; what is longer is typed once more.</summary>
    const int LongestCookie = 3_800;

    static readonly TimeSpan Life = TimeSpan.FromMinutes(30);

    readonly IDataProtector protector = protection.CreateProtector(Name);

    public sealed record Held(string Action, IReadOnlyList<KeyValuePair<string, string>> Fields, string Person, DateTimeOffset Until);

    /// <returns>Whether it could be kept.</returns>
    public bool Keep(HttpContext context, string action, IReadOnlyList<KeyValuePair<string, string>> fields)
    {
        var text = protector.Protect(JsonSerializer.Serialize(new Held(action, fields, PersonOf(context), clock.GetUtcNow() + Life)));
        if (text.Length > LongestCookie)
        {
            return false;
        }

        context.Response.Cookies.Append(cookies.Name(Name), text, cookies.Options(Life));
        return true;
    }

    /// <summary>Gives it back once.</summary>
    /// <returns>Null where this person typed nothing in the last half hour.</returns>
    public Held? Take(HttpContext context)
    {
        if (context.Request.Cookies[cookies.Name(Name)] is not { Length: > 0 and <= LongestCookie } text)
        {
            return null;
        }

        context.Response.Cookies.Delete(cookies.Name(Name), cookies.Options());
        try
        {
            return JsonSerializer.Deserialize<Held>(protector.Unprotect(text)) is { } held && held.Until > clock.GetUtcNow() && held.Person == PersonOf(context) ? held : null;
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    static string PersonOf(HttpContext context) => context.User.FindFirstValue(ClaimTypes.NameIdentifier) ?? "";
}
