using System.Security.Claims;
using Komeji.Domain.Accounts;
using Komeji.Domain.Stores;
using Microsoft.AspNetCore.Authorization;

namespace Komeji.Web.Setup;

/// <summary>Who may enter which area. Narrower rights inside an area are named policies on the controller.</summary>
public static class Access
{
    public const string SellerClaim = "komeji:toko";
    public const string RightsClaim = "komeji:hak";
    public const string OtherShopsClaim = "komeji:toko-lain";

    public static string PolicyOf(string area) => "area:" + area;

    /// <summary>Who may do this in the shop the person works in; <c>None</c> is everybody who works there.</summary>
    public static string PolicyOf(ShopRights right) => "toko:" + right;

    public static ShopRights RightsOf(ClaimsPrincipal person) => Enum.TryParse<ShopRights>(person.FindFirstValue(RightsClaim), out var rights) ? rights : ShopRights.None;

    /// <summary>Where this person works, to go there after signing in: a back office, the shop, or the storefront as everybody.</summary>
    public static string WorkplaceOf(ClaimsPrincipal person) =>
        Roles.Cooperative.Any(person.IsInRole) ? "/operator"
        : person.IsInRole(Roles.Verifier) ? "/dinas/antrean"
        : Roles.Helpers.Any(person.IsInRole) ? "/mitra/pendampingan"
        : person.HasClaim(c => c.Type == SellerClaim) ? "/penjual"
        : "/";

    public static IServiceCollection AddKomejiAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(PolicyOf("Shop"), p => p.RequireAssertion(_ => true))
            .AddPolicy(PolicyOf("Hooks"), p => p.RequireAssertion(_ => true))
            .AddPolicy(PolicyOf("Account"), p => p.RequireAuthenticatedUser())
            .AddPolicy(PolicyOf("Seller"), p => p.RequireClaim(SellerClaim))
            .AddPolicy(PolicyOf("Community"), p => p.RequireAuthenticatedUser())
            .AddPolicy(PolicyOf("Operations"), p => p.RequireRole(Roles.Cooperative))
            .AddPolicy(PolicyOf("Office"), p => p.RequireRole(Roles.Verifier, Roles.Supervisor))
            .AddPolicy("Verify", p => p.RequireRole(Roles.Verifier))
            .AddPolicy("Audit", p => p.RequireRole(Roles.Supervisor))
            .AddPolicy(nameof(Roles.Admin), p => p.RequireRole(Roles.Admin))
            .AddPolicy("Settings", p => p.RequireRole(Roles.Admin))
            .AddPolicy("SeeSettings", p => p.RequireRole(Roles.Admin, Roles.Board, Roles.Supervisor, Roles.Operator, Roles.Finance))
            .AddPolicy("Jobs", p => p.RequireRole(Roles.Admin, Roles.Operator, Roles.Maintenance))
            .AddPolicy("Finance", p => p.RequireRole(Roles.Finance))
            .AddPolicy("Books", p => p.RequireRole(Roles.Finance, Roles.Board, Roles.Supervisor))
            .AddPolicy("Journals", p => p.RequireRole(Roles.Finance, Roles.Board, Roles.Supervisor, Roles.Operator, Roles.CallCentre))
            .AddPolicy("Orders", p => p.RequireRole(Roles.Operator, Roles.CallCentre))
            .AddPolicy("Refunds", p => p.RequireRole(Roles.Operator, Roles.Finance))
            .AddPolicy("ReadClaims", p => p.RequireRole(Roles.Operator, Roles.Finance, Roles.CallCentre))
            .AddPolicy("Vouchers", p => p.RequireRole(Roles.Operator, Roles.Finance))
            .AddPolicy("Complaints", p => p.RequireRole(Roles.Operator))
            .AddPolicy("Points", p => p.RequireRole(Roles.Operator, Roles.Admin))
            .AddPolicy("Listings", p => p.RequireRole(Roles.Operator, Roles.Admin))
            .AddPolicy("Shops", p => p.RequireRole(Roles.Operator, Roles.Admin))
            .AddPolicy("CallCentre", p => p.RequireRole(Roles.CallCentre, Roles.Operator))
            .AddPolicy("Messages", p => p.RequireRole(Roles.Admin, Roles.Operator, Roles.CallCentre));
        services.Configure<AuthorizationOptions>(o =>
        {
            foreach (var right in Enum.GetValues<ShopRights>())
            {
                o.AddPolicy(PolicyOf(right), p => p.RequireAssertion(c => RightsOf(c.User).HasFlag(right)));
            }

            o.AddPolicy("OtherShops", p => p.RequireClaim(OtherShopsClaim));
            o.AddPolicy("Self", p => p.RequireAssertion(c => HelpingClaims.Read(c.User) is null));
            o.AddPolicy("Helpers", p => p.RequireRole(Roles.Mentor, Roles.CommunityHead));
        });
        services.AddSingleton(new AddressLimit(configuration.GetValue("Komeji:SignInPostsPerMinute", 60)));
        return services;
    }
}
