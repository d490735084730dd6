using Komeji.Domain.Accounts;
using Komeji.Tests.Support;
using Komeji.Tests.Web.Authorisation;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Web.Accounts;

/// <summary>Whoever holds a role and has only a password is led to a second factor and can do nothing else.</summary>
public sealed class StaffGateTests
{
    const string SetUp = "/akun/keamanan/kode-kedua";

    /// <summary>What a person without a factor may post all the same: what sets it up, and signing out.</summary>
    static readonly string[] Open = [SetUp, SetUp + "/mulai", SetUp + "/kirim-ulang", "/akun/bukti", "/keluar"];

    static readonly (string, string) Required = ("Komeji:StaffSecondFactor", "true");

    [Fact]
    public async Task With_a_password_only_every_post_of_staff_is_refused()
    {
        await using var app = await KomejiApp.Start(settings: Required);
        using var _ = app.CreateClient();
        var objects = await TestObjects.Make(app);
        var wrong = new List<string>();
        var tried = 0;
        foreach (var identity in Identity.All.Where(i => i.Roles.Length > 0))
        {
            using var visitor = await objects.Enter(identity);
            var token = (await visitor.Get(SetUp)).Document.QuerySelector("input[name=__formulir]")!.GetAttribute("value")!;
            foreach (var row in AuthorisationTable.Rows.Where(r => r.Method == "POST" && r.Admits(identity) && !Open.Contains(r.Route) && !r.Route.StartsWith("/health", StringComparison.Ordinal)))
            {
                tried++;
                var answer = await visitor.Post(await objects.Fill(row, identity, foreign: false), ("__formulir", token));
                if ((answer.Status, answer.Location) != (302, SetUp))
                {
                    wrong.Add($"{identity} {row}: {answer.Status} {answer.Location}");
                }
            }
        }

        wrong.ShouldBeEmpty();
        tried.ShouldBeGreaterThan(200);
    }

    /// <summary>The same with the guard out: the posts reach their acts.</summary>
    [Fact]
    public async Task Without_the_gate_a_password_would_do()
    {
        await using var app = await KomejiApp.Start(settings: ("Komeji:StaffSecondFactor", "false"));
        using var admin = await app.SignInAs("maya@contoh.id", Roles.Admin);
        var siti = await app.Person("siti@contoh.id");
        var address = $"/operator/pengguna/{siti.Value}";
        (await admin.Submit(await admin.Get(address), address + "/nonaktifkan", ("Reason", "Untuk pengujian"))).Location.ShouldBe(address);
    }

    [Fact]
    public async Task Pages_lead_to_the_setup_and_open_after_it()
    {
        await using var app = await KomejiApp.Start(settings: Required);
        using var admin = await app.SignInAs("maya@contoh.id", Roles.Admin);
        foreach (var page in new[] { "/operator", "/akun", "/", "/keranjang", "/akun/keamanan" })
        {
            (await admin.Get(page)).Location.ShouldBe(SetUp, page);
        }

        (await admin.Get("/tidak-ada")).Status.ShouldBe(404);
        (await admin.Get(SetUp)).Text.ShouldContain("Petugas wajib memakai kode kedua");
        var (authenticator, _) = await app.SetUpFactor(admin);
        (await admin.Get("/operator")).Status.ShouldBe(200);
        (await admin.Get("/")).Status.ShouldBe(200);
        (await admin.Submit(await admin.Get("/akun"), "/keluar")).Location.ShouldBe("/masuk");

        await admin.SignIn("maya@contoh.id", KomejiApp.Password);
        (await admin.Get("/operator")).Status.ShouldBe(302);
        await admin.Submit(await admin.Get("/masuk/kode"), "/masuk/kode", ("Code", authenticator.Code));
        (await admin.Get("/operator")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_buyer_and_a_seller_are_not_asked()
    {
        await using var app = await KomejiApp.Start(settings: Required);
        using var buyer = await app.SignInAs("siti@contoh.id");
        (await buyer.IsSignedIn()).ShouldBeTrue();
        (await app.Read(db => db.SecondFactors.CountAsync())).ShouldBe(0);
    }
}
