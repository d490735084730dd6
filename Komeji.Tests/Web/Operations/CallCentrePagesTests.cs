using Komeji.Application.CallCentre;
using Komeji.Domain.Accounts;
using Komeji.Domain.CallCentre;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Web.Operations;

public sealed class CallCentrePagesTests
{
    const string Home = "/operator/pusat-layanan";

    /// <summary>Found by a number told in full, served by a ticket, and what was looked at is read by a supervisor.</summary>
    [Fact]
    public async Task A_caller_is_found_served_and_looked_up_with_a_reason()
    {
        await using var app = await KomejiApp.Start();
        var caller = await app.Person("sri@contoh.id");
        using var care = await app.SignInAs("cs@contoh.id", Roles.CallCentre);
        var found = await care.Get($"{Home}?q=sri@contoh.id");
        var person = found.Document.QuerySelector("[data-testid=people] a")!.GetAttribute("href")!;
        person.ShouldBe($"{Home}/orang/{caller.Value}");
        found.Text.ShouldContain("sr•••@contoh.id");

        var page = await care.Get(person);
        page.Text.ShouldNotContain("sri@contoh.id");
        (await care.Submit(page, person + "/lihat", ("Apa", "Contact"), ("Alasan", ""))).Status.ShouldBe(400);
        var seen = await care.Submit(page, person + "/lihat", ("Apa", "Contact"), ("Alasan", "Pelapor lupa surelnya"));
        (seen.Status, seen.Document.QuerySelector("[data-testid=revealed]")!.TextContent.Contains("sri@contoh.id", StringComparison.Ordinal)).ShouldBe((200, true));
        (await care.Submit(page, person + "/catatan", ("Catatan", "Minta ditelepon <b>sore</b>"))).Status.ShouldBe(302);
        (await care.Get(person)).Document.QuerySelector("[data-testid=notes] b").ShouldBeNull("what was typed is text");

        var form = await care.Get($"{Home}/tiket/buka?orang={caller.Value}");
        var refused = await care.Submit(form, $"{Home}/tiket/buka", ("Saluran", "WhatsApp"), ("Jenis", "Complaint"), ("Pokok", "Lupa"), ("Cerita", "Tidak bisa masuk sejak kemarin."));
        (refused.Status, refused.Document.QuerySelector("[name=Cerita]")!.TextContent.Trim()).ShouldBe((400, "Tidak bisa masuk sejak kemarin."));
        var opened = await care.Submit(form, $"{Home}/tiket/buka", ("Saluran", "WhatsApp"), ("Jenis", "Complaint"), ("Pokok", "Tidak bisa masuk"), ("Cerita", "Tidak bisa masuk sejak kemarin."), ("Ambil", "true"));
        var ticket = await care.Get(opened.Location);
        (await care.Submit(ticket, opened.Location + "/jawab", ("Kata", "Kata sandi dibuat baru."))).Status.ShouldBe(302);
        (await care.Get(opened.Location)).Document.QuerySelector("[data-testid=ticket-status]")!.TextContent.Trim().ShouldBe("Terjawab");
        (await care.Get($"{Home}/tiket?status=Answered")).Document.QuerySelectorAll("[data-testid=tickets] tbody tr").Length.ShouldBe(1);
        (await care.Get($"{Home}/orang/{caller.Value}/daftar?jenis=surat")).Text.ShouldContain("Laporan Anda dijawab");
        (await care.Get($"{Home}/akses")).Status.ShouldNotBe(200);

        using var supervisor = await app.SignInAs("awas@contoh.id", Roles.Supervisor);
        (await supervisor.Get($"{Home}/akses")).Document.QuerySelector("[data-testid=reveals]")!.TextContent.ShouldContain("Pelapor lupa surelnya");
        (await supervisor.Get(person)).Status.ShouldNotBe(200);
    }

    [Fact]
    public async Task The_page_of_complaints_tells_hours_clocks_and_what_was_kept()
    {
        await using var app = await KomejiApp.Start();
        await app.Write(db =>
        {
            db.ServiceMonths.Add(new ServiceMonth("2026-09", new ServiceCount(42, 41), new ServiceCount(3, 3), app.Clock.GetUtcNow()));
            return Task.CompletedTask;
        });
        using var visitor = app.Visit();
        var page = await visitor.Get("/pengaduan");
        page.Document.QuerySelector("footer a[href='/cek-garansi']").ShouldNotBeNull();
        page.Document.QuerySelector("footer a[href='tel:+62315550126']").ShouldNotBeNull();
        page.Document.QuerySelector("footer a[href='https://wa.me/6281255500126']").ShouldNotBeNull();
        page.Document.QuerySelector("footer a[href='mailto:layanan@komeji.id']").ShouldNotBeNull();
        page.Document.QuerySelector("[data-testid=service-hours]")!.TextContent.ShouldContain("08.00–16.00 WIB");
        page.Document.QuerySelector("[data-testid=service-clocks]")!.TextContent.ShouldContain("dalam 4 jam layanan (0,5 hari kerja)");
        page.Document.QuerySelector("[data-testid=service-kept]")!.TextContent.ShouldContain("97,6 % (41 dari 42)");
        page.Text.ShouldContain("Direktorat Jenderal Perlindungan Konsumen");
        (await app.Send(new ShowServicePromise())).Month.ShouldBe("2026-09");
        (await app.Read(db => db.Tickets.CountAsync())).ShouldBe(0);
    }
}
