using Komeji.Domain.Accounts;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Web.Settings;

public sealed class SettingPagesTests
{
    const string Fee = "/operator/pengaturan/biaya.layanan";

    [Theory, OnSqlite, OnPostgres]
    public async Task An_administrator_decides_and_everybody_sees_why(Engine engine)
    {
        await using var app = await KomejiApp.Start(engine);
        using var admin = await app.SignInAs("admin@contoh.id", Roles.Admin);
        var page = await admin.Get(Fee);
        page.Document.QuerySelector("[data-testid=setting-value]")!.TextContent.ShouldBe("5 %");

        var refused = await admin.Submit(page, Fee, ("Value", "45"), ("Source", "Rapat pengurus"), ("Reason", "Biaya dinaikkan terlalu tinggi"));
        refused.Status.ShouldBe(422);
        refused.Text.ShouldContain("Biaya layanan harus antara 0 % dan 30 %.");
        refused.Document.QuerySelector("[name=Value]")!.GetAttribute("value").ShouldBe("45");

        (await admin.Submit(refused, Fee, ("Value", "4,5"), ("Source", "Rapat pengurus"), ("Reason", "Biaya diturunkan untuk UMKM baru"))).Location.ShouldBe(Fee);
        using var finance = await app.SignInAs("keuangan@contoh.id", Roles.Finance);
        (await finance.Get(Fee)).Text.ShouldContain("Biaya diturunkan untuk UMKM baru. Dasar: Rapat pengurus. Oleh");
        (await finance.Get("/operator/pengaturan")).Document.QuerySelector("[data-key='biaya.layanan']")!.TextContent.ShouldContain("4,5 %");
    }

    [Theory]
    [InlineData(Roles.Operator)]
    [InlineData(Roles.Finance)]
    [InlineData(Roles.Board)]
    public async Task Who_only_sees_cannot_change(string role)
    {
        await using var app = await KomejiApp.Start();
        using var visitor = await app.SignInAs("petugas@contoh.id", role);
        var page = await visitor.Get(Fee);
        page.Document.QuerySelector("[name=Value]").ShouldBeNull();
        var token = page.Document.QuerySelector("[name=__formulir]")!.GetAttribute("value")!;
        foreach (var address in new[] { Fee, "/operator/pengaturan/hari-libur" })
        {
            var answer = await visitor.Post(address, ("__formulir", token), ("Value", "1"), ("Day", "2026-12-01"), ("Kind", "National"), ("Name", "Libur"), ("Source", "Sendiri"), ("Reason", "Sekadar ingin libur"));
            answer.Status.ShouldNotBe(200);
            answer.Location.ShouldNotBe(address);
        }

        (await app.Read(db => db.Settings.CountAsync())).ShouldBe(0);
        (await app.Read(db => db.Holidays.CountAsync(h => h.SetBy != null))).ShouldBe(0);
    }

    [Fact]
    public async Task A_holiday_is_added_with_its_reason()
    {
        await using var app = await KomejiApp.Start();
        using var admin = await app.SignInAs("admin@contoh.id", Roles.Admin);
        const string address = "/operator/pengaturan/hari-libur";
        var page = await admin.Get(address);
        page.Document.QuerySelectorAll("[data-testid=holiday]").Length.ShouldBe(25);

        (await admin.Submit(page, address, ("Day", "kemarin"), ("Kind", "Semua"))).Status.ShouldBe(400);
        var done = await admin.Submit(page, address, ("Day", "2026-11-25"), ("Kind", "National"), ("Name", "Pilkada serentak"), ("Source", "Keppres 33/2026"), ("Reason", "Hari pemungutan suara"));
        done.Location.ShouldBe(address + "?tahun=2026");
        (await admin.Get(done.Location)).Text.ShouldContain("Pilkada serentak");
    }

    [Fact]
    public async Task What_is_exported_cannot_run_as_a_formula()
    {
        await using var app = await KomejiApp.Start();
        using var admin = await app.SignInAs("admin@contoh.id", Roles.Admin);
        await admin.Submit(await admin.Get(Fee), Fee, ("Value", "4"), ("Source", "=1+1"), ("Reason", "Alasan, dengan \"kutip\" di dalamnya"));
        var csv = (await admin.Get("/operator/pengaturan/csv")).Html;
        csv.ShouldContain("biaya.layanan,Biaya layanan,4 %,Berlaku,");
        csv.ShouldContain(",'=1+1,\"Alasan, dengan \"\"kutip\"\" di dalamnya\",");
        (await admin.Get("/operator/pengaturan/hari-libur/csv?tahun=2026")).Html.ShouldContain("2026-12-25,Libur nasional,Kelahiran Yesus Kristus,ya,");
    }

    [Fact]
    public async Task An_unknown_setting_is_not_there()
    {
        await using var app = await KomejiApp.Start();
        using var admin = await app.SignInAs("admin@contoh.id", Roles.Admin);
        (await admin.Get("/operator/pengaturan/tidak.ada")).Status.ShouldBe(404);
    }
}
