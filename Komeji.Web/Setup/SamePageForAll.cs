using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;

namespace Komeji.Web.Setup;

/// <summary>
/// Catalogue pages are the same bytes for every visitor and are cached whole. An answer that sets a cookie or says no-store holds
/// something personal and is never kept.
/// </summary>
public sealed class SamePageForAll : IOutputCachePolicy
{
    public const string Name = "catalogue";
    public const string Tag = "catalogue";

    public static readonly StringValues QueryKeys = new(["q", "kategori", "wilayah", "min", "maks", "jenis", "legal", "urut", "hal", "setelah", "bintang", "foto"]);

    /// <summary>Of the pages of one product.</summary>
    public static string TagOf(string product) => "produk:" + product;

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var request = context.HttpContext.Request;
        var plain = (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) && request.QueryString.Value is null or { Length: <= 300 };
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = plain;
        context.AllowLocking = true;
        context.CacheVaryByRules.QueryKeys = QueryKeys;
        context.VaryByCompression();
        context.ResponseExpirationTimeSpan = TimeSpan.FromSeconds(60);
        context.Tags.Add(Tag);
        if (request.Path.StartsWithSegments("/produk") && request.RouteValues["slug"] is string product)
        {
            context.Tags.Add(TagOf(product));
        }

        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK
            || response.Headers.SetCookie.Count > 0
            || response.Headers.CacheControl.ToString().Contains("no-store", StringComparison.OrdinalIgnoreCase))
        {
            context.AllowCacheStorage = false;
        }

        return ValueTask.CompletedTask;
    }
}

public static class SamePages
{
    /// <summary>Whether the page asked for is kept whole for everyone.</summary>
    public static bool IsSamePageForAll(this HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<OutputCacheAttribute>()?.PolicyName == SamePageForAll.Name;
}
