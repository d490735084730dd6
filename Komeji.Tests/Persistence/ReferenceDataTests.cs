using System.Diagnostics;
using Komeji.Application.Regions;
using Komeji.Domain.Regions;
using Komeji.Domain.Settings;
using Komeji.Domain.Shipping;
using Komeji.Persistence.Common;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Persistence;

public sealed class ReferenceDataTests
{
    static readonly DateTimeOffset Now = new(2026, 10, 5, 2, 0, 0, TimeSpan.Zero);

    [Theory, OnSqlite, OnPostgres]
    public async Task The_whole_country_is_put_in_once_and_quickly(Engine engine)
    {
        var database = await TestDatabase.CreateEmpty(engine);
        await using var komeji = TestKomeji.On(database);
        await using var db = database.Open();
        await db.BringUpToDate(CancellationToken.None);

        var clock = Stopwatch.StartNew();
        await ReferenceData.BringUpToDate(db, Now, CancellationToken.None);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
        await ReferenceData.BringUpToDate(db, Now, CancellationToken.None);

        var counts = await db.Regions.GroupBy(r => r.Level).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count);
        counts.ShouldBe(new Dictionary<RegionLevel, int>
        {
            [RegionLevel.Province] = 38,
            [RegionLevel.Regency] = 514,
            [RegionLevel.District] = 7_285,
            [RegionLevel.Village] = 83_762,
        }, ignoreOrder: true);
        (await db.Regions.CountAsync(r => r.ParentCode != null && !db.Regions.Any(p => p.Code == r.ParentCode))).ShouldBe(0);
        (await db.Regions.CountAsync(r => r.Level == RegionLevel.Village && r.PostalCode!.Length != 5)).ShouldBe(0);
        (await db.Regions.SingleAsync(r => r.Code == "12.07.28.1007")).Name.ShouldBe("Lubuk Pakam I,II");

        (await komeji.Send(new SearchRegions("Tambaksari")))[0].Code.ShouldBe("35.78.10");
        (await komeji.Send(new SearchRegions("sungai kalimantan barat"))).Count.ShouldBe(SearchRegions.Most);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_processes_that_start_together_put_it_in_once(Engine engine)
    {
        await using var database = await TestDatabase.CreateEmpty(engine);
        await using (var db = database.Open())
        {
            await db.BringUpToDate(CancellationToken.None);
        }

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(async () =>
        {
            await using var db = database.Open();
            await TestRegions.PutIn(db);
        })));
        await using var after = database.Open();
        (await after.Regions.CountAsync(r => r.Level == RegionLevel.Province)).ShouldBe(38);
        (await after.CourierTariffs.CountAsync()).ShouldBe(20);
        (await after.Holidays.Select(h => h.Day).Distinct().CountAsync()).ShouldBe(await after.Holidays.CountAsync());
    }

    /// <summary>An update from the time when PPN was a setting: the market that took it goes on taking it, at its rate and from its day.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_market_that_was_a_PKP_by_setting_stays_one(Engine engine)
    {
        (string[] Values, (bool Begins, int Day)[] Duties, (int Rate, int Day)[] Rules)[] cases =
        [
            ([], [], []),
            (["1100", "0"], [], []),
            (["0", "1100"], [(true, 2)], []),
            (["1100", "1000"], [(true, 2)], [(1_000, 2)]),
            (["0", "0", "", "", "1100", "1200", "0"], [(true, 5), (false, 7)], [(1_200, 6)]),
        ];
        foreach (var (values, duties, rules) in cases)
        {
            await using var database = await TestDatabase.Create(engine);
            await using var db = database.Open();
            db.Settings.AddRange(values.Index().Where(v => v.Item.Length > 0)
                .Select(v => new Setting("pajak.ppn_biaya", v.Item, Now.AddDays(v.Index - 3), "PMK 131/2024", "Keputusan untuk uji", Guid.Empty, Now)));
            await db.SaveChangesAsync();
            for (var start = 0; start < 2; start++)
            {
                await db.ReferenceSets.Where(s => s.Name == "former-vat-setting").ExecuteDeleteAsync();
                await ReferenceData.BringUpToDate(db, Now, CancellationToken.None);
            }

            (await db.TaxDuties.AsNoTracking().OrderBy(d => d.Id).ToListAsync()).Select(d => (d.Begins, DayOf(d.From))).ShouldBe(duties);
            (await db.TaxRules.AsNoTracking().Where(r => r.Source.Contains("ppn_biaya")).OrderBy(r => r.Id).ToListAsync()).Select(r => (r.Effective.Value, DayOf(r.From))).ShouldBe(rules);
        }

        // The first value holds from the second of October on, the fifth from the sixth.
        static int DayOf(DateOnly day) => day.Day - 1;
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_newer_version_keeps_what_an_administrator_decided(Engine engine)
    {
        await using var database = await TestDatabase.Create(engine);
        await using var db = database.Open();
        var decided = new DateOnly(2027, 3, 9);
        db.Holidays.Add(new Holiday(decided, "Masuk kerja", HolidayKind.WorkingDay, "Keputusan pengurus", "Uji", Guid.Empty, Now));
        db.Holidays.Add(new Holiday(new DateOnly(2027, 7, 7), "Libur yang tidak jadi", HolidayKind.National, "Daftar lama", "Uji", null, Now));
        await db.SaveChangesAsync();
        await db.ReferenceSets.Where(s => s.Name != "regions").ExecuteUpdateAsync(u => u.SetProperty(s => s.Version, "2020-01-01"));

        await TestRegions.PutIn(db);

        var inForce = Holiday.InForce(await db.Holidays.AsNoTracking().ToListAsync()).Where(h => h.IsDayOff).Select(h => h.Day).ToHashSet();
        inForce.ShouldNotContain(decided);
        inForce.ShouldNotContain(new DateOnly(2027, 7, 7));
        inForce.ShouldContain(new DateOnly(2027, 3, 10));
        (await db.CourierTariffs.CountAsync(t => t.Courier == "jne" && t.Zone == ShippingZone.SameRegency)).ShouldBe(2);
    }
}
