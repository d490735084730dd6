using Komeji.Application.Catalog.Searches;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Tests.Support;

namespace Komeji.Tests.Application.Catalog;

public sealed class SearchProductsTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task The_thing_itself_comes_before_what_only_mentions_it(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var shelf = new Shelf(komeji);
        var honeyShop = await shelf.Open("Rumah Madu");
        await shelf.List("Lilin sarang lebah", by: honeyShop, category: "hiasan-rumah");
        await shelf.List("Sabun madu kambing", category: "sabun-lulur");
        await shelf.List("Madu hutan Lumajang", category: "madu");
        await shelf.List("Kopi robusta Dampit", category: "kopi");

        (await komeji.Names("madu")).ShouldBe(["Madu hutan Lumajang", "Sabun madu kambing", "Lilin sarang lebah"]);
        (await komeji.Names("hutan madu")).ShouldBe(["Madu hutan Lumajang"]);
        (await komeji.Names("")).Count.ShouldBe(4);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_sells_comes_first_among_equals(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var shelf = new Shelf(komeji);
        var first = await shelf.List("Kopi robusta Dampit");
        await shelf.List("Kopi arabika Ijen");
        await komeji.RunJob("hitung-laris");
        (await komeji.Names("kopi"))[0].ShouldBe("Kopi arabika Ijen");

        await shelf.Sell(first, 12);
        await komeji.RunJob("hitung-laris");

        (await komeji.Names("kopi")).ShouldBe(["Kopi robusta Dampit", "Kopi arabika Ijen"]);
        (await komeji.Names(new SearchProducts(Order: ProductOrder.BestSelling)))[0].ShouldBe("Kopi robusta Dampit");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Forms_spellings_and_measures_find_the_same(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var shelf = new Shelf(komeji);
        await shelf.List("Kerupuk udang Sidoarjo", net: 500, unit: "g", category: "oleh-oleh", by: await shelf.Open("Dapur Bu Sri"));
        await shelf.List("Sambal cabai hijau", category: "sambal-petis");
        await shelf.List("Keripik sayur-sayuran");
        await shelf.List("Tas anyaman pandan", category: "tas-dompet");
        await shelf.List("Paket oleh-oleh Tuban", category: "suvenir");
        await shelf.List("Casing ponsel batik", category: "elektronik");
        (string Typed, string Name)[] same =
        [
            ("krupuk", "Kerupuk udang Sidoarjo"), ("KÉRUPUK ûdang", "Kerupuk udang Sidoarjo"), ("500 gr", "Kerupuk udang Sidoarjo"),
            ("0,5kg", "Kerupuk udang Sidoarjo"), ("1/2 kilo", "Kerupuk udang Sidoarjo"), ("dapur bu sri", "Kerupuk udang Sidoarjo"),
            ("cabe", "Sambal cabai hijau"), ("sambel ijo", "Sambal cabai hijau"), ("sayuran", "Keripik sayur-sayuran"), ("sayur", "Keripik sayur-sayuran"),
            ("anyam pandan", "Tas anyaman pandan"), ("menganyam", "Tas anyaman pandan"), ("tas dari pandan", "Tas anyaman pandan"),
            ("oleh oleh tuban", "Paket oleh-oleh Tuban"), ("hp", "Casing ponsel batik"),
        ];
        foreach (var (typed, name) in same)
        {
            var names = await komeji.Names(typed);
            (names.Count > 0 ? names[0] : "").ShouldBe(name, typed);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Wrong_letters_are_read_as_the_nearest_word(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var shelf = new Shelf(komeji);
        await shelf.List("Kopi robusta Dampit", category: "kopi");
        await shelf.List("Rengginang terasi mentah");
        await shelf.List("Kerupuk udang Sidoarjo");

        var found = await komeji.Send(new SearchProducts("kopi robsta"));
        found.Corrected.ShouldBe("kopi robusta");
        found.Page.Rows.Single().Name.ShouldBe("Kopi robusta Dampit");
        (await komeji.Send(new SearchProducts("regginang"))).Corrected.ShouldBe("rengginang");
        (await komeji.Send(new SearchProducts("kreupuk"))).Corrected.ShouldBe("kerupuk");

        var nothing = await komeji.Send(new SearchProducts("xylofon"));
        (nothing.Page.Total, nothing.Corrected).ShouldBe((0, ""));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_beginning_finds_its_words(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var shelf = new Shelf(komeji);
        await shelf.List("Kopi robusta Dampit", category: "kopi");
        await shelf.List("Kerupuk udang Sidoarjo");

        var found = await komeji.Send(new SearchProducts("kop robus"));
        found.Page.Rows.Single().Name.ShouldBe("Kopi robusta Dampit");
        found.Corrected.ShouldBe("");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Filters_narrow_and_are_counted(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var shelf = new Shelf(komeji);
        var jember = await shelf.Open("Toko Jember");
        var surabaya = await shelf.Open("Toko Surabaya", TestRegions.Surabaya);
        await shelf.List("Keripik tempe murah", 5_000, by: jember);
        await shelf.List("Keripik tempe mahal", 50_000, by: surabaya);
        await shelf.List("Kue tempe manis", 15_000, "kue-roti", jember);
        await shelf.List("Kursus membuat tempe", 150_000, "les-kursus", surabaya);

        var all = await komeji.Send(new SearchProducts("tempe"));
        var tree = await komeji.Send(new Komeji.Application.Catalog.ListCategories());
        all.Page.Total.ShouldBe(4);
        all.Counts.Of(tree.Find("makanan")!.Id).ShouldBe(3);
        all.Counts.Of(tree.Find("kue-roti")!.Id).ShouldBe(1);
        (all.Counts.Of(ProductKind.Goods), all.Counts.Of(ProductKind.Service)).ShouldBe((3, 1));
        all.Regions.Select(r => (r.Code, r.Products)).ShouldBe([("35.09", 2), ("35.78", 2)]);

        (await komeji.Names(new SearchProducts("tempe", Category: "makanan"))).Count.ShouldBe(3);
        (await komeji.Names(new SearchProducts("tempe", Category: "kue-roti"))).ShouldBe(["Kue tempe manis"]);
        (await komeji.Names(new SearchProducts("tempe", Region: "35"))).Count.ShouldBe(4);
        (await komeji.Names(new SearchProducts("tempe", Region: "35.09"))).Count.ShouldBe(2);
        (await komeji.Names(new SearchProducts("tempe", Region: TestRegions.Surabaya[..8]))).Count.ShouldBe(2);
        (await komeji.Names(new SearchProducts("tempe", Region: TestRegions.Tambaksari))).ShouldBeEmpty();
        (await komeji.Names(new SearchProducts("tempe", Least: new Rupiah(15_000), Most: new Rupiah(50_000)))).Count.ShouldBe(2);
        (await komeji.Names(new SearchProducts(Kind: ProductKind.Service))).ShouldBe(["Kursus membuat tempe"]);
        (await komeji.Names(new SearchProducts(Store: jember.Id))).Count.ShouldBe(2);
        (await komeji.Names(new SearchProducts("tempe", Order: ProductOrder.Cheapest)))[0].ShouldBe("Keripik tempe murah");
        (await komeji.Names(new SearchProducts("tempe", Order: ProductOrder.Dearest)))[0].ShouldBe("Kursus membuat tempe");
        (await komeji.Names(new SearchProducts("tempe", Order: ProductOrder.Newest)))[0].ShouldBe("Kursus membuat tempe");
        (await komeji.Send(new SearchProducts("tempe", Region: "35.09"))).Regions.Single().Code.ShouldBe(TestRegions.Jember[..8]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Every_band_of_prices_counts_what_it_leads_to(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var shelf = new Shelf(komeji);
        foreach (var price in new[] { 500, 25_000, 25_001, 50_000, 999_999, 1_000_000, 1_000_001 })
        {
            await shelf.List($"Batik tulis {price}", price, "batik-tulis");
        }

        var bands = (await komeji.Send(new SearchProducts("batik"))).Counts.Bands;
        bands.Select(b => b.Products).ShouldBe([2, 2, 2, 1]);
        (bands[0].Least, bands[^1].Most).ShouldBe((null, null));
        foreach (var band in bands)
        {
            (await komeji.Send(new SearchProducts("batik", Least: band.Least, Most: band.Most))).Page.Total.ShouldBe(band.Products);
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_search_without_results_says_what_to_leave_out(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var shelf = new Shelf(komeji);
        await shelf.List("Kopi robusta Dampit", 20_000, "kopi");
        await shelf.List("Batik tulis Gedog", 200_000, "batik-tulis");

        var narrow = await komeji.Send(new SearchProducts("kopi", Most: new Rupiah(1_000)));
        narrow.Rescue.Without.ShouldBe([(SearchFilter.Price, 1)]);
        var wide = await komeji.Send(new SearchProducts("kopi batik"));
        wide.Page.Total.ShouldBe(0);
        wide.Rescue.Fewer.ShouldBe([("kopi", 1), ("batik", 1)]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Pages_lose_and_repeat_nothing_while_others_come_in(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var shelf = new Shelf(komeji);
        for (var i = 0; i < 60; i++)
        {
            await shelf.List($"Keripik tempe nomor {i}", 10_000 + (i % 7));
        }

        foreach (var order in Enum.GetValues<ProductOrder>())
        {
            var before = new HashSet<string>();
            for (var page = 1; page <= 3; page++)
            {
                before.UnionWith(await komeji.Names(new SearchProducts("keripik tempe nomor", Order: order, Page: page)));
            }

            var seen = new List<string>();
            string? after = null;
            for (var page = 1; page <= 4; page++)
            {
                var rows = (await komeji.Send(new SearchProducts("keripik tempe nomor", Order: order, Page: page, After: after))).Page.Rows;
                seen.AddRange(rows.Select(r => r.Name));
                after = rows.Count > 0 ? rows[^1].Slug : after;
                await shelf.List($"Keripik tempe nomor baru {order} {page}", 10_000 + page);
            }

            seen.ShouldBeUnique($"{order}");
            before.Except(seen).ShouldBeEmpty($"{order}");
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nothing_typed_is_harmful(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var shelf = new Shelf(komeji);
        await shelf.List("Kopi robusta Dampit", category: "kopi");
        string[] hostile =
        [
            "'", "\"", "';DROP TABLE \"Products\";--", "kopi' OR 1=1", "kopi AND robusta", "NOT kopi", "kopi*", "(kopi", "{0}", "{name}: kopi", "kopi & | ! <-> robusta:A",
            "NEAR(kopi robusta)", "%", "_", "\\", "kopi\0", "☕🔥", "\u202Eipok", "ko\u200Bpi", "\ud800kopi", "١٢٣ kopi", "1e5 .5 5. 1/0 9999999999999999999 kg 0/0 kg", "@r35", "=0", "'@kGoods'",
            new string('k', 10_000), string.Concat(Enumerable.Repeat("kopi \"&' ", 1_200)), string.Concat(Enumerable.Range(0x20, 3_000).Select(c => (char)c)),
        ];
        foreach (var q in hostile)
        {
            foreach (var order in Enum.GetValues<ProductOrder>())
            {
                (await komeji.Send(new SearchProducts(q, Order: order, Least: new Rupiah(1), Most: new Rupiah(long.MaxValue), After: q))).ShouldNotBeNull();
            }
        }

        (await komeji.Names("ko\u200Bpi")).ShouldBe(["Kopi robusta Dampit"]);
        (await komeji.Names("\u202Ekopi\u202C")).ShouldBe(["Kopi robusta Dampit"]);
        (await komeji.Names("☕🔥")).ShouldBeEmpty();
    }
}
