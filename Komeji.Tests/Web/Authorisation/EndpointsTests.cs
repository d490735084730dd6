using Komeji.Tests.Support;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Web.Authorisation;

/// <summary>Every address stands in the table: a new one without a row fails here.</summary>
public sealed class EndpointsTests
{
    [Fact]
    public async Task The_table_and_the_product_have_the_same_addresses()
    {
        await using var app = await KomejiApp.Start();
        using var _ = app.CreateClient();
        var there = Addresses(app.Services.GetRequiredService<IEnumerable<EndpointDataSource>>()).Order(StringComparer.Ordinal).ToList();
        var written = AuthorisationTable.Rows.Select(r => r.ToString()).Order(StringComparer.Ordinal).ToList();
        there.Except(written).ShouldBeEmpty("addresses without a row in authorisation.csv");
        written.Except(there).ShouldBeEmpty("rows without an address");
        written.ShouldBeUnique();
    }

    /// <summary>A controller's action without an area policy would fall back to "signed in"; none may.</summary>
    [Fact]
    public async Task Every_page_carries_the_policy_of_its_area()
    {
        await using var app = await KomejiApp.Start();
        using var _ = app.CreateClient();
        app.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<ControllerActionDescriptor>() is not null)
            .Where(e => !e.Metadata.GetOrderedMetadata<Microsoft.AspNetCore.Authorization.IAuthorizeData>().Any(a => a.Policy?.StartsWith("area:", StringComparison.Ordinal) == true)
                || e.Metadata.GetMetadata<Microsoft.AspNetCore.Authorization.IAllowAnonymous>() is not null)
            .Select(e => e.DisplayName).ShouldBeEmpty();
    }

    /// <summary>Its action lets in whoever handles the kind of work in the address, of all the office the route lets in; the matrix tries one kind.</summary>
    const string ByKindOfWork = "GET /operator/perlu/{jenis}";

    /// <summary>What <c>routes</c> prints is what the reviewed table says: the same roles, and an owner rule where another's object is not found.</summary>
    [Fact]
    public async Task The_product_names_the_roles_and_owner_rules_of_the_table()
    {
        await using var app = await KomejiApp.Start();
        using var _ = app.CreateClient();
        var endpoints = app.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints);
        var routes = (await RouteTable.Of(endpoints, app.Services.GetRequiredService<IAuthorizationPolicyProvider>())).ToLookup(r => $"{r.Method} {r.Template}");
        var wrong = new List<string>();
        foreach (var row in AuthorisationTable.Rows)
        {
            var route = routes[row.ToString()].Concat(routes[$"* {row.Route}"]).First();
            var roles = row.Who is "everyone" or "signed-in" or "self" or "seller" ? [] : row.Who.Split('|');
            if (row.ToString() == ByKindOfWork ? roles.Except(route.Roles).Any() : !roles.Order(StringComparer.Ordinal).SequenceEqual(route.Roles))
            {
                wrong.Add($"{row}: roles {string.Join('|', route.Roles)}");
            }

            if (row.Owned && route.OwnerRule.Length == 0)
            {
                wrong.Add($"{row}: no owner rule");
            }
        }

        wrong.ShouldBeEmpty();
    }

    static IEnumerable<string> Addresses(IEnumerable<EndpointDataSource> sources) =>
        from endpoint in sources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
        let route = "/" + (endpoint.RoutePattern.RawText ?? "").TrimStart('/')
        where !route.StartsWith("/{*", StringComparison.Ordinal)
        from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]
        where method != "HEAD"
        select $"{method} {route}";
}
