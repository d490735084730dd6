using Komeji.Tests.Support;

namespace Komeji.Tests.Web;

public sealed class HealthTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Ready_is_a_database_that_answers_and_is_migrated(Engine engine)
    {
        await using var komeji = await KomejiApp.Start(engine);
        (await komeji.Visit().Get("/health/ready")).Status.ShouldBe(200);
        (await komeji.Visit().Get("/health/live")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task Without_its_tables_it_is_alive_and_not_ready()
    {
        await using var komeji = await KomejiApp.Start();
        komeji.Visit();
        await komeji.Write(db => Microsoft.EntityFrameworkCore.RelationalDatabaseFacadeExtensions.ExecuteSqlRawAsync(db.Database, "DROP TABLE \"__EFMigrationsHistory\""));

        var ready = await komeji.Visit().Get("/health/ready");
        (ready.Status, ready.RetryAfter).ShouldBe((503, "5"));
        (await komeji.Visit().Get("/health/live")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_worker_serves_health_and_no_page()
    {
        await using var komeji = await KomejiApp.Start(more: null, settings: ("Komeji:Role", "worker"));
        (await komeji.Visit().Get("/health/ready")).Status.ShouldBe(200);
        (await komeji.Visit().Get("/masuk")).Status.ShouldBe(404);
    }
}
