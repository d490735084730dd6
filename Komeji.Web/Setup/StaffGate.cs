using System.Security.Claims;
using Microsoft.AspNetCore.Mvc.Controllers;

namespace Komeji.Web.Setup;

/// <summary>
/// Who holds a role and has no second factor is led to set one up and can do nothing else, also nothing a buyer can: a password
/// alone opens no account with power over others.
/// </summary>
public static class StaffGate
{
    public const string Page = "/akun/keamanan/kode-kedua";

    public static void UseKomejiStaffGate(this WebApplication app)
    {
        if (!app.Services.GetRequiredService<KomejiSettings>().StaffSecondFactor)
        {
            return;
        }

        app.Use((context, next) =>
        {
            if (!IsStaffWithoutFactor(context.User) || IsOpen(context.GetEndpoint()))
            {
                return next(context);
            }

            context.Response.Headers.CacheControl = "no-store";
            context.Response.Redirect(Page);
            return Task.CompletedTask;
        });
    }

    public static bool IsStaff(ClaimsPrincipal person) => person.HasClaim(c => c.Type == ClaimTypes.Role);

    static bool IsStaffWithoutFactor(ClaimsPrincipal person) =>
        IsStaff(person) && !person.HasClaim(c => c.Type == SignedInUser.SecondFactorClaim);

    /// <summary>What sets the factor up, signing out, and what belongs to every page; health and the 404 are no pages.</summary>
    static bool IsOpen(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<ControllerActionDescriptor>() is null || endpoint.Metadata.GetMetadata<OpenWithoutSecondFactorAttribute>() is not null;
}

/// <summary>Staff who have no second factor yet may come here.</summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class OpenWithoutSecondFactorAttribute : Attribute;
