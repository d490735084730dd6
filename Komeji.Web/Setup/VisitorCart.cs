namespace Komeji.Web.Setup;

/// <summary>The cookie by which a browser that is not signed in finds its cart again.</summary>
public static class VisitorCart
{
    const string PlainName = "komeji.keranjang";
    const int TokenLength = 64;

    /// <summary>Null when there is none, or it cannot be one of ours.</summary>
    public static string? CartToken(this HttpContext context) =>
        context.Request.Cookies[Cookies(context).Name(PlainName)] is { Length: TokenLength } token && token.All(char.IsAsciiHexDigitLower) ? token : null;

    public static void KeepCart(this HttpContext context, string token, int days) =>
        context.Response.Cookies.Append(Cookies(context).Name(PlainName), token, Cookies(context).Options(TimeSpan.FromDays(days)));

    public static void ForgetCart(this HttpContext context) =>
        context.Response.Cookies.Delete(Cookies(context).Name(PlainName), Cookies(context).Options());

    static SiteCookies Cookies(HttpContext context) => context.RequestServices.GetRequiredService<SiteCookies>();
}
