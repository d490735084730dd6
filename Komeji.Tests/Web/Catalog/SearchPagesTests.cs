using Komeji.Domain.Accounts;
using Komeji.Tests.Support;

namespace Komeji.Tests.Web.Catalog;

public sealed class SearchPagesTests
{
    [Fact]
    public async Task Filters_are_links_with_counts_and_chips_that_take_them_off()
    {
        await using var app = await KomejiApp.Start();
        var shelf = new Shelf(app);
        await shelf.List("Keripik tempe", 8_000);
        await shelf.List("Kue tempe", 12_000, "kue-roti", await shelf.Open("Toko Surabaya", TestRegions.Surabaya));
        var visitor = app.Visit();

        var all = await visitor.Get("/cari?q=tempe");
        all.Document.QuerySelector("[data-testid=result-count]")!.TextContent.ShouldContain("2 hasil");
        var facets = all.Document.QuerySelectorAll(".facets a");
        facets.ShouldAllBe(a => a.GetAttribute("rel") == "nofollow");
        var place = facets.Single(a => a.TextContent.Contains("Surabaya"));
        place.QuerySelector("small")!.TextContent.ShouldStartWith("1");

        var narrow = await visitor.Get(place.GetAttribute("href")!);
        narrow.Document.QuerySelectorAll("[data-testid=product-card]").Length.ShouldBe(1);
        var chip = narrow.Document.QuerySelector(".active-filters a")!;
        chip.TextContent.ShouldContain("Surabaya");
        (await visitor.Get(chip.GetAttribute("href")!)).Document.QuerySelectorAll("[data-testid=product-card]").Length.ShouldBe(2);

        var none = await visitor.Get("/cari?q=tempe&maks=1.000");
        none.Document.QuerySelector("[data-testid=no-results] a[href='/cari?q=tempe']")!.TextContent.ShouldContain("(2)");
    }

    [Fact]
    public async Task No_filter_is_a_dead_end()
    {
        await using var app = await KomejiApp.Start();
        await new Shelf(app).List("Keripik tempe", 8_000);
        var visitor = app.Visit();
        foreach (var filter in new[] { "kategori=kopi", "wilayah=11", "maks=1.000", "jenis=jasa", "legal=terverifikasi" })
        {
            var none = await visitor.Get("/cari?q=tempe&" + filter);
            none.Document.QuerySelector("[data-testid=no-results] a[href='/cari?q=tempe']").ShouldNotBeNull(filter);
        }

        var twice = await visitor.Get("/cari?q=tempe&legal=terverifikasi&maks=1.000");
        twice.Document.QuerySelector("[data-testid=no-results] a")!.GetAttribute("href").ShouldBe("/cari?q=tempe");
    }

    [Fact]
    public async Task The_province_can_be_chosen_though_nothing_found_is_sent_from_it()
    {
        await using var app = await KomejiApp.Start();
        await new Shelf(app).List("Keripik tempe", 8_000);
        var all = await app.Visit().Get("/cari?q=tempe");
        all.Document.QuerySelectorAll("select[name=wilayah] option").Select(o => o.TextContent).ShouldContain("Aceh");
    }

    [Fact]
    public async Task A_misspelt_search_says_what_it_searched()
    {
        await using var app = await KomejiApp.Start();
        await new Shelf(app).List("Kerupuk udang");

        var page = await app.Visit().Get("/cari?q=kreupuk");

        page.Document.QuerySelector("[data-testid=did-you-mean]")!.TextContent.ShouldContain("Mungkin maksud Anda: kerupuk");
        page.Document.QuerySelectorAll("[data-testid=product-card]").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Suggestions_come_as_links()
    {
        await using var app = await KomejiApp.Start();
        var shelf = new Shelf(app);
        await shelf.List("Kopi robusta Dampit", category: "kopi");
        await shelf.List("Kerupuk udang");
        var visitor = app.Visit();

        var found = (await visitor.Get("/cari/saran?q=kop")).Document.QuerySelectorAll("a").Select(a => a.GetAttribute("href")).ToList();
        found.ShouldContain("/cari?q=kopi");
        found.ShouldContain("/kategori/kopi");
        found.ShouldContain(href => href!.StartsWith("/produk/kopi-robusta"));
        (await visitor.Get("/cari/saran?q=kopi+rob")).Html.ShouldContain("/cari?q=kopi%20robusta");
        (await visitor.Get("/cari/saran?q=krup")).Html.ShouldContain("/cari?q=kerupuk");
        (await visitor.Get("/cari/saran?q=k")).Document.QuerySelectorAll("a").ShouldBeEmpty();
        (await visitor.Get("/cari/saran")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task The_page_is_the_same_for_everyone_and_never_breaks()
    {
        await using var app = await KomejiApp.Start();
        await new Shelf(app).List("Kopi robusta Dampit", category: "kopi");
        var visitor = app.Visit();
        var staff = await app.SignInAs("operator@uji.test", Roles.Operator);
        foreach (var address in new[] { "/cari?q=kopi", "/cari?q=kopi&jenis=barang&wilayah=35", "/cari/saran?q=kop", "/kategori/kopi", "/cari?legal=terverifikasi" })
        {
            var page = await visitor.Get(address);
            page.Status.ShouldBe(200, address);
            (await staff.Get(address)).Html.ShouldBe(page.Html, address);
        }

        string[] hostile = ["%27", "%22", "%00", "%25", "%5C", "%ED%A0%80", "%E2%80%AE", "kopi%20OR%201%3D1--", "%7B0%7D", "*", "%28kopi", new string('k', 100), new string('k', 3_000)];
        foreach (var q in hostile)
        {
            foreach (var address in new[] { $"/cari?q={q}", $"/cari/saran?q={q}", $"/cari?kategori={q}", $"/cari?wilayah={q}", $"/cari?min={q}", $"/cari?jenis={q}", $"/cari?legal={q}", $"/cari?urut={q}", $"/cari?hal={q}", $"/cari?setelah={q}", $"/kategori/kopi?q={q}" })
            {
                (await visitor.Get(address)).Status.ShouldBeLessThan(500, address);
            }
        }
    }
}
