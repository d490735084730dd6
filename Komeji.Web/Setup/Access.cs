using Komeji.Domain.Accounts;
using Microsoft.AspNetCore.Authorization;

namespace Komeji.Web.Setup;

/// <summary>Who may enter which area. Narrower rights inside an area are named policies on the controller.</summary>
public static class Access
{
    public const string SellerClaim = "komeji:toko";

    public static string PolicyOf(string area) => "area:" + area;

    public static IServiceCollection AddKomejiAccess(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(PolicyOf("Shop"), p => p.RequireAssertion(_ => true))
            .AddPolicy(PolicyOf("Hooks"), p => p.RequireAssertion(_ => true))
            .AddPolicy(PolicyOf("Account"), p => p.RequireAuthenticatedUser())
            .AddPolicy(PolicyOf("Seller"), p => p.RequireClaim(SellerClaim))
            .AddPolicy(PolicyOf("Community"), p => p.RequireAuthenticatedUser())
            .AddPolicy(PolicyOf("Operations"), p => p.RequireRole(Roles.Operator, Roles.CallCentre, Roles.Finance, Roles.Board, Roles.Supervisor, Roles.Maintenance, Roles.Admin))
            .AddPolicy(PolicyOf("Office"), p => p.RequireRole(Roles.Verifier, Roles.Supervisor))
            .AddPolicy("Verify", p => p.RequireRole(Roles.Verifier))
            .AddPolicy("Audit", p => p.RequireRole(Roles.Supervisor))
            .AddPolicy(nameof(Roles.Admin), p => p.RequireRole(Roles.Admin))
            .AddPolicy("Settings", p => p.RequireRole(Roles.Admin))
            .AddPolicy("SeeSettings", p => p.RequireRole(Roles.Admin, Roles.Board, Roles.Supervisor, Roles.Operator, Roles.Finance))
            .AddPolicy("Jobs", p => p.RequireRole(Roles.Admin, Roles.Operator, Roles.Maintenance))
            .AddPolicy("Finance", p => p.RequireRole(Roles.Finance))
            .AddPolicy("Orders", p => p.RequireRole(Roles.Operator, Roles.CallCentre))
            .AddPolicy("Points", p => p.RequireRole(Roles.Operator, Roles.Admin))
            .AddPolicy("Listings", p => p.RequireRole(Roles.Operator, Roles.Admin))
            .AddPolicy("Messages", p => p.RequireRole(Roles.Admin, Roles.Operator, Roles.CallCentre));
        services.AddSingleton(new AddressLimit(configuration.GetValue("Komeji:SignInPostsPerMinute", 60)));
        return services;
    }
}
