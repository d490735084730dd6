using System.Net.Http.Headers;
using System.Text;
using Komeji.Domain.Catalog;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Web.Seller;

/// <summary>Photos as people send them, over HTTP and through the real tools, into the store of files: what is kept, and that refused ones leave nothing.</summary>
public sealed class PictureUploadTests : IDisposable
{
    readonly string folder = Directory.CreateTempSubdirectory("komeji-foto-").FullName;

    Photos Photos => new(folder);

    [PhotoFact]
    public async Task What_is_kept_is_upright_small_and_silent_about_where_it_was_taken()
    {
        await using var app = await KomejiApp.Start();
        using var seller = await Seller(app);
        var address = await Listing(app, seller);
        var photo = Photos.WithPlace(await Photos.Slope(2_000, 1_000), held: 6);
        (await Send(seller, address, "/foto", ("utama.jpg", photo), ("kedua.png", await Photos.Noise(900, 900, "png")), ("ketiga.webp", await Photos.Noise(500, 400, "webp")))).Status.ShouldBe(302);
        (await Send(seller, address, "/foto/satu", ("keempat.jpg", await Photos.Noise(300, 300, "jpg")))).Status.ShouldBe(204);

        var pictures = await Pictures(app);
        pictures.Select(p => (p.Width, p.Height)).ShouldBe([(640, 1280), (900, 900), (500, 400), (300, 300)]);
        foreach (var file in Files(app))
        {
            Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file)).ShouldNotContain(Photos.Secret, customMessage: file);
        }

        foreach (var (size, longest) in new[] { ("", 1280), ("?u=kecil", 400) })
        {
            var shown = await seller.Http.GetAsync(new Uri($"/gambar/{pictures[0].FileKey}{size}", UriKind.Relative));
            shown.Content.Headers.ContentType!.MediaType.ShouldBe("image/webp");
            var told = await Photos.Look(await shown.Content.ReadAsByteArrayAsync());
            told.ShouldContain($"height: {longest}");
            told.ShouldNotContain("exif");
        }
    }

    [PhotoFact]
    public async Task What_is_refused_is_told_and_leaves_nothing_on_the_disk()
    {
        await using var app = await KomejiApp.Start();
        using var seller = await Seller(app);
        var address = await Listing(app, seller);
        var good = await Photos.Noise(200, 200, "jpg");
        var before = Files(app);
        foreach (var (name, content, words) in new (string, byte[], string)[]
        {
            ("foto.jpg", "<!doctype html><script>alert(1)</script>"u8.ToArray(), "halaman web"),
            ("gambar.jpg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray(), "SVG"),
            ("surat.jpg", "%PDF-1.7"u8.ToArray(), "PDF"),
            ("IMG_1.HEIC", [0, 0, 0, 24, .. "ftypheic\0\0\0\0mif1heic"u8], "HEIC"),
            ("terpotong.jpg", good[..(good.Length / 2)], "terpotong"),
            ("bom.png", Photos.Claiming(await Photos.Noise(8, 8, "png"), 30_000, 30_000), "megapiksel"),
            ("besar.jpg", [.. good, .. new byte[10 * 1024 * 1024]], "10 MB"),
        })
        {
            var one = await Send(seller, address, "/foto/satu", (name, content));
            (one.Status, one.Html.Contains(words, StringComparison.Ordinal)).ShouldBe((422, true), one.Html);
            (await Send(seller, address, "/foto", ("baik.jpg", good), (name, content))).Status.ShouldBe(302);
            var told = (await seller.Get(address)).Text;
            told.ShouldContain(words);
            told.ShouldContain(name, customMessage: "of several it is said which");
        }

        (await Pictures(app)).ShouldBeEmpty();
        Files(app).ShouldBe(before);
    }

    [PhotoFact]
    public async Task Pictures_are_put_in_order_described_and_one_is_left_on_display()
    {
        await using var app = await KomejiApp.Start();
        using var seller = await Seller(app);
        var address = await Listing(app, seller);
        (await Send(seller, address, "/foto", ("a.jpg", await Photos.Noise(10, 10, "jpg")), ("b.jpg", await Photos.Noise(20, 20, "jpg")), ("c.jpg", await Photos.Noise(30, 30, "jpg")))).Status.ShouldBe(302);
        async Task Press(int picture, string step, params (string, string)[] fields)
        {
            var page = await seller.Get(address);
            var id = (await Pictures(app))[picture].Id.Value;
            (await seller.Post($"{address}/foto/{id}/{step}", [.. fields, ("__formulir", page.Document.QuerySelector("input[name=__formulir]")!.GetAttribute("value")!)])).Status.ShouldBe(302);
        }

        await Press(2, "geser", ("maju", "true"));
        (await Pictures(app)).Select(p => p.Width).ShouldBe([10, 30, 20]);
        await Press(2, "geser", ("maju", "false"));
        (await Pictures(app)).Select(p => p.Width).ShouldBe([10, 30, 20], "the last stays the last");
        await Press(1, "utama");
        await Press(0, "keterangan", ("teks", " Kemasan depan "));
        (await Pictures(app)).Select(p => (p.Width, p.Alt)).First().ShouldBe((30, "Kemasan depan"));
        await Press(1, "keterangan", ("teks", new string('x', 151)));
        (await seller.Get(address)).Text.ShouldContain("paling panjang 150 huruf");
        await Press(2, "hapus");
        await Press(1, "hapus");
        (await seller.Post(address + "/tayang", ("__formulir", Token(await seller.Get(address))))).Status.ShouldBe(302);
        await Press(0, "hapus");
        (await seller.Get(address)).Text.ShouldContain("Tambahkan foto penggantinya dahulu");
        (await Pictures(app)).Count.ShouldBe(1);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    static string[] Files(KomejiApp app) => [.. Directory.EnumerateFiles(app.DataDirectory, "*", SearchOption.AllDirectories).Where(f => !f.Contains(".db", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    static Task<List<ProductPicture>> Pictures(KomejiApp app) => app.Read(db => db.Products.AsNoTracking().SelectMany(p => p.Pictures).OrderBy(p => p.Position).ToListAsync());

    static string Token(Page page) => page.Document.QuerySelector("input[name=__formulir]")!.GetAttribute("value")!;

    static async Task<Page> Send(Visitor seller, string address, string to, params (string Name, byte[] Content)[] photos)
    {
        using var token = new StringContent(Token(await seller.Get(address)));
        using var form = new MultipartFormDataContent { { token, "__formulir" } };
        foreach (var (name, content) in photos)
        {
            var file = new ByteArrayContent(content);
            file.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
            form.Add(file, "foto", name);
        }

        using var answer = await seller.Http.PostAsync(new Uri(address + to, UriKind.Relative), form);
        return await Page.Of(answer);
    }

    static async Task<Visitor> Seller(KomejiApp app)
    {
        await new Stalls(app).Shop(owner: await app.Person("toko@komeji.test"));
        return await app.SignInAs("toko@komeji.test");
    }

    /// <returns>Where a draft without pictures is edited.</returns>
    static async Task<string> Listing(KomejiApp app, Visitor seller)
    {
        const string New = "/penjual/produk/baru";
        var form = await seller.Get(New);
        var category = await app.Read(db => db.Categories.Where(c => c.ParentId != null && c.Kind == ProductKind.Goods).OrderBy(c => c.Position).Select(c => c.Id).FirstAsync());
        var saved = await seller.Submit(form, New, ("Kategori", category.Value.ToString()), ("Nama", "Keripik tempe sagu"), ("Berat", "200"), ("Varian[0].Harga", "18.500"), ("Varian[0].Stok", "10"));
        saved.Status.ShouldBe(302, saved.Text);
        return saved.Location;
    }
}
