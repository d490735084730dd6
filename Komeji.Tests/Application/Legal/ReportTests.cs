using Komeji.Application.Legal.Office;
using Komeji.Application.Legal.Office.Reports;
using Komeji.Application.Legal.Opening;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Legal;

/// <summary>Every number of the report is the number of rows it opens to.</summary>
public sealed class ReportTests
{
    int people;

    async Task Tell(Papers papers, Shop shop, long capital)
    {
        papers.Komeji.As(shop.Owner);
        await papers.Komeji.Send(new TellOwner("Yanti Kusuma", $"350901570890{++people:0000}", "081234567890"));
        await papers.Komeji.Send(new TellBusiness(LegalForm.Individual, "", "", "10794", 2020, new Rupiah(capital), new Rupiah(60_000_000)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Verified_businesses_are_counted_once_by_place_form_and_size(Engine engine)
    {
        await using var papers = await Papers.Begin(engine);
        var shops = new List<Shop>();
        foreach (var capital in new long[] { 5_000_000, 1_000_000_000, 1_000_000_001, 0 })
        {
            var shop = await papers.Market.Shop();
            if (capital > 0)
            {
                await Tell(papers, shop, capital);
            }

            await papers.Verified(shop, DocumentKind.BusinessNumber, new DateOnly(2026, 12, 1));
            shops.Add(shop);
        }

        // A renewal does not make two businesses of one.
        papers.Komeji.Clock.MoveTo(new DateTimeOffset(2026, 11, 20, 2, 0, 0, TimeSpan.Zero));
        await papers.Komeji.Run<Komeji.Application.Legal.EndingPapers>();
        await papers.Verified(shops[0], DocumentKind.BusinessNumber, new DateOnly(2027, 12, 1));

        papers.AsOfficer("35.09");
        var counts = await papers.Komeji.Send(new CountVerified());
        counts.Sum(c => c.Shops).ShouldBe(4);
        counts.Select(c => c.Regency).Distinct().ShouldBe(["35.09"]);
        counts.Where(c => c.Size == SizeClass.Micro).Sum(c => c.Shops).ShouldBe(2);
        counts.Where(c => c.Size == SizeClass.Small).Sum(c => c.Shops).ShouldBe(1);
        counts.Single(c => c.Form is null).ShouldBe(new VerifiedCount("35.09", counts[0].Name, null, null, 1));

        async Task<int> Rows(RegisterFilter filter) => (await papers.Komeji.Send(new ListRegister(filter))).Shops.Total;
        (await Rows(new RegisterFilter())).ShouldBe(4);
        (await Rows(new RegisterFilter("35.09", LegalForm.Individual))).ShouldBe(3);
        (await Rows(new RegisterFilter("35.09", Size: SizeClass.Micro))).ShouldBe(2);
        (await Rows(new RegisterFilter(Size: SizeClass.Small))).ShouldBe(1);
        (await Rows(new RegisterFilter(Untold: true))).ShouldBe(1);
        (await Rows(new RegisterFilter("35.78"))).ShouldBe(0);
        var (name, nib) = await papers.Komeji.Read(async db => (
            await db.Stores.Where(s => s.Id == shops[1].Id).Select(s => s.Name).SingleAsync(), await db.LegalVerifications.Where(d => d.StoreId == shops[1].Id).Select(d => d.Number).SingleAsync()));
        (await Rows(new RegisterFilter(Words: nib))).ShouldBe(1);
        (await Rows(new RegisterFilter(Words: nib[..5]))).ShouldBe(4, "all begin so");
        (await Rows(new RegisterFilter(Words: name))).ShouldBeGreaterThanOrEqualTo(1);
        (await Rows(new RegisterFilter(Words: "warung"))).ShouldBe(0);
        (await papers.Komeji.Send(new ExportRegister(new RegisterFilter(Size: SizeClass.Micro)))).Count.ShouldBe(2);

        (await papers.AsOfficer("35.78").Send(new CountVerified())).ShouldBeEmpty("another's territory");
        (await papers.Komeji.As(papers.Officer, Roles.Supervisor).Send(new CountVerified())).Sum(c => c.Shops).ShouldBe(4, "supervisors read all");
        (await papers.Komeji.Send(new CountVerified("35.78"))).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_funnel_counts_shops_and_each_step_opens_to_them(Engine engine)
    {
        await using var papers = await Papers.Begin(engine);
        var clock = papers.Komeji.Clock;
        var period = ReportPeriod.Of(null, null, Wib.DayOf(clock.GetUtcNow()));
        await papers.Market.Shop();
        await papers.SendIn(await papers.Market.Shop(), DocumentKind.BusinessNumber);
        var mended = await papers.Market.Shop();
        var fix = await papers.Claimed(mended, DocumentKind.BusinessNumber);
        await papers.AsOfficer().Send(new AskFixes(fix, [new Fix(FixOf.Blurred, "")]));
        var refused = await papers.Market.Shop();
        var wrong = await papers.Claimed(refused, DocumentKind.BusinessNumber);
        await papers.AsOfficer().Send(new RejectDocument(wrong, "Bukan dokumen toko ini"));
        await papers.Verified(refused, DocumentKind.BusinessNumber);

        papers.AsOfficer("35");
        var funnel = await papers.Komeji.Send(new CountFunnel(period));
        funnel.Opened.ShouldBe(4);
        funnel.Kinds.ShouldBe([new FunnelCount(DocumentKind.BusinessNumber, 3, 2, 1)]);
        foreach (var step in Enum.GetValues<FunnelStep>())
        {
            var rows = await papers.Komeji.Send(new ListFunnel(period, step, DocumentKind.BusinessNumber));
            rows.Total.ShouldBe(funnel.Kinds[0].Of(step, funnel.Opened), step.ToString());
        }

        (await papers.Komeji.Send(new ListFunnel(period, FunnelStep.Approved, DocumentKind.BusinessNumber))).Rows.Single().State.ShouldBe(DocumentState.Approved);
        (await papers.AsOfficer("35.78").Send(new CountFunnel(period))).Opened.ShouldBe(0);
        clock.Advance(TimeSpan.FromDays(200));
        (await papers.AsOfficer().Send(new CountFunnel(ReportPeriod.Of(null, null, Wib.DayOf(clock.GetUtcNow()))))).Opened.ShouldBe(0, "opened before the period");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Waiting_times_count_every_answer_in_working_days_and_open_to_them(Engine engine)
    {
        await using var papers = await Papers.Begin(engine);
        var clock = papers.Komeji.Clock;
        clock.MoveTo(new DateTimeOffset(2026, 10, 5, 2, 0, 0, TimeSpan.Zero)); // a Monday
        var waits = new[] { 0, 1, 1, 8 };
        foreach (var days in waits)
        {
            clock.MoveTo(new DateTimeOffset(2026, 10, 5, 2, 0, 0, TimeSpan.Zero));
            var id = await papers.SendIn(await papers.Market.Shop(), DocumentKind.BusinessNumber);
            clock.Advance(TimeSpan.FromDays(days));
            await papers.AsOfficer().Send(new ClaimDocument(id));
            await papers.Komeji.Send(new AskFixes(id, [new Fix(FixOf.Number, "")]));
        }

        var period = new ReportPeriod(new DateOnly(2026, 10, 5), new DateOnly(2026, 10, 13));
        var count = (await papers.AsOfficer("35.09").Send(new CountWaits(period))).ShouldHaveSingleItem();
        count.ShouldBe(new WaitCount(DocumentKind.BusinessNumber, 4, 1, 6, 1));
        var rows = await papers.Komeji.Send(new ListAnswers(period, DocumentKind.BusinessNumber));
        rows.Rows.Rows.Select(a => a.WorkingDays).ShouldBe([6, 1, 1, 0]);
        rows.Names.Keys.ShouldBe([papers.Officer.Value]);
        (await papers.Komeji.Send(new ListAnswers(period, Late: true))).Rows.Rows.ShouldHaveSingleItem().WorkingDays.ShouldBe(6);
        (await papers.Komeji.Send(new CountWaits(new ReportPeriod(new DateOnly(2026, 10, 5), new DateOnly(2026, 10, 12))))).Single().Answers.ShouldBe(3, "answered within the period");
        (await papers.AsOfficer("35.78").Send(new CountWaits(period))).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Papers_that_end_soon_are_counted_and_listed_the_soonest_first(Engine engine)
    {
        await using var papers = await Papers.Begin(engine);
        var today = Wib.DayOf(papers.Komeji.Clock.GetUtcNow());
        foreach (var days in new[] { 0, 7, 8, 30, 31, 90, 91 })
        {
            await papers.Verified(await papers.Market.Shop(), DocumentKind.Halal, today.AddDays(days));
        }

        var counts = await papers.AsOfficer("35.09").Send(new CountExpiring());
        counts.ShouldBe([new ExpiringCount(DocumentKind.Halal, 6, 4, 2)]);
        foreach (var (days, count) in new[] { (90, 6), (30, 4), (7, 2) })
        {
            var rows = await papers.Komeji.Send(new ListExpiring(days, DocumentKind.Halal));
            rows.Total.ShouldBe(count);
            rows.Rows.Select(r => r.ExpiresOn).ShouldBeInOrder();
        }

        (await papers.AsOfficer("35.78").Send(new CountExpiring())).ShouldBeEmpty();
    }

    [Fact]
    public void A_period_is_whole_days_the_last_ninety_when_nothing_is_asked()
    {
        var today = new DateOnly(2026, 11, 22);
        ReportPeriod.Of(null, null, today).ShouldBe(new ReportPeriod(new DateOnly(2026, 8, 25), today));
        ReportPeriod.Of(new DateOnly(2026, 3, 1), new DateOnly(2026, 1, 1), today).ShouldBe(new ReportPeriod(new DateOnly(2026, 1, 1), new DateOnly(2026, 3, 1)));
        ReportPeriod.Of(new DateOnly(1, 1, 1), new DateOnly(9999, 12, 31), today).ShouldBe(ReportPeriod.Of(null, null, today));
    }
}
