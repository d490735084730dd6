using Komeji.Application.Catalog.Searches;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Application.Catalog;

/// <summary>The index follows every change in its own transaction, whoever makes it.</summary>
public sealed class SearchIndexTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Follows_listing_editing_hiding_and_deletion(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var shelf = new Shelf(komeji);
        var draft = await shelf.List("Keripik talas ungu", published: false);
        (await komeji.Names("talas")).ShouldBeEmpty();

        await shelf.Change(draft, p => p.Publish(komeji.Clock.GetUtcNow()));
        (await komeji.Names("talas")).ShouldBe(["Keripik talas ungu"]);

        await shelf.Change(draft, p => Rename(p, "Keripik gembili ungu", 25_000));
        (await komeji.Names("talas")).ShouldBeEmpty();
        (await komeji.Names(new SearchProducts("gembili", Least: new Rupiah(20_000)))).ShouldBe(["Keripik gembili ungu"]);

        await shelf.Change(draft, p => p.Archive(komeji.Clock.GetUtcNow()));
        (await komeji.Names("gembili")).ShouldBeEmpty();

        await shelf.Change(draft, p => p.Publish(komeji.Clock.GetUtcNow()));
        await komeji.Write(async db => db.Products.Remove(await db.Products.Include(p => p.Variants).Include(p => p.Pictures).SingleAsync(p => p.Id == draft)));
        (await komeji.Names("gembili")).ShouldBeEmpty();
        (await Rows(komeji)).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Follows_its_shop(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var shelf = new Shelf(komeji);
        var shop = await shelf.Open("Dapur Bu Sri");
        await shelf.List("Keripik talas ungu", by: shop);
        (await komeji.Names("dapur talas")).Count.ShouldBe(1);

        await komeji.Write(async db => (await db.Stores.SingleAsync(s => s.Id == shop.Id))
            .Describe(new StoreFacts("Warung Bu Tin", "", "081234567890", TestRegions.Surabaya, "Jl. Melati 3", "", ["jne:REG"], true)));
        (await komeji.Names("dapur talas")).ShouldBeEmpty();
        (await komeji.Names(new SearchProducts("warung", Region: "35.78"))).Count.ShouldBe(1);
        (await komeji.Names(new SearchProducts("warung", Region: "35.09"))).ShouldBeEmpty();

        await komeji.Read(db => db.Stores.ExecuteUpdateAsync(set => set.SetProperty(s => s.State, StoreState.Suspended)));
        (await Rows(komeji)).ShouldBe(0);
        await komeji.Read(db => db.Stores.ExecuteUpdateAsync(set => set.SetProperty(s => s.State, StoreState.Active)));
        (await komeji.Names("talas")).Count.ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_undone_with_the_change(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var shelf = new Shelf(komeji);
        var id = await shelf.List("Keripik talas ungu");
        await komeji.Read(async db =>
        {
            await using var commit = await db.BeginAsync(CancellationToken.None);
            await db.Products.Where(p => p.Id == id).ExecuteUpdateAsync(set => set.SetProperty(p => p.SearchText, " gembili / "));
            return 0;
        });

        (await komeji.Names("talas")).Count.ShouldBe(1);
        (await komeji.Names("gembili")).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Takes_in_rows_copied_in_bulk(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var shelf = new Shelf(komeji);
        var first = await shelf.List("Keripik talas ungu");
        await komeji.Read(async db =>
        {
            var columns = string.Join(", ", db.Model.FindEntityType(typeof(Product))!.GetProperties().Select(p => p.Name).Where(n => n is not ("Id" or "Slug")).Select(n => $"\"{n}\""));
            var id = engine == Engine.Postgres ? "gen_random_uuid()" : "upper(hex(randomblob(4)) || '-0000-0000-0000-' || hex(randomblob(6)))";
            var slug = engine == Engine.Postgres ? "gen_random_uuid()::text" : "hex(randomblob(16))";
            var many = engine == Engine.Postgres ? "generate_series(1, 3000)" : "(WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 3000) SELECT i FROM n)";
#pragma warning disable EF1002 // Names of the model's own columns.
            return await db.Database.ExecuteSqlRawAsync($"INSERT INTO \"Products\" (\"Id\", \"Slug\", {columns}) SELECT {id}, {slug}, {columns} FROM \"Products\", {many} WHERE \"Slug\" LIKE 'keripik-talas%'");
#pragma warning restore EF1002
        });

        (await Rows(komeji)).ShouldBe(3_001);
        var found = await komeji.Send(new SearchProducts("talas"));
        (found.Page.Total, found.IsCapped).ShouldBe((SearchProducts.MostFound, true));
        await komeji.RunJob("hitung-laris");
        await komeji.RunJob("hitung-kata");
        (await komeji.Send(new SearchProducts("tallas"))).Corrected.ShouldBe("talas");
        first.Value.ShouldNotBe(Guid.Empty);
    }

    /// <summary>Many matches are asked for step by step, few are fetched and sorted: either way the first are the first of all.</summary>
    [Theory, OnPostgres]
    public async Task Finds_the_first_of_many_as_sorting_all_would(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        await new Shelf(komeji).List("Keripik talas ungu");
        await komeji.Read(db =>
        {
            string[] other = ["Id", "Slug", "LowestPrice", "PublishedAt"];
            var columns = string.Join(", ", db.Model.FindEntityType(typeof(Product))!.GetProperties().Select(p => p.Name).Except(other).Select(n => $"\"{n}\""));
#pragma warning disable EF1002 // Names of the model's own columns.
            return db.Database.ExecuteSqlRawAsync(
                $"INSERT INTO \"Products\" (\"Id\", \"Slug\", \"LowestPrice\", \"PublishedAt\", {columns}) SELECT gen_random_uuid(), gen_random_uuid()::text, 1000 + (i * 37) % 60000, \"PublishedAt\" - i * interval '1 hour', {columns} FROM \"Products\", generate_series(1, 4000) i WHERE \"Slug\" LIKE 'keripik-talas%'");
#pragma warning restore EF1002
        });
        await komeji.Read(db => db.Database.ExecuteSqlRawAsync("""UPDATE "Variants" SET "Sold" = 5"""));
        await komeji.RunJob("hitung-laris");
        var orders = new Dictionary<ProductOrder, string>
        {
            [ProductOrder.Related] = "bucket, sold DESC, product DESC", [ProductOrder.BestSelling] = "bucket, sold DESC, product DESC",
            [ProductOrder.Newest] = "published DESC, product DESC", [ProductOrder.Cheapest] = "price, product", [ProductOrder.Dearest] = "price DESC, product DESC",
        };
        (int? Least, int? Most)[] ranges = [(null, null), (5_000, null), (null, 40_000), (10_000, 50_000), (20_000, 21_000), (59_900, 70_000), (80_000, null)];
        foreach (var (order, least, most) in orders.Keys.SelectMany(o => ranges.Select(r => (o, r.Least, r.Most))))
        {
            foreach (var words in new string[][] { ["talas"], [] })
            {
                var question = new SearchQuestion([.. words.Select(IReadOnlyList<string> (w) => [w])], Least: least is null ? null : new Rupiah(least.Value), Most: most is null ? null : new Rupiah(most.Value), Order: order, Limit: 150);
                await using var scope = komeji.Services.CreateAsyncScope();
                var found = await scope.ServiceProvider.GetRequiredService<IProductSearch>().Find(question, CancellationToken.None);
#pragma warning disable EF1002 // Two numbers and an order of the table above.
                var all = await komeji.Read(db => db.Database.SqlQueryRaw<Guid>(
                    $"SELECT product AS \"Value\" FROM search_products WHERE price BETWEEN {least ?? 0} AND {most ?? int.MaxValue} ORDER BY {orders[order]} LIMIT 150").ToListAsync());
#pragma warning restore EF1002
                found.Select(f => f.Id.Value).ShouldBe(all, $"{order} {least} {most} {words.Length}");
            }
        }
    }

    /// <summary>Whoever waits for the first row holds no later one, so that nobody waits in a ring.</summary>
    [Theory, OnPostgres]
    public async Task Takes_the_rows_it_counts_in_one_order(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var shelf = new Shelf(komeji);
        await shelf.List("Keripik talas ungu");
        await shelf.List("Keripik gembili ungu");
        await komeji.Read(db => db.Database.ExecuteSqlRawAsync("""UPDATE "Variants" SET "Sold" = 5"""));
        var rows = await komeji.Read(db => db.Database.SqlQuery<Guid>($"""SELECT product AS "Value" FROM search_products ORDER BY product""").ToListAsync());

        // The first now stands behind the other, where a scan comes to it last.
        await komeji.Read(db => db.Database.ExecuteSqlAsync($"UPDATE search_products SET price = price WHERE product = {rows[0]}"));
        await komeji.Read(async db =>
        {
            await using var commit = await db.BeginAsync(CancellationToken.None);
            await db.Database.ExecuteSqlAsync($"SELECT 1 FROM search_products WHERE product = {rows[0]} FOR UPDATE");
            var counting = Task.Run(() => komeji.RunJob("hitung-laris"));
            while (!counting.IsCompleted && !await komeji.Read(other => other.Database.SqlQuery<bool>($"""SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock') AS "Value" """).SingleAsync()))
            {
                await Task.Yield();
            }

            counting.IsCompleted.ShouldBeFalse();
            await db.Database.ExecuteSqlAsync($"SELECT 1 FROM search_products WHERE product = {rows[1]} FOR UPDATE NOWAIT");
            await commit.CommitAsync(CancellationToken.None);
            return await counting;
        });
        (await komeji.Read(db => db.Database.SqlQuery<int>($"""SELECT count(*) AS "Value" FROM search_products WHERE sold = 5""").SingleAsync())).ShouldBe(2);
    }

    static void Rename(Product product, string name, int price)
    {
        var facts = new ProductFacts(product.CategoryId, "Keripik & kerupuk", product.Kind, name, "", 200, 0, 0, 0, 0, "", 1, "", true, "", Warranty.None);
        product.Describe(facts, [new VariantFacts(product.Variants[0].Id, "", new Rupiah(price), 10, "")], product.ChangedAt);
    }

    static Task<int> Rows(TestKomeji komeji) => komeji.Read(db => db.Database.SqlQuery<int>($"""SELECT count(*) AS "Value" FROM search_products""").SingleAsync());
}
