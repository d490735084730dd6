using Komeji.Application.Regions;
using Komeji.Tests.Support;

namespace Komeji.Tests.Application;

public sealed class PickRegionTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Goes_down_the_lists_to_a_village(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        (await Pick(komeji, new RegionHints())).Provinces.Count.ShouldBe(38);
        (await Pick(komeji, new RegionHints(Province: "35"))).Regencies.Count.ShouldBe(38);
        (await Pick(komeji, new RegionHints(Province: "35", Regency: "35.78"))).Districts.Count.ShouldBe(31);
        var end = await Pick(komeji, new RegionHints(Province: "35", Regency: "35.78", District: "35.78.10"));
        end.Villages.Count.ShouldBe(8);
        end.Chosen.ShouldBeNull();
        (await Pick(komeji, new RegionHints(Code: TestRegions.Bali))).Chosen!.TimeZone.ShouldBe("WITA");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_province_forgets_what_was_below_the_first(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var picker = await Pick(komeji, new RegionHints(Province: "51", Regency: "35.78", District: "35.78.10"));
        picker.Province.ShouldBe("51");
        picker.Regency.ShouldBeNull();
        picker.Districts.ShouldBeEmpty();
        picker.Villages.ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_district_found_by_search_leads_to_its_villages(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var picker = await Pick(komeji, new RegionHints(Code: "35.78.10"));
        picker.District!.Name.ShouldBe("Tambaksari");
        picker.Regency.ShouldBe("35.78");
        picker.Villages.Select(v => v.Code).ShouldContain(TestRegions.Surabaya);
    }

    [Theory, OnSqlite("xx"), OnSqlite("99"), OnSqlite("35.78.10.9999"), OnPostgres("99.99.99.9999"), OnPostgres("'")]
    public async Task A_code_that_is_none_chooses_nothing(Engine engine, string code)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var picker = await Pick(komeji, new RegionHints(Code: code, Province: code));
        picker.Chosen.ShouldBeNull();
        picker.Province.ShouldBeNull();
    }

    static Task<RegionPicker> Pick(TestKomeji komeji, RegionHints hints) => komeji.Send(new PickRegion(hints));
}
