using Komeji.Persistence;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Web.Setup;

public sealed class StatementPatienceTests
{
    [Fact]
    public void A_page_waits_some_seconds_a_download_and_a_job_as_long_as_it_takes()
    {
        var accessor = new HttpContextAccessor();
        using var services = new ServiceCollection()
            .AddSingleton<IHttpContextAccessor>(accessor)
            .AddSingleton(new KomejiSettings("", "", "", "all", false, "Sandbox", false, PageStatementSeconds: 5))
            .AddKomejiPersistence("Host=127.0.0.1;Port=1;Username=komeji;Database=komeji", StatementPatience.Of)
            .BuildServiceProvider();
        Patience(services).ShouldBeNull();

        var context = new DefaultHttpContext();
        accessor.HttpContext = context;
        Patience(services).ShouldBe(5);

        context.SetEndpoint(new Endpoint(null, new EndpointMetadataCollection(new DownloadAttribute()), "unduh"));
        Patience(services).ShouldBeNull();
    }

    static int? Patience(ServiceProvider services)
    {
        using var scope = services.CreateScope();
        return scope.ServiceProvider.GetRequiredService<KomejiDb>().Database.GetCommandTimeout();
    }
}
