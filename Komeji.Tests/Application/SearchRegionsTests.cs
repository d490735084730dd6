using Komeji.Application.Regions;
using Komeji.Domain.Regions;
using Komeji.Tests.Support;

namespace Komeji.Tests.Application;

public sealed class SearchRegionsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Finds_a_district_before_its_villages(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var found = await komeji.Send(new SearchRegions("Tambaksari"));
        found[0].Code.ShouldBe("35.78.10");
        found[0].FullName.ShouldBe("Tambaksari, Kota Surabaya, Jawa Timur");
        found.Select(m => m.Code).ShouldContain(TestRegions.Tambaksari);
        found.Select(m => m.Level).ShouldBe(found.Select(m => m.Level).Order());
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_word_begins_a_word_of_the_full_name(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        (await komeji.Send(new SearchRegions("gad, SURABAYA tambak"))).Single().Code.ShouldBe(TestRegions.Surabaya);
        (await komeji.Send(new SearchRegions("gading bandung"))).ShouldBeEmpty();
        (await komeji.Send(new SearchRegions("ading"))).ShouldNotContain(m => m.Code == TestRegions.Surabaya);
        (await komeji.Send(new SearchRegions("surabaya", RegionLevel.Regency))).Single().Code.ShouldBe("35.78");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Gives_at_most_twenty_and_nothing_for_too_little(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        (await komeji.Send(new SearchRegions("sum"))).Count.ShouldBe(SearchRegions.Most);
        (await komeji.Send(new SearchRegions("su"))).ShouldBeEmpty();
        (await komeji.Send(new SearchRegions(" %_' "))).ShouldBeEmpty();
        (await komeji.Send(new SearchRegions(new string('x', 10_000)))).ShouldBeEmpty();
        (await komeji.Send(new SearchRegions(null))).ShouldBeEmpty();
    }
}
