using System.Globalization;
using Komeji.Domain.Common;

namespace Komeji.Web.Setup;

/// <summary>Too many wrong tries: what to try next is not looked at before a moment, and the page names it.</summary>
static class Locked
{
    static readonly CultureInfo Indonesian = new("id-ID");

    /// <summary>429 with <c>Retry-After</c>.</summary>
    /// <returns>"Coba lagi pukul 14.05 WIB", with the day where it is another.</returns>
    public static string Until(HttpContext http, DateTimeOffset until)
    {
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter = Math.Max(1, (int)Math.Ceiling((until - now).TotalSeconds)).ToString(CultureInfo.InvariantCulture);

        // The minute named has the lock behind it, also when it ends in the middle of one.
        var named = until.AddSeconds(59).ToOffset(Wib.Offset);
        var day = Wib.DayOf(named) == Wib.DayOf(now) ? "" : named.ToString("d MMM yyyy ", Indonesian);
        return $"Coba lagi {day}pukul {named.ToString("HH.mm 'WIB'", Indonesian)}";
    }
}
