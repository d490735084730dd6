using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using BadHttpRequestException = Microsoft.AspNetCore.Http.BadHttpRequestException;

namespace Komeji.Web.Setup;

/// <summary>How much a visitor may send. Actions that take pictures raise it by <c>[RequestSizeLimit]</c>.</summary>
public static class Limits
{
    const int Megabyte = 1024 * 1024;

    public static IServiceCollection AddKomejiLimits(this IServiceCollection services)
    {
        services.Configure<KestrelServerOptions>(o =>
        {
            o.Limits.MaxRequestBodySize = Megabyte;
            o.Limits.MaxRequestHeadersTotalSize = 32 * 1024;
            o.Limits.RequestHeadersTimeout = TimeSpan.FromSeconds(15);
        });
        services.Configure<FormOptions>(o =>
        {
            o.ValueCountLimit = 1_000;
            o.KeyLengthLimit = 500;
            o.ValueLengthLimit = 200_000;
        });
        return services;
    }

    /// <summary>
    /// A form that is too large gets a page that says so. Left to the check of its token, which reads the form first, it would be
    /// an unreadable one.
    /// </summary>
    public static void UseKomejiLimits(this WebApplication app) => app.Use(async (context, next) =>
    {
        var limit = context.GetEndpoint()?.Metadata.GetMetadata<IRequestSizeLimitMetadata>()?.MaxRequestBodySize ?? Megabyte;
        if (!HttpMethods.IsGet(context.Request.Method) && await IsTooLarge(context.Request, limit))
        {
            context.Features.Set(new TooLarge(limit));
            context.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;
            return;
        }

        await next(context);
    });

    static async Task<bool> IsTooLarge(HttpRequest request, long limit)
    {
        if (request.ContentLength is { } length)
        {
            if (length > limit && request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            {
                // The server takes what is still on its way, for a few seconds, so that the browser comes to read the answer.
                body.MaxRequestBodySize = null;
            }

            return length > limit;
        }

        try
        {
            // Sent in pieces, its length is known when it has been read.
            _ = request.HasFormContentType ? await request.ReadFormAsync(request.HttpContext.RequestAborted) : null;
            return false;
        }
        catch (BadHttpRequestException fault) when (fault.StatusCode == StatusCodes.Status413PayloadTooLarge)
        {
            return true;
        }
        catch (InvalidDataException)
        {
            // A broken form; who reads it next says so.
            return false;
        }
    }
}

/// <param name="Limit">Bytes the address takes.</param>
public sealed record TooLarge(long Limit);
