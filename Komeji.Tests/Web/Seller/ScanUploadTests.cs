using System.Net.Http.Headers;
using System.Text;
using Komeji.Domain.Legal;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Web.Seller;

/// <summary>Scans of papers as people send them, over HTTP and through the real tools: what is not one is refused with a sentence and leaves nothing on the disk.</summary>
public sealed class ScanUploadTests : IDisposable
{
    const string Papers = "/penjual/legalitas/tidak-halal";

    readonly string folder = Directory.CreateTempSubdirectory("komeji-berkas-").FullName;

    Photos Photos => new(folder);

    [PhotoFact]
    public async Task What_is_no_scan_is_told_why_and_leaves_nothing_on_the_disk()
    {
        await using var app = await KomejiApp.Start();
        using var seller = await Seller(app);
        var good = await Photos.Noise(200, 200, "jpg");
        var before = Files(app);
        foreach (var (name, content, words) in new (string, byte[], string)[]
        {
            ("ktp.jpg", "<!doctype html><script>alert(1)</script>"u8.ToArray(), "halaman web"),
            ("ktp.jpg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>"u8.ToArray(), "SVG"),
            ("ktp.jpg", [0, 0, 0, 24, .. "ftypheic\0\0\0\0mif1heic"u8], "HEIC"),
            ("ktp.jpg", good[..(good.Length / 2)], "terpotong"),
            ("ktp.png", Photos.Claiming(await Photos.Noise(8, 8, "png"), 30_000, 30_000), "megapiksel"),
            ("ktp.pdf", "%PDF-1.7\n1 0 obj"u8.ToArray(), "PDF"),
            ("ktp.pdf", Encoding.ASCII.GetBytes("%PDF-1.4\n1 0 obj<</S/JavaScript/JS(app.alert(1))>>endobj\nstartxref\n9\n%%EOF\n"), "PDF"),
            ("ktp.pdf", [.. "%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\nstartxref\n9\n%%EOF\n"u8, .. "PK\x03\x04"u8, .. new byte[2_000]], "PDF"),
            ("ktp.jpg", [.. good, .. new byte[5 * 1024 * 1024]], "5 MB"),
        })
        {
            var answer = await Send(seller, (name, content));
            answer.Status.ShouldBe(422, name + words);
            answer.Document.QuerySelector(".errors")!.TextContent.ShouldContain(words);
        }

        Files(app).ShouldBe(before);
        (await app.Read(db => db.LegalVerifications.SelectMany(d => d.Scans).CountAsync())).ShouldBe(0);
    }

    /// <summary>A picture with a place, a page and an archive in it: what is kept is its pixels, sealed.</summary>
    [PhotoFact]
    public async Task What_is_kept_is_pixels_only_and_cannot_be_read_from_the_disk()
    {
        await using var app = await KomejiApp.Start();
        using var seller = await Seller(app);
        var photo = Photos.WithPlace(await Photos.Slope(1_000, 500));
        (await Send(seller, ("ktp.jpg", [.. photo, .. "<script>alert(1)</script>PK\x03\x04"u8]))).Status.ShouldBe(302);
        var scan = await app.Read(db => db.LegalVerifications.SelectMany(d => d.Scans).SingleAsync());
        foreach (var file in Files(app))
        {
            var bytes = await File.ReadAllBytesAsync(file);
            Encoding.Latin1.GetString(bytes).ShouldNotContain(Photos.Secret, customMessage: file);
            Encoding.Latin1.GetString(bytes).ShouldNotContain("WEBP", customMessage: "sealed: " + file);
        }

        var shown = await seller.Http.GetAsync(new Uri($"/penjual/legalitas/berkas/{scan.Id.Value}", UriKind.Relative));
        var content = await shown.Content.ReadAsByteArrayAsync();
        (shown.Content.Headers.ContentType!.MediaType, shown.Headers.CacheControl!.NoStore).ShouldBe(("image/webp", true));
        Encoding.Latin1.GetString(content).ShouldNotContain("<script>");
        (await Photos.Look(content)).ShouldNotContain("exif");
    }

    /// <summary>As many as a paper may have, each as large as it may be, in one go; the form asks the browser to make them smaller.</summary>
    [PhotoFact]
    public async Task All_pages_of_a_paper_may_come_at_once()
    {
        await using var app = await KomejiApp.Start();
        using var seller = await Seller(app);
        var page = await seller.Get("/penjual/legalitas/p-irt");
        var upload = page.Document.QuerySelector("[data-testid=document-upload]")!;
        (upload.HasAttribute("multiple"), upload.GetAttribute("data-shrink"), Keeps(page)).ShouldBe((true, "2400", true));
        Keeps(await seller.Get("/penjual/legalitas/npwp")).ShouldBeFalse("a personal number is not kept in a browser");
        byte[] large = [.. await Photos.Noise(200, 200, "jpg"), .. new byte[4_500_000]];
        (await Send(seller, ("1.jpg", large), ("2.jpg", large))).Status.ShouldBe(302);
        (await app.Read(db => db.LegalVerifications.SelectMany(d => d.Scans).CountAsync())).ShouldBe(2);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    static string[] Files(KomejiApp app) => [.. Directory.EnumerateFiles(app.DataDirectory, "*", SearchOption.AllDirectories).Where(f => !f.Contains(".db", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];

    static bool Keeps(Page page) => !string.IsNullOrEmpty(page.Document.QuerySelector("[data-testid=document-form]")!.GetAttribute("data-keep"));

    static async Task<Visitor> Seller(KomejiApp app)
    {
        await new Stalls(app).Shop(owner: await app.Person("toko@komeji.test"));
        return await app.SignInAs("toko@komeji.test");
    }

    static async Task<Page> Send(Visitor seller, params (string Name, byte[] Content)[] scans)
    {
        using var token = new StringContent((await seller.Get(Papers)).Document.QuerySelector("input[name=__formulir]")!.GetAttribute("value")!);
        using var form = new MultipartFormDataContent { { token, "__formulir" } };
        foreach (var (name, content) in scans)
        {
            var file = new ByteArrayContent(content);
            file.Headers.ContentType = new MediaTypeHeaderValue("image/jpeg");
            form.Add(file, "Berkas", name);
        }

        using var answer = await seller.Http.PostAsync(new Uri(Papers, UriKind.Relative), form);
        return await Page.Of(answer);
    }
}
