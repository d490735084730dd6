using Komeji.Application.Catalog;
using Komeji.Application.Files;
using Komeji.Integrations.Files;
using Komeji.Integrations.Images;
using Komeji.Web.Areas.Shared;
using Microsoft.AspNetCore.OutputCaching;

namespace Komeji.Web.Setup;

/// <summary>What the shop window is made of.</summary>
public static class Storefront
{
    public static IServiceCollection AddKomejiStorefront(this IServiceCollection services, KomejiSettings settings)
    {
        services.AddScoped<PageHead>();
        services.AddSingleton<ICatalogueCache, KeptPages>();
        services.AddSingleton<IFiles>(new DiskFiles(Path.Combine(settings.DataDirectory, "gambar")));
        services.AddSingleton<IPrivateFiles>(new DiskFiles(Path.Combine(settings.DataDirectory, "bukti")));
        services.AddSingleton<IPictures>(_ => new VipsPictures(Path.Combine(settings.DataDirectory, "sementara")));
        return services;
    }

    sealed class KeptPages(IOutputCacheStore store) : ICatalogueCache
    {
        public async Task Forget(CancellationToken cancellationToken) => await store.EvictByTagAsync(SamePageForAll.Tag, cancellationToken);

        public async Task ForgetProduct(string slug, CancellationToken cancellationToken) => await store.EvictByTagAsync(SamePageForAll.TagOf(slug), cancellationToken);
    }
}
