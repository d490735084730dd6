using Komeji.Application.Common;

namespace Komeji.Web.Setup;

/// <summary>The random key by which a browser is known again when its person signs in. It opens nothing.</summary>
static class DeviceCookie
{
    const string Name = "komeji.perangkat";
    const int KeyLength = 64;

    /// <summary>As long as browsers keep a cookie at all.</summary>
    static readonly TimeSpan Life = TimeSpan.FromDays(400);

    public static string DeviceKey(this HttpContext context)
    {
        var cookies = context.RequestServices.GetRequiredService<SiteCookies>();
        var kept = context.Request.Cookies[cookies.Name(Name)];
        var key = kept is { Length: KeyLength } && kept.All(char.IsAsciiHexDigitLower) ? kept : context.RequestServices.GetRequiredService<ICodes>().Token();
        context.Response.Cookies.Append(cookies.Name(Name), key, cookies.Options(Life));
        return key;
    }
}
