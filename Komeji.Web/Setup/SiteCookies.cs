using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Setup;

/// <summary>
/// How every cookie of the site is dressed: not for scripts, not for other sites, and where the site is reached by https only over
/// TLS under a <c>__Host-</c> name, which a neighbouring subdomain cannot write.
/// </summary>
public sealed record SiteCookies(bool Secure)
{
    public string Name(string plain) => Secure ? "__Host-" + plain : plain;

    public CookieBuilder Dress(CookieBuilder cookie, string plainName, SameSiteMode sameSite = SameSiteMode.Lax)
    {
        cookie.Name = Name(plainName);
        cookie.Path = "/";
        cookie.HttpOnly = true;
        cookie.SameSite = sameSite;
        cookie.SecurePolicy = Secure ? CookieSecurePolicy.Always : CookieSecurePolicy.SameAsRequest;
        return cookie;
    }

    /// <summary>For a cookie a page sets itself; without a life it ends with the browser.</summary>
    public CookieOptions Options(TimeSpan? life = null) => new()
    {
        Path = "/",
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = Secure,
        IsEssential = true,
        MaxAge = life,
    };
}

public static class SiteCookiesSetup
{
    public static IServiceCollection AddKomejiCookies(this IServiceCollection services, KomejiSettings settings)
    {
        var cookies = new SiteCookies(settings.BaseUrl.StartsWith("https://", StringComparison.OrdinalIgnoreCase));
        services.AddSingleton(cookies);
        services.Configure<AntiforgeryOptions>(o =>
        {
            cookies.Dress(o.Cookie, "komeji.formulir", SameSiteMode.Strict);
            o.FormFieldName = "__formulir";
        });
        services.Configure<CookieTempDataProviderOptions>(o => cookies.Dress(o.Cookie, "komeji.kabar"));
        return services;
    }
}
