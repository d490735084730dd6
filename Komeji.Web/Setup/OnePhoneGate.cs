using Microsoft.AspNetCore.Mvc.Controllers;

namespace Komeji.Web.Setup;

/// <summary>
/// While a mentor helps on a phone that is also the seller's, nothing of the mentor's own account is opened in it: only the seller's
/// shop, the public pages, and the end.
/// </summary>
public static class OnePhoneGate
{
    public const string Page = "/mitra/pendampingan";

    public static void UseKomejiOnePhoneGate(this WebApplication app) => app.Use((context, next) =>
    {
        if (HelpingClaims.Read(context.User) is not { OnOnePhone: true } || IsOpen(context.GetEndpoint()))
        {
            return next(context);
        }

        context.Response.Headers.CacheControl = "no-store";
        context.Response.Redirect(Page);
        return Task.CompletedTask;
    });

    static bool IsOpen(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<ControllerActionDescriptor>() is not { } page
        || page.RouteValues["area"] == "Seller"
        || endpoint.Metadata.GetMetadata<OpenOnOnePhoneAttribute>() is not null;
}

/// <summary>Shows nothing of anybody's own account, so a mentor and a seller who share a phone may come here.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OpenOnOnePhoneAttribute : Attribute;
