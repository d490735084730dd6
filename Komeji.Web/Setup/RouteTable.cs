using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Infrastructure;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace Komeji.Web.Setup;

/// <summary>An address of the product and who may use it.</summary>
/// <param name="Method">One row per method; <c>*</c> where any goes.</param>
/// <param name="Policies">The area's first, then narrower ones.</param>
/// <param name="Roles">Roles that pass all policies; empty when no role is asked.</param>
/// <param name="OwnerRule">Whose object it is; empty when it is nobody's.</param>
public sealed record RouteRow(string Method, string Template, string Area, bool Anonymous, IReadOnlyList<string> Policies, IReadOnlyList<string> Roles, string OwnerRule);

/// <summary>Every endpoint, read from the running product, so that the list cannot drift from it.</summary>
public static class RouteTable
{
    public static IReadOnlyList<Endpoint> AllEndpoints(this WebApplication app) =>
        [.. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints)];

    public static async Task<IReadOnlyList<RouteRow>> Of(IEnumerable<Endpoint> endpoints, IAuthorizationPolicyProvider policies)
    {
        var rows = new List<RouteRow>();
        foreach (var endpoint in endpoints.OfType<RouteEndpoint>())
        {
            var names = endpoint.Metadata.GetOrderedMetadata<IAuthorizeData>().Select(d => d.Policy ?? "").ToList();
            var roles = await Roles(names, policies);
            var methods = endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["*"];
            rows.AddRange(methods.Select(method => new RouteRow(
                method,
                "/" + endpoint.RoutePattern.RawText?.TrimStart('/'),
                endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()?.RouteValues["area"] ?? "",
                endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null,
                names,
                roles,
                endpoint.Metadata.GetMetadata<OwnerRuleAttribute>()?.Rule ?? "")));
        }

        return [.. rows.OrderBy(r => r.Template, StringComparer.Ordinal).ThenBy(r => r.Method, StringComparer.Ordinal)];
    }

    static async Task<IReadOnlyList<string>> Roles(IEnumerable<string> names, IAuthorizationPolicyProvider policies)
    {
        IEnumerable<string>? passing = null;
        foreach (var name in names.Where(n => n.Length > 0))
        {
            var policy = await policies.GetPolicyAsync(name) ?? throw new InvalidOperationException($"No policy is called {name}.");
            foreach (var asked in policy.Requirements.OfType<RolesAuthorizationRequirement>())
            {
                passing = passing?.Intersect(asked.AllowedRoles) ?? asked.AllowedRoles;
            }
        }

        return [.. passing?.Order(StringComparer.Ordinal) ?? Enumerable.Empty<string>()];
    }
}
