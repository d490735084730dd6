using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Setup;

/// <summary>A stored picture as an answer: shown in a page, and on its own without script, form or frame.</summary>
public static class PictureFile
{
    /// <summary>Drawn pictures of the demo market bring styles of their own.</summary>
    const string DrawingPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

    /// <param name="key">Its ending says what kind of picture it is.</param>
    /// <param name="caching">What a browser and what stands before it may keep.</param>
    public static FileStreamResult Of(HttpResponse response, string key, Stream picture, string caching)
    {
        response.Headers.CacheControl = caching;
        response.Headers.ContentSecurityPolicy = DrawingPolicy;
        return new FileStreamResult(picture, Path.GetExtension(key) == ".svg" ? "image/svg+xml" : "image/webp");
    }
}
