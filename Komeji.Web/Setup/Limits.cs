using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;

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
}
