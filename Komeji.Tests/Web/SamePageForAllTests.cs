using Komeji.Domain.Accounts;
using Komeji.Tests.Support;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Web;

/// <summary>Pages of the catalogue are kept whole and given to everybody: they may hold nothing of whoever asked first.</summary>
public sealed class SamePageForAllTests
{
    [Fact]
    public async Task Visitor_buyer_seller_and_operator_get_the_same_bytes()
    {
        await using var app = await KomejiApp.Start();
        var stalls = new Stalls(app);
        var shop = await stalls.Shop(owner: await app.Person("toko@komeji.test"));
        await stalls.Product(shop);
        var (product, store, category) = await app.Read(async db => (
            await db.Products.Select(p => p.Slug).SingleAsync(), await db.Stores.Select(s => s.Slug).SingleAsync(), await db.Categories.Where(c => c.ParentId == null).Select(c => c.Slug).FirstAsync()));
        using var visitor = app.Visit();
        using var buyer = await app.SignInAs("siti@komeji.test");
        using var seller = await app.SignInAs("toko@komeji.test");
        using var officer = await app.SignInAs("petugas@komeji.test", Roles.Operator, Roles.Admin);
        buyer.Http.DefaultRequestHeaders.Add("Origin", "http://localhost");
        await buyer.Post("/keranjang/tambah", ("varian", (await app.Read(db => db.Variants.Select(v => v.Id).SingleAsync())).Value.ToString()), ("jumlah", "3"));

        foreach (var address in new[] { "/", "/cari", "/cari?q=keripik", "/kategori", $"/kategori/{category}", $"/produk/{product}", $"/toko/{store}", "/tentang", "/bantuan" })
        {
            var (first, kept) = await Read(buyer, address);
            kept.ShouldBeFalse(address);
            foreach (var other in new[] { visitor, seller, officer, buyer })
            {
                var (again, cached) = await Read(other, address);
                cached.ShouldBeTrue(address);
                again.ShouldBe(first, address);
            }

            // Asked for afresh by each, not from what was kept: the page itself is the same, too.
            foreach (var other in new[] { visitor, officer })
            {
                await app.Services.GetRequiredService<IOutputCacheStore>().EvictByTagAsync(SamePageForAll.Tag, CancellationToken.None);
                var (fresh, cached) = await Read(other, address);
                (cached, fresh).ShouldBe((false, first), address);
            }
        }
    }

    [Theory]
    [InlineData("br")]
    [InlineData("gzip")]
    public async Task Pages_for_all_and_files_travel_compressed_and_the_personal_does_not(string way)
    {
        await using var app = await KomejiApp.Start();
        using var visitor = app.Visit();
        visitor.Http.DefaultRequestHeaders.Add("Accept-Encoding", way);
        foreach (var address in new[] { "/", "/cari", "/css/komeji.css", "/lib/htmx/htmx.min.js", "/img/ikon.svg" })
        {
            (await Encoding(visitor, address)).ShouldBe(way, address);
        }

        foreach (var address in new[] { "/masuk", "/keranjang", "/sisipan/kepala" })
        {
            (await Encoding(visitor, address)).ShouldBeNull(address);
        }

        // Kept compressed for those who can read it, and plain for those who cannot.
        using var again = await visitor.Http.GetAsync(new Uri("/", UriKind.Relative));
        (again.Headers.Age is not null, again.Content.Headers.ContentEncoding.SingleOrDefault()).ShouldBe((true, way));
        using var old = app.Visit();
        (await Encoding(old, "/")).ShouldBeNull();
        (await old.Get("/")).Document.QuerySelector("main").ShouldNotBeNull();
    }

    static async Task<string?> Encoding(Visitor visitor, string address)
    {
        using var answer = await visitor.Http.GetAsync(new Uri(address, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        return answer.Content.Headers.ContentEncoding.SingleOrDefault();
    }

    [Fact]
    public async Task What_is_personal_is_never_kept()
    {
        await using var app = await KomejiApp.Start();
        using var buyer = await app.SignInAs("siti@komeji.test");
        using var visitor = app.Visit();
        foreach (var address in new[] { "/sisipan/kepala", "/keranjang", "/masuk" })
        {
            await buyer.Get(address);
            using var answer = await visitor.Http.GetAsync(new Uri(address, UriKind.Relative));
            answer.Headers.Age.ShouldBeNull(address);
            (await answer.Content.ReadAsStringAsync()).ShouldNotContain("Orang siti");
        }
    }

    /// <returns>The page, and whether it comes from what was kept.</returns>
    static async Task<(string Html, bool Kept)> Read(Visitor visitor, string address)
    {
        using var answer = await visitor.Http.GetAsync(new Uri(address, UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        answer.Headers.Contains("Set-Cookie").ShouldBeFalse(address);
        return (await answer.Content.ReadAsStringAsync(), answer.Headers.Age is not null);
    }
}
