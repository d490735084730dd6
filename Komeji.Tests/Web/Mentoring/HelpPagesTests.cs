using Komeji.Application.Mentoring;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Web.Mentoring;

public sealed class HelpPagesTests
{
    const string Seller = "siti@komeji.test";
    const string Mentor = "eko@komeji.test";

    [Fact]
    public async Task A_mentor_works_for_a_seller_who_sees_it_and_ends_it()
    {
        await using var app = await KomejiApp.Start();
        await new Stalls(app).Shop(owner: await app.Person(Seller));
        using var seller = await app.SignInAs(Seller);
        using var mentor = await app.SignInAs(Mentor, Roles.Mentor);
        var offered = await seller.Submit(await seller.Get("/penjual/pendamping"), "/penjual/pendamping", ("Hak", "Products"), ("Hak", "Page"));
        var code = offered.Document.QuerySelector("[data-testid=mentoring-code]")!.TextContent;
        (await seller.Get("/penjual/pendamping")).Html.ShouldNotContain(code);

        var wrong = await mentor.Submit(await mentor.Get("/mitra/pendampingan"), "/mitra/pendampingan", ("Kode", "AAA-AAA"));
        wrong.Status.ShouldBe(422, wrong.Text);
        (await mentor.Submit(wrong, "/mitra/pendampingan", ("Kode", code))).Location.ShouldBe("/penjual");
        var home = await mentor.Get("/penjual");
        home.Document.QuerySelector("[data-testid=helping-banner]")!.TextContent.ShouldContain("sebagai pendamping sampai");
        home.Document.QuerySelectorAll(".side a").Select(a => a.GetAttribute("href")).ShouldNotContain("/penjual/saldo");
        foreach (var closed in new[] { "/penjual/saldo", "/penjual/pesanan", "/penjual/staf", "/penjual/biaya", "/penjual/legalitas", "/penjual/buka-toko/rekening", "/penjual/pendamping" })
        {
            (await mentor.Get(closed)).Status.ShouldBe(403, closed);
        }

        var store = await mentor.Get("/penjual/toko");
        store.Status.ShouldBe(200);
        (await mentor.Submit(store, "/penjual/toko/libur", ("mulai", ""), ("sampai", "9999-12-31"))).Status.ShouldBe(422, "no day comes after it, and it is too far anyway");
        (await mentor.Submit(store, "/penjual/toko/libur")).Status.ShouldBe(302);
        var open = await mentor.Get("/penjual/toko");
        var session = await app.Read(db => db.MentoringSessions.SingleAsync());
        var seen = await seller.Get(MentoringTexts.Page(session.Id));
        seen.Document.QuerySelectorAll("[data-testid=deed]").ShouldHaveSingleItem().TextContent.ShouldContain("Mengatur libur toko");
        (await seller.Submit(seen, $"{MentoringTexts.Page(session.Id)}/akhiri")).Status.ShouldBe(302);
        (await mentor.Get("/penjual")).Status.ShouldBe(403);
        (await mentor.Get("/mitra/pendampingan")).Document.QuerySelector("[data-testid=helping-banner]").ShouldBeNull();
        (await mentor.Submit(open, "/penjual/toko/buka")).Status.ShouldBe(403);
    }

    /// <summary>A form that was open when the session ended writes nothing, and above all not into the mentor's own account.</summary>
    [Fact]
    public async Task A_form_sent_after_the_end_writes_nothing()
    {
        await using var app = await KomejiApp.Start();
        var owner = await app.Person(Seller);
        using var mentor = await app.SignInAs(Mentor, Roles.Mentor);
        await app.Write(async db =>
        {
            var browser = await db.Sessions.SingleAsync();
            var session = Komeji.Domain.Mentoring.MentoringSession.Offer(owner, new("uji", TimeSpan.FromMinutes(10), ShopRightsOf.Mentor, 60, false), app.Clock.GetUtcNow());
            session.Begin(new UserId(browser.UserId), app.Clock.GetUtcNow());
            db.MentoringSessions.Add(session);
            browser.Mentoring = session.Id;
        });
        var form = await mentor.Get("/penjual/buka-toko/pemilik");
        app.Clock.Advance(TimeSpan.FromMinutes(60));
        var late = await mentor.Submit(form, "/penjual/buka-toko/pemilik", ("Nama", "Yanti Kusuma"), ("Nik", "3509015708900002"), ("Telepon", "081234567890"));
        late.Status.ShouldBe(400);
        (await app.Read(db => db.LegalProfiles.CountAsync())).ShouldBe(0);
    }

    /// <summary>One browser, two people: neither is signed in with the other, and at the end nobody is.</summary>
    [Fact]
    public async Task On_one_phone_neither_sees_the_others_account()
    {
        await using var app = await KomejiApp.Start();
        await new Stalls(app).Shop(owner: await app.Person(Seller));
        await app.Person(Mentor, Roles.Mentor);
        using var phone = await app.SignInAs(Seller);
        var begun = await phone.Submit(await phone.Get("/penjual/pendamping"), "/penjual/pendamping", ("Hak", "Products"));
        begun.Status.ShouldBe(200);
        var page = await phone.Get("/penjual/pendamping");
        var token = page.Document.QuerySelector("input[name=__formulir]")!.GetAttribute("value")!;
        var left = await phone.Post("/penjual/pendamping/hp-ini", ("__formulir", token), ("Hak", "Products"));
        left.Location.ShouldBe("/masuk?kembali=/mitra/pendampingan");
        (await phone.IsSignedIn()).ShouldBeFalse("the seller is out");

        (await phone.SignIn(Mentor, KomejiApp.Password, "/mitra/pendampingan")).Location.ShouldBe("/mitra/pendampingan");
        var enter = await phone.Get("/mitra/pendampingan");
        enter.Document.QuerySelector("input[name=Kode]")!.GetAttribute("value").ShouldNotBeNullOrEmpty("the code came along");
        (await phone.Submit(enter, "/mitra/pendampingan")).Location.ShouldBe("/penjual");
        (await phone.Get("/penjual/produk")).Status.ShouldBe(200);
        foreach (var own in new[] { "/akun", "/pesanan", "/keranjang", "/notifikasi", "/akun/alamat", "/akun/undangan" })
        {
            (await phone.Get(own)).Location.ShouldBe("/mitra/pendampingan", own);
        }

        (await phone.Get("/penjual")).Document.QuerySelectorAll("header .count").ShouldBeEmpty();
        var end = await phone.Submit(await phone.Get("/mitra/pendampingan"), "/mitra/pendampingan/akhiri");
        end.Location.ShouldBe("/masuk");
        (await phone.IsSignedIn()).ShouldBeFalse("the mentor is out too");
        (await app.Read(db => db.Sessions.CountAsync())).ShouldBe(0);

        (await phone.SignIn(Seller, KomejiApp.Password)).Status.ShouldBe(302);
        (await phone.Get("/penjual")).Document.QuerySelector("[data-testid=helping-banner]").ShouldBeNull();
    }

    [Fact]
    public async Task On_one_phone_the_clock_signs_the_mentor_out()
    {
        await using var app = await KomejiApp.Start();
        var owner = await app.Person(Seller);
        await new Stalls(app).Shop(owner: owner);
        using var phone = await app.SignInAs(Mentor, Roles.Mentor);
        await app.Write(async db =>
        {
            var mentor = await db.Sessions.SingleAsync();
            var session = Komeji.Domain.Mentoring.MentoringSession.Offer(owner, new("uji", TimeSpan.FromMinutes(10), ShopRights.Products, 60, true), app.Clock.GetUtcNow());
            session.Begin(new UserId(mentor.UserId), app.Clock.GetUtcNow());
            db.MentoringSessions.Add(session);
            mentor.Mentoring = session.Id;
        });
        (await phone.Get("/penjual/produk")).Status.ShouldBe(200);
        app.Clock.Advance(TimeSpan.FromMinutes(60));
        (await phone.Get("/penjual/produk")).Location.ShouldStartWith("/masuk");
        await app.Run<DueMentoring>();
        (await app.Read(db => db.Sessions.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task Somebody_is_invited_accepts_works_and_is_out_at_once()
    {
        await using var app = await KomejiApp.Start();
        var market = new Stalls(app);
        await market.Shop(owner: await app.Person(Seller));
        await market.Shop(owner: await app.Person("dewi@komeji.test"));
        using var owner = await app.SignInAs(Seller);
        using var dewi = await app.SignInAs("dewi@komeji.test");
        var refused = await owner.Submit(await owner.Get("/penjual/staf"), "/penjual/staf", ("Nama", "Dewi"), ("Kontak", "dewi@komeji.test"));
        refused.Status.ShouldBe(422, refused.Text);
        (await owner.Submit(refused, "/penjual/staf", ("Nama", "Dewi"), ("Kontak", "dewi@komeji.test"), ("Hak", "Orders"))).Status.ShouldBe(302);
        var list = await dewi.Get("/akun/undangan");
        var invitation = await dewi.Get(list.Document.QuerySelector("[data-testid=invitation] a")!.GetAttribute("href")!);
        (await dewi.Submit(invitation, invitation.Document.Forms.First(f => f.Action.EndsWith("/terima", StringComparison.Ordinal)).GetAttribute("action")!)).Location.ShouldBe("/penjual");
        (await dewi.Get("/penjual/pesanan")).Status.ShouldBe(200);
        (await dewi.Get("/penjual/produk")).Status.ShouldBe(403);
        (await dewi.Get("/penjual")).Document.QuerySelectorAll(".side a").Select(a => a.GetAttribute("href")).ShouldContain("/penjual/pilih-toko");

        var shops = await dewi.Get("/penjual/pilih-toko");
        var own = shops.Document.QuerySelectorAll("[data-testid=my-shop] form").Select(f => f.GetAttribute("action")!).First(a => !a.EndsWith("/berhenti", StringComparison.Ordinal));
        (await dewi.Submit(shops, own)).Status.ShouldBe(302);
        (await dewi.Get("/penjual/produk")).Status.ShouldBe(200, "in her own shop");
        var ownForm = await dewi.Get("/penjual/toko");
        var other = (await dewi.Get("/penjual/pilih-toko")).Document.QuerySelectorAll("[data-testid=my-shop] form").Select(f => f.GetAttribute("action")!).First(a => !a.EndsWith("/berhenti", StringComparison.Ordinal));
        (await dewi.Submit(await dewi.Get("/penjual/pilih-toko"), other)).Status.ShouldBe(302);
        (await dewi.Get("/penjual/produk")).Status.ShouldBe(403);
        (await dewi.Submit(ownForm, "/penjual/toko/libur")).Status.ShouldBe(403);
        var elsewhere = await dewi.Get("/penjual/pesanan/KMJ-TIDAKADA");
        elsewhere.Status.ShouldBe(404);
        elsewhere.Document.QuerySelector("main a[href='/penjual/pilih-toko']").ShouldNotBeNull("it may be another shop's");

        var staff = await owner.Get("/penjual/staf");
        var end = staff.Document.Forms.Select(f => f.GetAttribute("action")!).First(a => a.EndsWith("/akhiri", StringComparison.Ordinal));
        (await owner.Submit(staff, end)).Status.ShouldBe(302);
        var lost = await dewi.Get("/penjual/produk");
        (lost.Status, lost.Location).ShouldBe((302, "/penjual/pilih-toko"), "it is not her own shop that takes the other's place by itself");
    }
}
