using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Komeji.Persistence.Common;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Stores;

public sealed class StoreNamesTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_name_that_looks_like_another_shops_is_refused(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var stalls = new Stalls(komeji);
        await Named(komeji, await stalls.Shop(), "Kopi Argopuro");
        var second = await stalls.Shop();
        komeji.As(second.Owner);
        var mine = await komeji.Send(new ShowMyStore());
        foreach (var alike in new[] { "Kopi Argopuro", "KOPI  ARGO-PURO", "Kopi Arg0puro", "Kopi Argopur\u00F3" })
        {
            (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new EditStore(mine.Version, mine.Facts with { Name = alike })))).Code.ShouldBe("store.name_taken", alike);
        }

        await komeji.Send(new EditStore(mine.Version, mine.Facts with { Name = "Kopi Argopuro Jember" }));
        var again = await komeji.Send(new ShowMyStore());
        await komeji.Send(new EditStore(again.Version, again.Facts with { Name = "KOPI Argopuro Jember" }));
        (await komeji.Send(new ShowMyStore())).Facts.Name.ShouldBe("KOPI Argopuro Jember");
    }

    /// <summary>Two that save at the same moment have both looked before the other wrote: the database lets one in.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task The_database_holds_one_shop_of_a_look(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var stalls = new Stalls(komeji);
        await Named(komeji, await stalls.Shop(), "Kopi Argopuro");
        var second = await stalls.Shop();
        await Should.ThrowAsync<DbUpdateException>(() => Named(komeji, second, "Kopi Arg0puro"));
    }

    /// <summary>A release before had no looks: the older of two shops alike keeps it, the other its name.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Shops_from_before_get_the_look_of_their_name(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var stalls = new Stalls(komeji);
        var older = await stalls.Shop();
        komeji.Clock.Advance(TimeSpan.FromDays(1));
        var younger = await stalls.Shop();
        await komeji.Write(async db =>
        {
            await db.Stores.ExecuteUpdateAsync(set => set.SetProperty(s => s.NameSkeleton, ""));
            await db.Stores.ExecuteUpdateAsync(set => set.SetProperty(s => s.Name, "Dapur Bu Sri"));
            await db.ReferenceSets.Where(s => s.Name == "store-names").ExecuteDeleteAsync();
        });
        await komeji.Read(async db =>
        {
            await ReferenceData.BringUpToDate(db, komeji.Clock.GetUtcNow(), CancellationToken.None, code => code.Length == 2);
            return true;
        });
        var looks = await komeji.Read(db => db.Stores.ToDictionaryAsync(s => s.Id, s => s.NameSkeleton));
        looks[older.Id].ShouldBe(StoreName.SkeletonOf("Dapur Bu Sri"));
        looks[younger.Id].ShouldBe("");
    }

    static Task Named(TestKomeji komeji, Shop shop, string name) => komeji.Write(async db =>
        (await db.Stores.SingleAsync(s => s.Id == shop.Id)).Describe(new StoreFacts(name, "", "081234567890", TestRegions.Jember, "Jl. Melati 3", "", ["jne:REG"], true)));
}
