using Komeji.Domain.Regions;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Persistence;

public sealed class SnapshotTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task What_others_write_meanwhile_is_not_seen(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var (during, after) = await komeji.Read(async db =>
        {
            var before = 0;
            var counted = 0;
            await using (await db.BeginSnapshot(CancellationToken.None))
            {
                before = await db.Holidays.CountAsync();
                await komeji.Write(other =>
                {
                    other.Holidays.Add(new Holiday(new DateOnly(2031, 1, 1), "Hari uji", HolidayKind.National, "uji", "", null, komeji.Clock.GetUtcNow()));
                    return Task.CompletedTask;
                });
                counted = await db.Holidays.CountAsync() - before;
            }

            return (counted, await db.Holidays.CountAsync() - before);
        });

        (during, after).ShouldBe((0, 1));
    }
}
