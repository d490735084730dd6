using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing.Template;

namespace Komeji.Web.Setup;

/// <summary>
/// The address of a form that was refused stands in the browser, and opened or reloaded it has no page: it leads back to the nearest
/// page above it. Which page that is follows from the addresses alone, so it tells nothing of the thing itself.
/// </summary>
public sealed class WayBack(EndpointDataSource addresses)
{
    readonly Lazy<IReadOnlyList<TemplateMatcher>> pages = new(() => Matchers(addresses, HttpMethods.Get));
    readonly Lazy<IReadOnlyList<TemplateMatcher>> forms = new(() => Matchers(addresses, HttpMethods.Post));

    /// <returns>Null where no form posts to this address, or no page but the front page stands above it.</returns>
    public string? From(PathString address)
    {
        if (address.Value is not { } path || !Any(forms.Value, path))
        {
            return null;
        }

        for (var end = path.LastIndexOf('/'); end > 0; end = path.LastIndexOf('/', end - 1))
        {
            var above = path[..end];
            if (Any(pages.Value, above))
            {
                var page = new PathString(above).ToUriComponent();
                return RedirectHttpResult.IsLocalUrl(page) ? page : null;
            }
        }

        return null;
    }

    static bool Any(IReadOnlyList<TemplateMatcher> matchers, string path) => matchers.Any(m => m.TryMatch(path, new RouteValueDictionary()));

    static IReadOnlyList<TemplateMatcher> Matchers(EndpointDataSource addresses, string method) =>
    [
        .. addresses.Endpoints.OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods.Contains(method) == true)
            .Select(e => new TemplateMatcher(new RouteTemplate(e.RoutePattern), new RouteValueDictionary())),
    ];
}
