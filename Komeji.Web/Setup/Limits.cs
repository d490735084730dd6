using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Net.Http.Headers;
using BadHttpRequestException = Microsoft.AspNetCore.Http.BadHttpRequestException;

namespace Komeji.Web.Setup;

/// <summary>How much a visitor may send. Actions that take pictures raise it by <c>[RequestSizeLimit]</c>.</summary>
public static class Limits
{
    const int Megabyte = 1024 * 1024;

    /// <summary>The code of a fault of reading that comes from no disk: the body's last line is missing. A full disk has another.</summary>
    static readonly int EndsTooSoon = new IOException().HResult;

    public static IServiceCollection AddKomejiLimits(this IServiceCollection services)
    {
        services.Configure<KestrelServerOptions>(o =>
        {
            o.AddServerHeader = false;
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
        if (HttpMethods.IsGet(context.Request.Method) || await Refusal(context.Request, limit) is not { } status)
        {
            await next(context);
            return;
        }

        if (status == StatusCodes.Status413PayloadTooLarge)
        {
            context.Features.Set(new TooLarge(limit));
        }

        context.Response.StatusCode = status;
    });

    /// <summary>Reads a form before anything else does, so that every address refuses one that cannot be taken apart in the same way.</summary>
    /// <returns>Null when there is nothing against it.</returns>
    static async Task<int?> Refusal(HttpRequest request, long limit)
    {
        if (request.ContentLength > limit)
        {
            if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } body)
            {
                // The server takes what is still on its way, for a few seconds, so that the browser comes to read the answer.
                body.MaxRequestBodySize = null;
            }

            return StatusCodes.Status413PayloadTooLarge;
        }

        if (!request.HasFormContentType)
        {
            return null;
        }

        try
        {
            if (IsInForeignLetters(request))
            {
                return StatusCodes.Status415UnsupportedMediaType;
            }

            await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return null;
        }
        catch (BadHttpRequestException fault)
        {
            // Sent in pieces, its length is known when it has been read.
            return fault.StatusCode;
        }
        catch (InvalidDataException)
        {
            return StatusCodes.Status400BadRequest;
        }
        catch (IOException fault) when (fault.HResult == EndsTooSoon)
        {
            return StatusCodes.Status400BadRequest;
        }
        catch (NotSupportedException)
        {
            // A part in an encoding that is no longer read.
            return StatusCodes.Status415UnsupportedMediaType;
        }
    }

    /// <summary>Our pages are in UTF-8 and browsers answer in kind; some other encodings the framework does not even name without a fault.</summary>
    static bool IsInForeignLetters(HttpRequest request) =>
        MediaTypeHeaderValue.TryParse(request.ContentType, out var kind) && HeaderUtilities.RemoveQuotes(kind.Charset) is { Length: > 0 } letters && !letters.Equals("utf-8", StringComparison.OrdinalIgnoreCase);
}

/// <param name="Limit">Bytes the address takes.</param>
public sealed record TooLarge(long Limit);
