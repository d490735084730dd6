using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Application.Legal;

static class LegalSetup
{
    public static IServiceCollection AddLegal(this IServiceCollection services) => services
        .AddScoped<LegalTerms>()
        .AddScoped<Standings>()
        .AddScoped<ScanRoom>()
        .AddScoped<Office.OfficeDesk>()
        .AddScoped<PreChecks.PreCheckDesk>();
}
