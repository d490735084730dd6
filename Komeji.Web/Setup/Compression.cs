using System.IO.Compression;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;

namespace Komeji.Web.Setup;

/// <summary>
/// Scripts, styles and drawings are compressed as they are sent; catalogue pages once, and kept so. A page with something personal
/// on it is left to the proxy: beside what a visitor typed, the length of a compressed secret tells of it.
/// </summary>
public static class Compression
{
    static readonly string[] Folders = ["/css", "/js", "/lib", "/img"];

    public static IServiceCollection AddKomejiCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true;
            o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml"];
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        return services;
    }

    /// <summary>Before the static files.</summary>
    public static void UseKomejiFileCompression(this IApplicationBuilder app) =>
        app.UseWhen(context => Folders.Any(folder => context.Request.Path.StartsWithSegments(folder)), files => files.UseResponseCompression());

    /// <summary>After the kept pages, so that they are kept compressed.</summary>
    public static void UseKomejiPageCompression(this WebApplication app) =>
        app.UseWhen(context => context.IsSamePageForAll(), pages => pages.UseResponseCompression());

    /// <summary>A kept page has one copy for each way of compressing that browsers ask for.</summary>
    public static void VaryByCompression(this OutputCacheContext context) =>
        context.CacheVaryByRules.VaryByValues["encoding"] =
            context.HttpContext.RequestServices.GetRequiredService<IResponseCompressionProvider>().GetCompressionProvider(context.HttpContext)?.EncodingName ?? "";
}
