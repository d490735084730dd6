using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Komeji.Web.Setup;

/// <summary>A seller's mentoring code, taken along in a phone both use from her page over the sign-in to the mentor's: sealed, and gone with the code's minutes.</summary>
static class CarriedCode
{
    const string Name = "komeji.titipan";

    public static void CarryCode(this HttpContext context, string code, DateTimeOffset now, DateTimeOffset until)
    {
        var cookies = context.RequestServices.GetRequiredService<SiteCookies>();
        context.Response.Cookies.Append(cookies.Name(Name), Protector(context).Protect(code), cookies.Options(until - now));
    }

    public static string? CarriedMentoringCode(this HttpContext context)
    {
        if (context.Request.Cookies[context.RequestServices.GetRequiredService<SiteCookies>().Name(Name)] is not { Length: > 0 } kept)
        {
            return null;
        }

        try
        {
            return Protector(context).Unprotect(kept);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }

    /// <summary>The phone goes to the other one: going back must show nothing of what was open.</summary>
    public static void ForgetPages(this HttpContext context) => context.Response.Headers["Clear-Site-Data"] = "\"cache\"";

    public static void DropCode(this HttpContext context)
    {
        var cookies = context.RequestServices.GetRequiredService<SiteCookies>();
        context.Response.Cookies.Delete(cookies.Name(Name), cookies.Options());
    }

    static IDataProtector Protector(HttpContext context) =>
        context.RequestServices.GetRequiredService<IDataProtectionProvider>().CreateProtector("mentoring code");
}
