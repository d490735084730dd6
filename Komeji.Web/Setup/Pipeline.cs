using Komeji.Persistence;
using Komeji.Persistence.Common;
using Microsoft.AspNetCore.Diagnostics;

namespace Komeji.Web.Setup;

/// <summary>What every answer passes through.</summary>
public static class Pipeline
{
    const string ContentPolicy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

    /// <summary>A browser that came by https once never asks in the clear again.</summary>
    const string OneYear = "max-age=31536000";

    public static async Task BringDatabaseUpToDate(this WebApplication app)
    {
        await using var scope = app.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<KomejiDb>();
        await db.BringUpToDate(CancellationToken.None);
        await ReferenceData.BringUpToDate(db, app.Services.GetRequiredService<TimeProvider>().GetUtcNow(), CancellationToken.None);
    }

    public static void UseKomejiFaultPages(this WebApplication app)
    {
        app.UseExceptionHandler("/kesalahan", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/kesalahan/{0}");
        app.Use((context, next) =>
        {
            // A page about a refused form is fetched like any other: nothing of the form is acted on again, or read at all.
            if (context.Features.Get<IExceptionHandlerFeature>() is not null || context.Features.Get<IStatusCodeReExecuteFeature>() is not null)
            {
                context.Request.Method = HttpMethods.Get;
                context.Request.ContentType = null;
            }

            if (context.Features.Get<IExceptionHandlerFeature>() is not null)
            {
                // Whose session it is stands in the database, which may be what failed: a fault's page is the same for everyone.
                context.Request.Headers.Cookie = default;
            }

            return next(context);
        });
        app.UseRequestLocalization();
    }

    public static void UseKomejiHeaders(this IApplicationBuilder app)
    {
        var secure = app.ApplicationServices.GetRequiredService<SiteCookies>().Secure;

        // "Bayar Sekarang" is a form whose answer leads to the provider's page: browsers check that address as well.
        var policy = app.ApplicationServices.GetRequiredService<PaySite>().Origin is { } origin ? $"{ContentPolicy} {origin}" : ContentPolicy;
        app.Use((context, next) =>
        {
            Dress(context.Response.Headers, secure, policy);
            return next(context);
        });
    }

    static void Dress(IHeaderDictionary headers, bool secure, string policy)
    {
        if (secure)
        {
            headers.StrictTransportSecurity = OneYear;
        }

        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers["Referrer-Policy"] = "strict-origin-when-cross-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), geolocation=(), payment=()";
    }

    /// <summary>Before everything else: a script or a drawing needs no route, no session and no page of its own for faults.</summary>
    public static void UseKomejiFiles(this WebApplication app) => app.UseWhen(
        context => context.Request.Path.Value?.Contains('.', StringComparison.Ordinal) == true,
        files =>
        {
            files.UseKomejiHeaders();
            files.UseKomejiFileCompression();
            files.UseKomejiStaticFiles();
        });

    static void UseKomejiStaticFiles(this IApplicationBuilder app) => app.UseStaticFiles(new StaticFileOptions
    {
        OnPrepareResponse = file => file.Context.Response.Headers.CacheControl =
            file.Context.Request.Query.ContainsKey("v") ? "public, max-age=31536000, immutable" : "public, max-age=3600",
    });
}
