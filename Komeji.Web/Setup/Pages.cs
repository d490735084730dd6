using System.Globalization;
using Komeji.Application.Common;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Komeji.Web.Setup;

public static class Pages
{
    static readonly string[] ViewFormats = ["/Areas/{2}/{1}/{0}.cshtml", "/Areas/{2}/{0}.cshtml", "/Areas/Shared/{0}.cshtml"];

    /// <summary>Bytes of pages kept for all: a thousand pages, compressed, with room. Whoever asks for addresses without end fills it, and no more.</summary>
    const long MostKept = 32L * 1024 * 1024;

    public static IServiceCollection AddKomejiPages(this IServiceCollection services)
    {
        services.AddControllersWithViews(o =>
        {
            o.Conventions.Add(new AreaConvention());
            o.Filters.Add(new AutoValidateAntiforgeryTokenAttribute());
            o.Filters.Add<RefusalFilter>();
            o.Filters.Add<ProofFilter>();
            o.ModelBinderProviders.Insert(0, new RupiahBinderProvider());
            o.ModelBinderProviders.Insert(1, new PlainTextBinders());

            // No page of ours writes names as jQuery does, and their reader stumbles over a bracket that is not closed.
            o.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
            o.ValueProviderFactories.RemoveType<JQueryQueryStringValueProviderFactory>();
            IndonesianFormMessages.Use(o.ModelBindingMessageProvider);
        }).AddRazorOptions(o =>
        {
            o.AreaViewLocationFormats.Clear();
            foreach (var format in ViewFormats)
            {
                o.AreaViewLocationFormats.Add(format);
            }
        });
        services.AddOutputCache(o =>
        {
            o.SizeLimit = MostKept;
            o.AddPolicy(SamePageForAll.Name, b => b.AddPolicy<SamePageForAll>(), excludeDefaultPolicy: true);
        });
        services.AddSingleton<Unavailable>();
        services.AddSingleton<WayBack>();
        services.AddHttpContextAccessor();
        services.AddAntiforgery();
        services.AddSingleton<IAntiforgeryAdditionalDataProvider, FormPlace>();
        services.AddScoped<ICurrentUser, SignedInUser>();
        services.Configure<RequestLocalizationOptions>(o =>
        {
            o.DefaultRequestCulture = new RequestCulture(Indonesian);
            o.SupportedCultures = [Indonesian];
            o.SupportedUICultures = [Indonesian];
            o.RequestCultureProviders.Clear();
        });
        return services;
    }

    public static WebApplication MapKomejiPages(this WebApplication app)
    {
        if (app.Services.GetRequiredService<KomejiSettings>().ServesPages)
        {
            app.MapControllers();
        }

        app.MapFallback("{*path}", context =>
        {
            // Asked again for the page of an answer's status, it must not turn that answer into a 404.
            if (context.Features.Get<IStatusCodeReExecuteFeature>() is null)
            {
                if (PageAbove(context) is { } page)
                {
                    context.Response.Headers.CacheControl = "no-store";
                    return TypedResults.LocalRedirect(page).ExecuteAsync(context);
                }

                context.Response.StatusCode = StatusCodes.Status404NotFound;
            }

            return Task.CompletedTask;
        }).AllowAnonymous();
        return app;
    }

    static string? PageAbove(HttpContext context) =>
        HttpMethods.IsGet(context.Request.Method) && context.User.Identity?.IsAuthenticated == true ? context.RequestServices.GetRequiredService<WayBack>().From(context.Request.Path) : null;

    static readonly CultureInfo Indonesian = new("id-ID");
}
