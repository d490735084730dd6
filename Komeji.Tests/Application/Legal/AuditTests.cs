using Komeji.Application.Legal.Office;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Legal;

/// <summary>Supervisors find who looked and who decided: by shop, officer, day, paper and step.</summary>
public sealed class AuditTests
{
    static readonly DateOnly First = new(2026, 10, 5);

    /// <summary>Two papers, each looked at by its own officer, on two days.</summary>
    static async Task<(UserId One, UserId Other)> Work(Papers papers)
    {
        var komeji = papers.Komeji;
        var shop = await papers.Market.Shop();
        var (one, other) = (await papers.Market.Person(), await papers.Market.Person());
        komeji.Clock.MoveTo(Wib.StartOf(First).AddHours(9));
        await Look(papers, await papers.SendIn(shop, DocumentKind.Halal), one);
        komeji.Clock.MoveTo(Wib.StartOf(First.AddDays(1)).AddHours(9));
        await Look(papers, await papers.SendIn(shop, DocumentKind.BusinessNumber), other);
        komeji.As(await papers.Market.Person(), Roles.Supervisor);
        return (one, other);
    }

    static async Task Look(Papers papers, DocumentId paper, UserId officer)
    {
        var komeji = papers.Komeji;
        var scan = await komeji.Read(db => db.LegalVerifications.Where(d => d.Id == paper).SelectMany(d => d.Scans).Select(s => s.Id).SingleAsync());
        await komeji.As(officer, Roles.Verifier).Send(new ClaimDocument(paper));
        await komeji.Send(new OpenScan(paper, scan, null));
        await komeji.Send(new RejectDocument(paper, "Bukan dokumen toko ini"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Looks_are_found_by_officer_day_paper_and_what_was_seen(Engine engine)
    {
        await using var papers = await Papers.Begin(engine);
        var (one, other) = await Work(papers);
        async Task<IEnumerable<UserId>> Seen(AuditFilter filter) => (await papers.Komeji.Send(new ListAccess(filter))).Rows.Rows.Select(r => r.Who);
        (await Seen(new AuditFilter())).ShouldBe([other, one]);
        (await Seen(new AuditFilter(Who: one.Value))).ShouldBe([one]);
        (await Seen(new AuditFilter(To: First))).ShouldBe([one], "the last day counts whole");
        (await Seen(new AuditFilter(From: First.AddDays(1)))).ShouldBe([other]);
        (await Seen(new AuditFilter(Kind: DocumentKind.Halal))).ShouldBe([one]);
        (await Seen(new AuditFilter(What: "nomor"))).ShouldBeEmpty();
        (await Seen(new AuditFilter("toko", What: "berkas"))).ShouldBe([other, one]);
        (await Seen(new AuditFilter(From: DateOnly.MaxValue, To: DateOnly.MinValue))).ShouldBe([other, one], "a day nobody means is none");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Steps_are_found_by_the_same_and_told_with_where_they_led_from(Engine engine)
    {
        await using var papers = await Papers.Begin(engine);
        var (one, other) = await Work(papers);
        async Task<IReadOnlyList<DecisionRow>> Steps(AuditFilter filter) => (await papers.Komeji.Send(new ListDecisions(filter))).Rows.Rows;
        (await Steps(new AuditFilter("toko"))).Count.ShouldBe(8);
        (await Steps(new AuditFilter(What: LegalVerification.Refused))).Select(r => (r.Who!.Value, r.From, r.To)).ShouldBe([(other.Value, "InReview", "Rejected"), (one.Value, "InReview", "Rejected")]);
        (await Steps(new AuditFilter(Who: one.Value))).Select(r => r.Code).ShouldBe([LegalVerification.Refused, "claimed"]);
        (await Steps(new AuditFilter(From: First.AddDays(1), Kind: DocumentKind.Halal))).ShouldBeEmpty();
        (await Steps(new AuditFilter("warung"))).ShouldBeEmpty();
        var second = (await papers.Komeji.Send(new ListDecisions(new AuditFilter(), 2, 5))).Rows;
        (second.Rows.Count, second.Total).ShouldBe((3, 8), "every page has as many as the total says");
    }
}
