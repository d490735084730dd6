using Komeji.Application.Accounts;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Web.Accounts;

/// <summary>Through the pages as a browser without script uses them.</summary>
public sealed class AddressPagesTests
{
    const string Add = "/akun/alamat/tambah";

    static readonly (string, string)[] Typed =
        [("Recipient", "Siti Aminah"), ("Phone", "0812-3456-7890"), ("Street", "Jl. Mawar 12"), ("RtRw", "003/007"), ("Landmark", "Seberang masjid")];

    [Theory, OnSqlite, OnPostgres]
    public async Task Is_added_by_search_without_script(Engine engine)
    {
        await using var app = await KomejiApp.Start(engine);
        using var siti = await app.SignInAs("siti@contoh.id");

        var found = await siti.Submit(await siti.Get(Add), Add, [.. Typed, ("Q", "tambaksari surabaya"), ("Langkah", "cari")]);
        found.Status.ShouldBe(200);
        Choices(found)[0].ShouldBe("35.78.10");
        found.Document.QuerySelector("[name=Recipient]")!.GetAttribute("value").ShouldBe("Siti Aminah");
        (await app.Read(db => db.Addresses.CountAsync())).ShouldBe(0);

        var district = await siti.Submit(found, Add, [.. Typed, ("Kode", "35.78.10")]);
        district.Status.ShouldBe(422);
        Choices(district).ShouldContain(TestRegions.Surabaya);
        district.Text.ShouldContain("Pilih kelurahan atau desa");

        var saved = await siti.Submit(district, Add, [.. Typed, ("Kode", TestRegions.Surabaya)]);
        saved.Location.ShouldBe("/akun/alamat");
        var list = await siti.Get("/akun/alamat");
        list.Text.ShouldContain("Alamat disimpan.");
        list.Text.ShouldContain("Gading, Tambaksari, Kota Surabaya, Jawa Timur 60134");
        list.Text.ShouldContain("Jl. Mawar 12, RT/RW 003/007");
    }

    [Fact]
    public async Task Is_added_by_the_lists_without_script()
    {
        await using var app = await KomejiApp.Start();
        using var siti = await app.SignInAs("siti@contoh.id");
        var page = await siti.Get(Add);
        foreach (var (name, code) in new[] { ("Provinsi", "51"), ("Kabupaten", "51.71"), ("Kecamatan", "51.71.01") })
        {
            page.Document.QuerySelectorAll($"select[name={name}] option").Select(o => o.GetAttribute("value")).ShouldContain(code);
            page = await siti.Submit(page, Add, [.. Typed, (name, code), ("Langkah", "daftar")]);
            page.Status.ShouldBe(200);
        }

        Choices(page).ShouldContain(TestRegions.Bali);
        (await siti.Submit(page, Add, [.. Typed, ("Kode", TestRegions.Bali), ("PostalCode", "80000")])).Status.ShouldBe(302);
        var list = await siti.Get("/akun/alamat");
        list.Text.ShouldContain("Menurut data wilayah kode posnya 80229");
        list.Text.ShouldContain("Waktu setempat WITA");
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_what_was_typed_stays()
    {
        await using var app = await KomejiApp.Start();
        using var siti = await app.SignInAs("siti@contoh.id");
        var page = await siti.Submit(await siti.Get(Add), Add, ("Recipient", ""), ("Phone", "12"), ("Street", "Jl. Mawar 12"), ("RtRw", "tiga"), ("PostalCode", "6011"), ("Kode", TestRegions.Surabaya));
        page.Status.ShouldBe(400);
        page.Text.ShouldContain("Isi nama penerima.");
        page.Text.ShouldContain("Tulis RT/RW seperti 003/007");
        page.Text.ShouldContain("Kode pos lima angka");
        page.Document.QuerySelector("[name=Street]")!.GetAttribute("value").ShouldBe("Jl. Mawar 12");
        page.Document.QuerySelector($"[name=Kode][value='{TestRegions.Surabaya}']")!.HasAttribute("checked").ShouldBeTrue();
        (await siti.Submit(page, Add, [.. Typed.Where(t => t.Item1 != "Phone"), ("Phone", "021-555-1234"), ("PostalCode", "")])).Status.ShouldBe(400);
        (await app.Read(db => db.Addresses.CountAsync())).ShouldBe(0);
    }

    [Theory]
    [InlineData("/checkout", "/checkout")]
    [InlineData("https://jahat.example/", "/akun/alamat")]
    [InlineData("//jahat.example/", "/akun/alamat")]
    public async Task Leads_back_to_where_the_address_was_needed(string back, string to)
    {
        await using var app = await KomejiApp.Start();
        using var siti = await app.SignInAs("siti@contoh.id");
        var page = await siti.Get($"{Add}?kembali={Uri.EscapeDataString(back)}");
        (await siti.Submit(page, Add, [.. Typed, ("Kode", TestRegions.Surabaya)])).Location.ShouldBe(to);
    }

    [Fact]
    public async Task Another_persons_address_answers_404()
    {
        await using var app = await KomejiApp.Start();
        using var siti = await app.SignInAs("siti@contoh.id");
        await siti.Submit(await siti.Get(Add), Add, [.. Typed, ("Kode", TestRegions.Surabaya)]);
        var hers = await app.Read(db => db.Addresses.Select(a => a.Id).SingleAsync());

        using var budi = await app.SignInAs("budi@contoh.id");
        var form = await budi.Get(Add);
        var token = form.Document.QuerySelector("[name=__formulir]")!.GetAttribute("value")!;
        (await budi.Get($"/akun/alamat/{hers.Value}/ubah")).Status.ShouldBe(404);
        foreach (var verb in new[] { "ubah", "hapus", "utama" })
        {
            (await budi.Post($"/akun/alamat/{hers.Value}/{verb}", [.. Typed, ("Kode", TestRegions.Jember), ("__formulir", token)])).Status.ShouldBe(404);
        }

        (await app.Read(db => db.Addresses.SingleAsync())).VillageCode.ShouldBe(TestRegions.Surabaya);
    }

    [Fact]
    public async Task The_pickers_fragments_are_for_everyone()
    {
        await using var app = await KomejiApp.Start();
        using var guest = app.Visit();
        var found = await guest.Get("/wilayah/cari?q=Tambaksari");
        found.Status.ShouldBe(200);
        Choices(found)[0].ShouldBe("35.78.10");
        Choices(await guest.Get("/wilayah/pilih?Kode=35.78.10")).ShouldContain(TestRegions.Surabaya);
        (await guest.Get("/wilayah/cari?q=%00%25'%22" + new string('a', 3_000))).Status.ShouldBe(200);
        (await guest.Get("/wilayah/pilih?Kode=%27&Provinsi=zz&Langkah=daftar")).Status.ShouldBe(200);
    }

    static List<string> Choices(Page page) => [.. page.Document.QuerySelectorAll("[name=Kode]").Select(r => r.GetAttribute("value")!)];
}
