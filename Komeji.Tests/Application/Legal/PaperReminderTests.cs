using Komeji.Application.Legal;
using Komeji.Application.Legal.Office;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Legal;

/// <summary>Who hears, and once, of papers that wait or end.</summary>
public sealed class PaperReminderTests
{
    const string Reason = "Dilihat untuk pengujian";

    [Theory, OnSqlite, OnPostgres]
    public async Task What_nobody_takes_until_its_answer_is_due_the_supervisors_hear_of_once(Engine engine)
    {
        await using var papers = await Papers.Begin(engine);
        var komeji = papers.Komeji;
        var supervisor = await papers.Market.Person();
        await komeji.Write(db =>
        {
            db.RoleGrants.Add(RoleGrant.Give(supervisor, Roles.Supervisor, "", Actor.System, "Untuk pengujian", komeji.Clock.GetUtcNow()));
            return Task.CompletedTask;
        });
        var shop = await papers.Market.Shop();
        var id = await papers.SendIn(shop, DocumentKind.Halal);
        await komeji.Run<OverduePapers>();
        (await papers.Told(supervisor)).ShouldBeEmpty();
        komeji.Clock.Advance(TimeSpan.FromDays(9));
        (await komeji.Run<OverduePapers>()).Failures.ShouldBe(0);
        (await komeji.Run<OverduePapers>()).Done.ShouldBe(0);
        (await papers.Told(supervisor)).ShouldBe(["Dokumen belum diperiksa"]);

        await papers.AsOfficer().Send(new ClaimDocument(id));
        await komeji.Send(new RejectDocument(id, Reason));
        (await komeji.Send(new ListQueue(QueuePart.Decided))).Papers.Rows.ShouldHaveSingleItem();
        komeji.Clock.Advance(TimeSpan.FromMinutes(1));
        await komeji.As(shop.Owner).Send(new AppealDocument(DocumentKind.Halal, "Sertifikat itu memang milik toko saya"));
        komeji.Clock.Advance(TimeSpan.FromDays(9));
        await komeji.Run<OverduePapers>();
        await komeji.Run<OverduePapers>();
        (await papers.Told(supervisor)).ShouldBe(["Dokumen belum diperiksa", "Keberatan belum diperiksa"]);

        komeji.As(await papers.Market.Person(), Roles.Verifier);
        await komeji.Send(new ClaimDocument(id));
        await komeji.Send(new ReturnDocument(id, Reason));
        (await komeji.Send(new ListQueue(QueuePart.Decided))).Papers.Rows.ShouldBeEmpty("what waits again is not decided");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_has_renewed_is_not_reminded_a_waiver_is_and_the_last_day_is_called_today(Engine engine)
    {
        await using var papers = await Papers.Begin(engine);
        var komeji = papers.Komeji;
        var (renewed, waived) = (await papers.Market.Shop(), await papers.Market.Shop());
        await papers.Verified(renewed, DocumentKind.Halal, new DateOnly(2026, 12, 1));
        var id = await papers.Claimed(waived, DocumentKind.Halal);
        await papers.AsOfficer().Send(new WaiveDocument(id, Reason, new DateOnly(2026, 12, 1)));
        komeji.Clock.MoveTo(new DateTimeOffset(2026, 11, 2, 0, 0, 0, TimeSpan.Zero));
        (await komeji.Run<EndingPapers>()).Failures.ShouldBe(0);
        await papers.Verified(renewed, DocumentKind.Halal, new DateOnly(2030, 12, 1));
        komeji.Clock.MoveTo(new DateTimeOffset(2026, 12, 1, 0, 0, 0, TimeSpan.Zero));
        (await komeji.Run<EndingPapers>()).Failures.ShouldBe(0);
        komeji.Clock.MoveTo(new DateTimeOffset(2026, 12, 2, 0, 0, 0, TimeSpan.Zero));
        (await komeji.Run<EndingPapers>()).Failures.ShouldBe(0);

        (await papers.Told(renewed.Owner)).ShouldBe(["Sertifikat halal terverifikasi", "Sertifikat halal berakhir 29 hari lagi", "Sertifikat halal terverifikasi"]);
        (await papers.Told(waived.Owner)).ShouldBe(["Sertifikat halal dibebaskan sementara", "Pembebasan Sertifikat halal berakhir 29 hari lagi", "Pembebasan Sertifikat halal berakhir hari ini", "Sertifikat halal kedaluwarsa"]);
        (await komeji.Read(db => db.Notifications.Where(n => n.UserId == waived.Owner).CountAsync(n => n.Body.Contains(".. ")))).ShouldBe(0);
    }
}
