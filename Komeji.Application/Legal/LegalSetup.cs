using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Application.Legal;

static class LegalSetup
{
    public static IServiceCollection AddLegal(this IServiceCollection services) => services
        .AddScoped<LegalTerms>()
        .AddScoped<Standings>()
        .AddScoped<ScanRoom>()
        .AddScoped<PermitGrace>()
        .AddScoped<PermitsOfGoods>()
        .AddScoped<Opening.MinimumChecklist>()
        .AddScoped<Office.OfficeDesk>()
        .AddScoped<Office.Reports.OfficeView>()
        .AddScoped<PreChecks.PreCheckDesk>();
}
