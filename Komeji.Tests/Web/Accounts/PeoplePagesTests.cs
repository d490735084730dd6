using Komeji.Application.Accounts;
using Komeji.Domain.Accounts;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Web.Accounts;

public sealed class PeoplePagesTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task An_administrator_gives_a_role_and_bans_through_the_pages(Engine engine)
    {
        await using var app = await KomejiApp.Start(engine);
        using var admin = await app.SignInAs("admin@contoh.id", Roles.Admin);
        using var siti = await app.SignInAs("siti@contoh.id");
        var list = await admin.Get("/operator/pengguna?q=siti");
        var address = list.Document.QuerySelector("td.main a")!.GetAttribute("href")!;

        var again = await admin.Submit(await admin.Get(address), address + "/peran", ("Role", Roles.Operator), ("Reason", "x"));
        again.Status.ShouldBe(400);
        again.Document.QuerySelector("#Role option[selected]")!.GetAttribute("value").ShouldBe(Roles.Operator);
        (await admin.Submit(again, address + "/peran", ("Reason", "SK pengurus 12/2026"))).Status.ShouldBe(302);

        (await siti.IsSignedIn()).ShouldBeFalse();
        (await siti.SignIn("siti@contoh.id", KomejiApp.Password)).Status.ShouldBe(302);
        (await siti.Get("/operator")).Status.ShouldBe(200);
        (await siti.Get("/operator/pengguna")).Status.ShouldBe(403);
        (await siti.Get(address)).Status.ShouldBe(403);

        (await admin.Submit(await admin.Get(address), address + "/nonaktifkan", ("Reason", "Penipuan berulang"))).Status.ShouldBe(302);
        (await siti.IsSignedIn()).ShouldBeFalse();
        (await admin.Get(address)).Text.ShouldContain("Penipuan berulang");
        (await admin.Get("/operator/pengguna/" + Guid.Empty)).Status.ShouldBe(404);
    }

    [Fact]
    public async Task One_cannot_raise_oneself_by_a_forged_post()
    {
        await using var app = await KomejiApp.Start();
        var id = await app.Person("admin@contoh.id", Roles.Admin);
        using var admin = await app.SignInAs("admin@contoh.id", Roles.Admin);
        var token = (await admin.Get("/akun")).Document.QuerySelector("input[name=__formulir]")!.GetAttribute("value")!;
        var answer = await admin.Post($"/operator/pengguna/{id.Value}/peran", ("Role", Roles.Finance), ("Reason", "Saya mau saja"), ("__formulir", token));
        answer.Status.ShouldBe(422);
        (await app.Read(db => db.RoleGrants.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task The_file_holds_no_formula()
    {
        await using var app = await KomejiApp.Start();
        using var admin = await app.SignInAs("admin@contoh.id", Roles.Admin);
        await app.Person("081234567890");
        await app.Write(async db => (await db.Users.SingleAsync(u => u.PhoneNumber == "+6281234567890")).FullName = "=HYPERLINK(\"http://jahat\")");
        var file = await admin.Get("/operator/pengguna/csv");
        file.Status.ShouldBe(200);
        file.Html.ShouldContain("\"'=HYPERLINK(\"\"http://jahat\"\")\"");
        file.Html.ShouldContain(",0812-3456-7890,");
        file.Html.ShouldContain(",admin@contoh.id,");
    }

    [Fact]
    public async Task A_password_change_signs_every_browser_out_and_the_new_one_signs_in()
    {
        await using var app = await KomejiApp.Start();
        using var here = await app.SignInAs("siti@contoh.id");
        using var there = await app.SignInAs("siti@contoh.id");
        var page = await here.Get("/akun/sandi");
        (await here.Submit(page, "/akun/sandi", ("Current", "bukan ini"), ("NewPassword", "sandi yang lain lagi"))).Status.ShouldBe(422);
        (await here.Submit(page, "/akun/sandi", ("Current", KomejiApp.Password), ("NewPassword", "sandi yang lain lagi"))).Location.ShouldBe("/masuk");
        (await here.IsSignedIn()).ShouldBeFalse();
        (await there.IsSignedIn()).ShouldBeFalse();
        (await here.SignIn("siti@contoh.id", "sandi yang lain lagi")).Status.ShouldBe(302);
    }

    [Fact]
    public async Task A_person_corrects_the_name_and_the_consent()
    {
        await using var app = await KomejiApp.Start();
        using var siti = await app.RegisterByPhone("081234567890", "Siti");
        (await siti.Submit(await siti.Get("/akun/profil"), "/akun/profil", ("FullName", "Siti Aminah"))).Status.ShouldBe(302);
        (await siti.Get("/akun")).Text.ShouldContain("Siti Aminah");
        (await siti.Submit(await siti.Get("/akun/persetujuan"), "/akun/persetujuan/kabar")).Status.ShouldBe(302);
        (await siti.Get("/akun/persetujuan")).Text.ShouldContain("Anda menerima kabar koperasi");
    }

    [Fact]
    public async Task The_first_administrators_link_leads_to_a_password_and_the_office()
    {
        await using var app = await KomejiApp.Start();
        var link = await app.Send(new CreateFirstAdmin("admin@contoh.id"));
        using var visitor = app.Visit();
        var page = await visitor.Get(link);
        page.Text.ShouldContain("ad•••@contoh.id");
        (await visitor.Submit(page, "/atur-ulang", ("NewPassword", KomejiApp.Password))).Location.ShouldBe("/masuk");
        (await visitor.SignIn("admin@contoh.id", KomejiApp.Password)).Status.ShouldBe(302);
        (await visitor.Get("/operator/pengguna")).Status.ShouldBe(200);
    }

    /// <summary>Keys are shared and sealed: a second process reads the first one's cookies, a copy of the database alone does not.</summary>
    [Fact]
    public async Task The_key_ring_is_in_the_database_and_not_in_clear()
    {
        await using var app = await KomejiApp.Start();
        using var siti = await app.SignInAs("siti@contoh.id");
        var keys = await app.Read(db => db.ProtectionKeys.Select(k => k.Xml).ToListAsync());
        keys.ShouldNotBeEmpty();
        keys.ShouldAllBe(k => k.Contains("<sealed", StringComparison.Ordinal) && !k.Contains("<masterKey", StringComparison.Ordinal) && !k.Contains("<value>", StringComparison.Ordinal));
    }
}
