using Komeji.Web.Areas.Shared;

namespace Komeji.Web.Setup;

/// <summary>What the shop window is made of.</summary>
public static class Storefront
{
    public static IServiceCollection AddKomejiStorefront(this IServiceCollection services)
    {
        services.AddScoped<PageHead>();
        return services;
    }
}
