using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

namespace Komeji.Web.Setup;

/// <summary>
/// For the one form that stands on pages kept for everyone and so carries no token: the post must come from a page of this site.
/// The browser says so in <c>Sec-Fetch-Site</c> and <c>Origin</c>, which no other site can forge; an old browser that sends
/// neither must name this site as its referrer.
/// </summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class FromThisSiteOnlyAttribute : Attribute, IAuthorizationFilter
{
    public void OnAuthorization(AuthorizationFilterContext context)
    {
        if (!IsFromThisSite(context.HttpContext.Request))
        {
            context.Result = new StatusCodeResult(StatusCodes.Status403Forbidden);
        }
    }

    public static bool IsFromThisSite(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        var origin = request.Headers.Origin.ToString();
        if (site.Length == 0 && origin.Length == 0)
        {
            return IsThisHost(request, request.Headers.Referer.ToString());
        }

        return (site.Length == 0 || site == "same-origin") && (origin.Length == 0 || IsThisHost(request, origin));
    }

    static bool IsThisHost(HttpRequest request, string address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri)
        && (uri.Scheme is "http" or "https")
        && string.Equals(uri.Authority, Authority(request), StringComparison.OrdinalIgnoreCase);

    /// <summary>Host and port as a browser writes them: without the scheme's own port.</summary>
    static string Authority(HttpRequest request) =>
        Uri.TryCreate($"{request.Scheme}://{request.Host}", UriKind.Absolute, out var own) ? own.Authority : "";
}
