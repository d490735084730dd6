using Komeji.Tests.Support;

namespace Komeji.Tests.Persistence;

public class BringUpToDateTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Many_processes_may_start_at_once(Engine engine)
    {
        await using var database = await TestDatabase.CreateEmpty(engine);

        var applied = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(async () =>
        {
            await using var db = database.Open();
            return (await db.BringUpToDate(CancellationToken.None)).Count;
        })));

        applied.Max().ShouldBePositive();
        await using var after = database.Open();
        (await after.BringUpToDate(CancellationToken.None)).ShouldBeEmpty();
    }
}
