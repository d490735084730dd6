using System.Reflection;
using Komeji.Domain.Common;
using Komeji.Tests.Web.Authorisation;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;

namespace Komeji.Tests.Web.BadInput;

/// <summary>A value an action takes, under the name a form gives it.</summary>
public sealed record BoundField(string Name, Type Type)
{
    public bool IsFile => Type == typeof(IFormFile);
}

/// <summary>An address of the product, who may use it, and what it takes: all read from the running product and its reviewed table.</summary>
public sealed record FuzzTarget(AuthorisationRow Row, IReadOnlyList<BoundField> Fields)
{
    public static IReadOnlyList<FuzzTarget> All(IEnumerable<EndpointDataSource> sources)
    {
        var rows = AuthorisationTable.Rows.ToDictionary(r => r.ToString());
        return
        [
            .. from endpoint in sources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
               let route = "/" + (endpoint.RoutePattern.RawText ?? "").TrimStart('/')
               where !route.StartsWith("/{*", StringComparison.Ordinal)
               from method in endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"]
               where method != "HEAD"
               let row = rows.GetValueOrDefault($"{method} {route}") ?? new AuthorisationRow(method, route, "everyone", "", false, true)
               select new FuzzTarget(row, [.. FieldsOf(endpoint)]),
        ];
    }

    static IEnumerable<BoundField> FieldsOf(RouteEndpoint endpoint)
    {
        var taken = endpoint.RoutePattern.Parameters.Select(p => p.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        return (endpoint.Metadata.GetMetadata<ControllerActionDescriptor>()?.Parameters ?? [])
            .Where(p => !taken.Contains(p.Name) && p.ParameterType != typeof(CancellationToken))
            .SelectMany(p => IsSimple(Plain(p.ParameterType)) || Element(p.ParameterType) is not null ? Of(p.Name, p.ParameterType) : Of("", p.ParameterType));
    }

    static IEnumerable<BoundField> Of(string name, Type declared, int depth = 0)
    {
        var type = Plain(declared);
        if (IsSimple(type))
        {
            return [new BoundField(name, type)];
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Dictionary<,>))
        {
            return Of($"{name}[{Guid.Empty}]", type.GetGenericArguments()[1], depth + 1);
        }

        if (Element(type) is { } element)
        {
            return IsSimple(Plain(element)) ? [new BoundField(name, Plain(element)), new BoundField(name, Plain(element))] : [.. Of(name + "[0]", element, depth + 1), .. Of(name + "[1]", element, depth + 1)];
        }

        return depth > 3 ? [] : type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.SetMethod?.IsPublic == true && p.GetCustomAttribute<BindNeverAttribute>() is null)
            .SelectMany(p => Of(name.Length == 0 ? p.Name : $"{name}.{p.Name}", p.PropertyType, depth + 1));
    }

    static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    static bool IsSimple(Type type) =>
        type.IsPrimitive || type.IsEnum || type == typeof(string) || type == typeof(Guid) || type == typeof(DateOnly) || type == typeof(DateTimeOffset) || type == typeof(Rupiah) || type == typeof(IFormFile);

    static Type? Element(Type type) => type == typeof(string)
        ? null
        : type.GetInterfaces().Append(type).FirstOrDefault(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IEnumerable<>))?.GetGenericArguments()[0];
}
