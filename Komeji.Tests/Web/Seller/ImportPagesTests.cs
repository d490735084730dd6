using System.Net.Http.Headers;
using System.Text;
using Komeji.Application.Catalog.Imports;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Web.Seller;

/// <summary>A table is uploaded through the page; what is none is refused with a sentence and leaves nothing behind.</summary>
public sealed class ImportPagesTests
{
    const string Start = "/penjual/produk/impor";
    const string Good = "SKU,Nama produk,Kategori,Harga,Stok,Berat\r\nK-1,Kerupuk udang Bu Sri,Keripik & kerupuk,18500,40,300\r\n";

    [Fact]
    public async Task From_the_template_to_the_saved_draft_without_a_script()
    {
        await using var app = await KomejiApp.Start();
        using var seller = await Seller(app);
        var template = await seller.Get("/penjual/produk/impor/templat/csv");
        (template.Status, template.Html.Contains("CONTOH-01", StringComparison.Ordinal)).ShouldBe((200, true));
        (await seller.Get("/penjual/produk/impor/templat/xlsx")).Status.ShouldBe(200);
        (await seller.Get("/penjual/produk/impor/templat/exe")).Status.ShouldBe(404);

        var sent = await Upload(seller, "produk.csv", Encoding.UTF8.GetBytes(Good));
        sent.Status.ShouldBe(302, sent.Text);
        State(await seller.Get(sent.Location)).ShouldBe("Waiting");
        await app.Run<DueImports>();
        var checkedNow = await seller.Get(sent.Location);
        checkedNow.Text.ShouldContain("1 produk baru");
        (await seller.Submit(checkedNow, sent.Location + "/simpan")).Status.ShouldBe(302);
        await app.Run<DueImports>();
        State(await seller.Get(sent.Location)).ShouldBe("Saved");
        (await seller.Get("/penjual/produk?tampil=draf")).Text.ShouldContain("Kerupuk udang Bu Sri");
        (await seller.Get("/penjual/produk/ekspor?bentuk=csv")).Html.ShouldContain("K-1,Kerupuk udang Bu Sri");
        (await seller.Get("/penjual/produk/ekspor")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task What_is_no_table_is_refused_and_leaves_nothing()
    {
        await using var app = await KomejiApp.Start();
        using var seller = await Seller(app);
        var before = Files(app);
        foreach (var (name, content, status, words) in new (string, byte[], int, string)[]
        {
            ("produk.csv", "<!doctype html><table><tr><td>SKU</table>"u8.ToArray(), 422, "halaman web"),
            ("produk.xlsx", [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A], 422, "gambar"),
            ("produk.xlsx", "PK\u0003\u0004 broken"u8.ToArray(), 422, "rusak"),
            ("produk.csv", "Nama,Harga\r\nA,1\r\n"u8.ToArray(), 422, "SKU"),
            ("produk.csv", new byte[50 * 1024 * 1024], 413, "besar"),
        })
        {
            var refused = await Upload(seller, name, content);
            refused.Status.ShouldBe(status, name);
            refused.Text.ShouldContain(words);
        }

        (await app.Read(db => db.ProductImports.CountAsync())).ShouldBe(0);
        (await app.Read(db => db.ImportSheets.CountAsync())).ShouldBe(0);
        Files(app).ShouldBe(before);
    }

    static string? State(Page page) => page.Document.QuerySelector("[data-testid=import-status]")?.GetAttribute("data-state");

    static string[] Files(KomejiApp app) => [.. Directory.EnumerateFiles(app.DataDirectory, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal)];

    static async Task<Page> Upload(Visitor seller, string name, byte[] content)
    {
        var token = (await seller.Get(Start)).Document.QuerySelector("input[name=__formulir]")!.GetAttribute("value")!;
        using var file = new ByteArrayContent(content);
        file.Headers.ContentType = new MediaTypeHeaderValue("text/csv");
        using var token1 = new StringContent(token);
        using var form = new MultipartFormDataContent { { token1, "__formulir" }, { file, "berkas", name } };
        using var answer = await seller.Http.PostAsync(new Uri(Start, UriKind.Relative), form);
        return await Page.Of(answer);
    }

    static async Task<Visitor> Seller(KomejiApp app)
    {
        await new Stalls(app).Shop(owner: await app.Person("toko@komeji.test"));
        return await app.SignInAs("toko@komeji.test");
    }
}
