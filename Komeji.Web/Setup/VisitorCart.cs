namespace Komeji.Web.Setup;

/// <summary>The cookie by which a browser that is not signed in finds its cart again.</summary>
public static class VisitorCart
{
    const string CookieName = "komeji.keranjang";
    const int TokenLength = 64;

    /// <summary>Null when there is none, or it cannot be one of ours.</summary>
    public static string? CartToken(this HttpContext context) =>
        context.Request.Cookies[CookieName] is { Length: TokenLength } token && token.All(char.IsAsciiHexDigitLower) ? token : null;

    public static void KeepCart(this HttpContext context, string token, int days) =>
        context.Response.Cookies.Append(CookieName, token, Options(context, TimeSpan.FromDays(days)));

    public static void ForgetCart(this HttpContext context) => context.Response.Cookies.Delete(CookieName, Options(context, null));

    static CookieOptions Options(HttpContext context, TimeSpan? age) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = context.Request.IsHttps,
        IsEssential = true,
        Path = "/",
        MaxAge = age,
    };
}
