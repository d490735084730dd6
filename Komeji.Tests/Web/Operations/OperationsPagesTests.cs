using System.Security.Claims;
using Komeji.Application.Jobs;
using Komeji.Domain.Accounts;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Jobs;
using Komeji.Domain.Notifications;
using Komeji.Tests.Support;
using Komeji.Web.Areas.Operations.Messages;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Web.Operations;

public sealed class OperationsPagesTests
{
    [Fact]
    public async Task The_start_page_counts_what_waits_and_opens_it()
    {
        await using var komeji = await KomejiApp.Start();
        await DeadMessage(komeji);
        var page = await (await komeji.SignInAs("op@contoh.id", Roles.Operator)).Get("/operator");

        var waiting = page.Document.QuerySelectorAll(".todo > li")[0];
        waiting.QuerySelector(".number-box")!.TextContent.ShouldBe("1");
        waiting.QuerySelector("a")!.GetAttribute("href").ShouldBe("/operator/perlu/surat-gagal");
        var rows = await (await komeji.SignInAs("op@contoh.id")).Get("/operator/perlu/surat-gagal");
        rows.Text.ShouldContain("sr•••@contoh.id");
        rows.Text.ShouldNotContain("sri@contoh.id");
    }

    [Fact]
    public async Task Whoever_may_not_open_a_kind_sees_neither_its_number_nor_its_rows()
    {
        await using var komeji = await KomejiApp.Start();
        await DeadMessage(komeji);
        var finance = await komeji.SignInAs("uang@contoh.id", Roles.Finance);

        (await finance.Get("/operator")).Text.ShouldNotContain("Surat gagal");
        (await finance.Get("/operator/perlu/surat-gagal")).Status.ShouldNotBe(200);
        (await finance.Get("/operator/perlu/tidak-ada")).Status.ShouldBe(404);
        (await finance.Get("/operator/pekerjaan")).Status.ShouldNotBe(200);
        (await finance.Get("/operator/surat")).Status.ShouldNotBe(200);
    }

    [Fact]
    public async Task The_menu_shows_what_the_person_may_open()
    {
        await using var komeji = await KomejiApp.Start();
        var care = await (await komeji.SignInAs("cs@contoh.id", Roles.CallCentre)).Get("/operator");
        care.Document.QuerySelectorAll("#menu > a").Select(a => a.GetAttribute("href")).ShouldBe(["/operator", "/operator/pesanan", "/operator/komplain", "/operator/retur", "/operator/pusat-layanan", "/operator/pusat-layanan/tiket", "/operator/surat", "/akun"]);
        care.Document.QuerySelector("#menu form[action='/keluar'] button").ShouldNotBeNull();
        foreach (var others in new[] { "Komplain menunggu keputusan", "Setoran pajak disiapkan", "Kabar pembayaran yang tidak terproses", "Sengketa di bank pembeli" })
        {
            care.Text.ShouldNotContain(others);
        }
    }

    [Fact]
    public async Task Run_now_leaves_a_wish_and_says_so()
    {
        await using var komeji = await KomejiApp.Start();
        var technician = await komeji.SignInAs("teknisi@contoh.id", Roles.Maintenance);
        var list = await technician.Get("/operator/pekerjaan");
        list.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(Schedule.All.Count);

        var pressed = await technician.Submit(list, "/operator/pekerjaan/hapus-catatan-lama/jalankan");
        pressed.Status.ShouldBe(302);
        var page = await technician.Get(pressed.Location);
        page.Document.QuerySelector("[data-testid=flash]")!.TextContent.ShouldContain("dimulai");
        (await komeji.Send(new ListWishedJobs())).ShouldBe(["hapus-catatan-lama"]);
        (await technician.Get("/operator/pekerjaan/tidak-ada")).Status.ShouldBe(404);
    }

    [Fact]
    public async Task Flagged_shops_and_held_listings_are_listed_and_what_was_looked_at_leaves_the_list()
    {
        await using var komeji = await KomejiApp.Start();
        var stalls = new Stalls(komeji);
        var shop = await stalls.Shop();
        await stalls.Product(shop);
        await komeji.Write(async db =>
        {
            var now = komeji.Clock.GetUtcNow();
            (await db.Stores.SingleAsync(s => s.Id == shop.Id)).Flag("obat", Actor.Seller(shop.Owner.Value), now);
            var product = await db.Products.SingleAsync(p => p.StoreId == shop.Id);
            product.Hold(now);
            db.ListingFlags.Add(ListingFlag.Hold(product.Id, product.Name, ListingFlag.Of(new ProductFlagged(product.Id, "Obat batuk", new GoodsFlag("obat", "Obat", "uji", false), now)), now));
        });
        var operating = await komeji.SignInAs("op@contoh.id", Roles.Operator);
        (await operating.Get("/operator/perlu/toko-ditandai")).Text.ShouldContain("“obat”");
        (await operating.Get("/operator/tinjauan-produk")).Document.QuerySelector("[data-testid=flag-held]").ShouldNotBeNull();
        (await operating.Get($"/operator/toko/{shop.Id.Value}")).Document.QuerySelector("[data-testid=store-flag]").ShouldNotBeNull();
        var list = await operating.Get("/operator/tinjauan-toko");
        list.Document.QuerySelectorAll("[data-testid=store-flag]").Length.ShouldBe(1);
        var passed = await operating.Submit(list, "/operator/tinjauan-toko/");
        passed.Location.ShouldBe("/operator/tinjauan-toko");
        (await operating.Get(passed.Location)).Document.QuerySelector(".empty").ShouldNotBeNull();
        (await operating.Get("/operator/tinjauan-toko?putus=true")).Text.ShouldContain("sudah dilihat dan boleh");
    }

    [Fact]
    public async Task A_job_shows_its_runs_page_by_page_with_errors()
    {
        await using var komeji = await KomejiApp.Start();
        await komeji.Write(db =>
        {
            for (var i = 0; i < 60; i++)
            {
                var run = new JobRun("kirim-pesan", "jadwal", komeji.Clock.GetUtcNow().AddMinutes(i));
                run.Progress(1, 1, 2);
                run.Fail($"Server sibuk {i}", komeji.Clock.GetUtcNow().AddMinutes(i).AddSeconds(5));
                db.JobRuns.Add(run);
            }

            return Task.CompletedTask;
        });
        var technician = await komeji.SignInAs("teknisi@contoh.id", Roles.Maintenance);

        var first = await technician.Get("/operator/pekerjaan/kirim-pesan");
        first.Text.ShouldContain("Server sibuk 59");
        first.Document.QuerySelector(".pager a[rel=next]")!.GetAttribute("href").ShouldBe("?hal=2");
        var second = await technician.Get("/operator/pekerjaan/kirim-pesan?hal=2");
        second.Document.QuerySelectorAll("tbody tr").Length.ShouldBe(10);
        (await technician.Get("/operator/pekerjaan/kirim-pesan?hal=-5")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task A_code_is_hidden_from_all_who_look_after_the_post()
    {
        await using var komeji = await KomejiApp.Start();
        await WriteCode(komeji);
        foreach (var role in new[] { Roles.Operator, Roles.CallCentre, Roles.Admin })
        {
            (await Body(komeji, role)).ShouldBe("Kode Anda ••••••.", role);
        }
    }

    [Theory]
    [InlineData(Roles.Operator, true)]
    [InlineData(Roles.Admin, true)]
    [InlineData(Roles.CallCentre, false)]
    [InlineData(Roles.Finance, false)]
    [InlineData(Roles.Supervisor, false)]
    public void Codes_are_read_only_in_development_without_a_mail_server(string role, bool reads)
    {
        var staff = new ClaimsPrincipal(new ClaimsIdentity([new Claim(ClaimTypes.Role, role)], "uji"));
        CodesInPost.MayRead(development: true, anyProvider: false, staff).ShouldBe(reads);
        CodesInPost.MayRead(development: true, anyProvider: true, staff).ShouldBeFalse();
        CodesInPost.MayRead(development: false, anyProvider: false, staff).ShouldBeFalse();
    }

    [Fact]
    public async Task A_dead_message_is_found_opened_and_tried_again()
    {
        await using var komeji = await KomejiApp.Start();
        await DeadMessage(komeji);
        var desk = await komeji.SignInAs("op@contoh.id", Roles.Operator);
        var list = await desk.Get("/operator/surat?q=SRI@contoh.id&status=Dead&jalur=Email");
        var page = await desk.Get(list.Document.QuerySelector("tbody a")!.GetAttribute("href")!);
        page.Text.ShouldContain("Server sibuk");
        (list.Text + page.Text).ShouldNotContain("sri@contoh.id");

        var address = page.Document.QuerySelector("main form")!.GetAttribute("action")!;
        var seen = await desk.Submit(page, address.Replace("coba-lagi", "lihat", StringComparison.Ordinal), ("Apa", "Contact"), ("Alasan", "Tujuannya tampak salah"));
        seen.Document.QuerySelector("[data-testid=revealed]")!.TextContent.ShouldContain("sri@contoh.id");
        (await komeji.Read(db => db.DataReveals.SingleAsync())).Why.ShouldBe("Tujuannya tampak salah");
        (await desk.Submit(page, address)).Status.ShouldBe(302);
        (await komeji.Read(db => db.Messages.SingleAsync(m => m.Subject == "Halo"))).State.ShouldBe(MessageState.Waiting);
        (await desk.Get("/operator/surat?status=Dead")).Text.ShouldContain("Tidak ada surat");
        (await desk.Get("/operator/surat?status=bohong&hal=0")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task News_are_ones_own_and_open_by_a_button()
    {
        await using var komeji = await KomejiApp.Start();
        var me = await komeji.Person("sri@contoh.id");
        await komeji.Write(db => Task.FromResult(db.Notifications.Add(new Notification(me, "Pesanan dikirim", "Cek.", "/notifikasi?hal=1", komeji.Clock.GetUtcNow()))));
        var visitor = await komeji.SignInAs("sri@contoh.id");
        var page = await visitor.Get("/notifikasi");
        var address = page.Document.QuerySelector("li.new form")!.GetAttribute("action")!;

        (await (await komeji.SignInAs("budi@contoh.id")).Get("/notifikasi")).Text.ShouldContain("Belum ada kabar");
        var stranger = await komeji.SignInAs("budi@contoh.id");
        var token = (await stranger.Get("/akun")).Document.QuerySelector("input[name=__formulir]")!.GetAttribute("value")!;
        (await stranger.Post(address, ("__formulir", token))).Status.ShouldBe(404);
        (await visitor.Submit(page, address)).Location.ShouldBe("/notifikasi?hal=1");
        (await visitor.Get("/notifikasi")).Document.QuerySelectorAll("li.new").ShouldBeEmpty();
    }

    static Task DeadMessage(KomejiApp komeji) => komeji.Write(db =>
    {
        var now = komeji.Clock.GetUtcNow();
        var message = new Message(MessageChannel.Email, "sri@contoh.id", "Halo", "Isi surat.", now);
        for (var i = 0; i < Message.MostTries; i++)
        {
            message.Claim(TimeSpan.Zero, now.AddDays(i));
            message.Fail("Server sibuk", now.AddDays(i));
        }

        db.Messages.Add(message);
        return Task.CompletedTask;
    });

    static Task WriteCode(KomejiApp komeji) => komeji.Write(db => Task.FromResult(
        db.Messages.Add(new Message(MessageChannel.Email, "sri@contoh.id", "Kode Komeji", "Kode Anda 482913.", komeji.Clock.GetUtcNow()))));

    static async Task<string> Body(KomejiApp komeji, string role)
    {
        var desk = await komeji.SignInAs($"{role[..4]}@contoh.id", role);
        var list = await desk.Get("/operator/surat");
        return (await desk.Get(list.Document.QuerySelector("tbody a")!.GetAttribute("href")!)).Document.QuerySelector("[data-testid=message-body]")!.TextContent;
    }
}
