using Komeji.Domain.Accounts;
using Komeji.Tests.Support;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Web.BadInput;

/// <summary>What arrives by any form is read in one place: seen from outside, on both databases.</summary>
public sealed class TypedTextTests
{
    const string Village = TestRegions.Surabaya;

    [Theory, OnSqlite, OnPostgres]
    public async Task Numbers_are_understood_in_any_digits_and_hidden_characters_are_gone(Engine engine)
    {
        await using var app = await KomejiApp.Start(engine);
        using var siti = await app.SignInAs("siti@komeji.test");
        var saved = await siti.Submit(await siti.Get("/akun/alamat/tambah"), "/akun/alamat/tambah",
            ("Recipient", "Siti\u200B Aminah"), ("Phone", "\u202A\u0660\u0668\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668\u0669\u0660\u202C"), ("Street", "Jl. Mawar\r\n12"), ("RtRw", "\u0660\u0660\u0663/\u0660\u0660\u0667"), ("PostalCode", "\u0666\u0660\u0661\u0663\u0664"), ("Kode", Village));
        saved.Status.ShouldBe(302, saved.Text);
        var address = await app.Read(db => db.Addresses.SingleAsync());
        (address.Recipient, address.Phone, address.Street, address.RtRw, address.PostalCode).ShouldBe(("Siti Aminah", "+6281234567890", "Jl. Mawar 12", "003/007", "60134"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_no_text_can_hold_is_told_at_its_field_with_everything_else_kept(Engine engine)
    {
        await using var app = await KomejiApp.Start(engine);
        using var siti = await app.SignInAs("siti@komeji.test");
        foreach (var bad in new[] { "Siti\u0001", "Siti\u001b[2J", "\u202Eitis", "Siti\uFFFE" })
        {
            var page = await siti.Submit(await siti.Get("/akun/alamat/tambah"), "/akun/alamat/tambah",
                ("Recipient", bad), ("Phone", "0812-3456-7890"), ("Street", "Jl. Mawar 12"), ("Kode", Village));
            page.Status.ShouldBe(400);
            page.Text.ShouldContain(TextBinder.Refusal);
            page.Document.QuerySelector("[name=Street]")!.GetAttribute("value").ShouldBe("Jl. Mawar 12");
        }

        // The framework takes no form apart that holds a NUL.
        var nul = await siti.Submit(await siti.Get("/akun/alamat/tambah"), "/akun/alamat/tambah", ("Recipient", "Siti\0"), ("Phone", "0812-3456-7890"), ("Street", "Jl. Mawar 12"), ("Kode", Village));
        nul.Status.ShouldBe(400);
        nul.Text.ShouldContain("Permintaan tidak terbaca");
        (await app.Read(db => db.Addresses.CountAsync())).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Addresses_and_searches_no_text_can_hold_find_nothing(Engine engine)
    {
        await using var app = await KomejiApp.Start(engine);
        using var visitor = app.Visit();
        foreach (var address in new[] { "/produk/%01", "/toko/a%7fb", "/kategori/%e2%80%ae", "/gambar/%01", "/ongkir/%1b", "/%01", "/produk/%ef%bf%be" })
        {
            var page = await visitor.Get(address);
            page.Status.ShouldBe(404, address);
            page.Text.ShouldContain("Halaman tidak ditemukan");
        }

        foreach (var address in new[] { "/cari?q=%00", "/cari?q=a%00b", "/cari/saran?q=%00", "/wilayah/cari?q=%00", "/cari?q=%f0%9f%98%80", "/cari?q=" + new string('a', 99) + "%f0%9f%8c%be", "/wilayah/cari?q=" + new string('a', 99) + "%f0%9f%8c%be" })
        {
            (await visitor.Get(address)).Status.ShouldBeOneOf([200, 400], address);
        }
    }

    [Fact]
    public async Task A_number_that_is_none_is_told_in_words()
    {
        await using var app = await KomejiApp.Start();
        await new Stalls(app).Shop(owner: await app.Person("toko@komeji.test"));
        using var seller = await app.SignInAs("toko@komeji.test");
        var page = await seller.Submit(await seller.Get("/penjual/produk/baru"), "/penjual/produk/baru", ("Nama", "Keripik tempe"), ("Berat", "dua ratus"), ("Penyiapan", "\u0663"));
        page.Status.ShouldBe(400);
        page.Text.ShouldContain("Berat harus berupa angka bulat.");
        page.Text.ShouldNotContain("Waktu penyiapan harus");
    }

    /// <summary>Everything that has to be mended is told at once, not one thing after the other.</summary>
    [Fact]
    public async Task A_form_tells_all_its_errors_together()
    {
        await using var app = await KomejiApp.Start();
        using var visitor = app.Visit();
        var newcomer = await visitor.Submit(await visitor.Get("/daftar"), "/daftar", ("FullName", "S"), ("Contact", "021-555"), ("Password", "pendek"));
        newcomer.Status.ShouldBe(400);
        foreach (var words in new[] { "Nama lengkap 2 sampai 120 huruf", "Tulis surel seperti", "Kata sandi 8 sampai 128", "Centang persetujuannya" })
        {
            newcomer.Text.ShouldContain(words);
        }

        using var siti = await app.SignInAs("siti@komeji.test");
        var address = await siti.Submit(await siti.Get("/akun/alamat/tambah"), "/akun/alamat/tambah", ("Recipient", "S"), ("Phone", "021-555-1234"), ("Street", "Jl."), ("RtRw", "tiga"), ("PostalCode", "60"));
        address.Status.ShouldBe(400);
        address.Document.QuerySelectorAll("[data-testid=errors] li").Length.ShouldBe(6);
    }

    [Fact]
    public async Task A_password_is_kept_as_it_was_typed()
    {
        await using var app = await KomejiApp.Start();
        const string password = "sandi \u200Bdengan\u200D \uFF33 spasi";
        using var visitor = app.Visit();
        var asked = await visitor.Submit(await visitor.Get("/daftar"), "/daftar", ("FullName", "Siti"), ("Contact", "siti@komeji.test"), ("Password", password), ("AcceptsTerms", "true"));
        var code = await app.CodeSentTo("siti@komeji.test");
        var confirmed = await visitor.Submit(await visitor.Get(asked.Location), "/konfirmasi", ("Code", code));
        confirmed.Status.ShouldBe(302, confirmed.Text);
        using var later = app.Visit();
        (await later.SignIn("siti@komeji.test", password)).Status.ShouldBe(302);
        using var other = app.Visit();
        (await other.SignIn("siti@komeji.test", "sandi dengan S spasi")).Status.ShouldNotBe(302);
    }

    /// <summary>No form can go round it: every text and whole number an action takes has this reader.</summary>
    [Fact]
    public async Task Every_text_of_every_action_is_read_there()
    {
        await using var app = await KomejiApp.Start();
        using var _ = app.CreateClient();
        var binders = app.Services.GetRequiredService<IModelBinderFactory>();
        var metadata = app.Services.GetRequiredService<IModelMetadataProvider>();
        var texts = 0;
        foreach (var type in new[] { typeof(string), typeof(int), typeof(long), typeof(int?), typeof(long?) })
        {
            var binder = binders.CreateBinder(new ModelBinderFactoryContext { Metadata = metadata.GetMetadataForType(type), CacheToken = type });
            binder.ShouldBeOfType(type == typeof(string) ? typeof(TextBinder) : typeof(WholeNumberBinder));
        }

        foreach (var action in app.Services.GetRequiredService<IEnumerable<EndpointDataSource>>().SelectMany(s => s.Endpoints).Select(e => e.Metadata.GetMetadata<ControllerActionDescriptor>()).OfType<ControllerActionDescriptor>())
        {
            foreach (var parameter in action.Parameters.OfType<ControllerParameterDescriptor>())
            {
                parameter.BindingInfo?.BinderType.ShouldBeNull(action.DisplayName);
                parameter.BindingInfo?.BindingSource.ShouldNotBe(BindingSource.Body, action.DisplayName);
                texts += parameter.ParameterType == typeof(string) ? 1 : 0;
            }
        }

        texts.ShouldBeGreaterThan(20);
    }
}
