using Komeji.Application.Legal;
using Komeji.Application.Legal.Office;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Legal;

public sealed class NibReminderTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_shop_without_an_nib_is_reminded_five_times_and_told_when_the_time_is_over(Engine engine)
    {
        await using var papers = await Papers.Begin(engine);
        var shop = await papers.Market.Shop();
        var verified = await papers.Market.Shop();
        await papers.Verified(verified, DocumentKind.BusinessNumber);
        var opened = Wib.DayOf(papers.Komeji.Clock.GetUtcNow());
        var deadline = opened.AddMonths(6);
        for (var left = 95; left >= -2; left--)
        {
            papers.Komeji.Clock.MoveTo(Wib.StartOf(deadline.AddDays(-left)).AddHours(8));
            (await papers.Komeji.Run<DueNibs>()).Failures.ShouldBe(0);
            (await papers.Komeji.Run<DueNibs>()).Done.ShouldBe(0, "each step is given once");
        }

        (await papers.Told(shop.Owner)).ShouldBe(["90 hari lagi untuk NIB", "30 hari lagi untuk NIB", "14 hari lagi untuk NIB", "7 hari lagi untuk NIB", "1 hari lagi untuk NIB", "Toko Anda tidak menerima pesanan baru"]);
        (await papers.Told(verified.Owner)).ShouldNotContain(t => t.Contains("hari lagi untuk NIB"));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_loses_her_nib_after_the_time_is_told_each_time_that_orders_have_stopped(Engine engine)
    {
        await using var papers = await Papers.Begin(engine);
        var komeji = papers.Komeji;
        var shop = await papers.Market.Shop();
        var over = Wib.DayOf(komeji.Clock.GetUtcNow()).AddMonths(6);
        await Morning(over);
        (await Stops()).ShouldBe(1);

        await papers.Verified(shop, DocumentKind.BusinessNumber, over.AddDays(40));
        await Morning(over.AddDays(41));
        (await Stops()).ShouldBe(2, "it has ended");
        (await Body("NIB kedaluwarsa")).ShouldContain("pesanan baru berhenti");

        var again = await papers.Verified(shop, DocumentKind.BusinessNumber);
        await papers.AsOfficer().Send(new RevokeDocument(again, "NIB ini milik usaha lain"));
        await Morning(over.AddDays(42));
        (await Stops()).ShouldBe(3, "it was taken back");
        (await Body("NIB dicabut")).ShouldContain("pesanan baru berhenti");

        var young = await papers.Market.Shop();
        var early = await papers.Verified(young, DocumentKind.BusinessNumber);
        await papers.AsOfficer().Send(new RevokeDocument(early, "NIB ini milik usaha lain"));
        (await komeji.Read(db => db.Notifications.Where(n => n.UserId == young.Owner && n.Title == "NIB dicabut").Select(n => n.Body).SingleAsync())).ShouldNotContain("pesanan baru berhenti");

        async Task Morning(DateOnly day)
        {
            komeji.Clock.MoveTo(Wib.StartOf(day).AddHours(8));
            (await komeji.Run<EndingPapers>()).Failures.ShouldBe(0);
            (await komeji.Run<DueNibs>()).Failures.ShouldBe(0);
        }

        async Task<int> Stops() => (await papers.Told(shop.Owner)).Count(t => t == "Toko Anda tidak menerima pesanan baru");

        Task<string> Body(string title) => komeji.Read(db => db.Notifications.Where(n => n.UserId == shop.Owner && n.Title == title).Select(n => n.Body).SingleAsync());
    }

    /// <summary>Months have different lengths: whoever is said to have opened in time has, and nobody else.</summary>
    [Fact]
    public void The_span_of_openings_holds_exactly_the_shops_with_that_deadline_or_an_earlier_one()
    {
        var terms = new NibTerms(6, 18);
        for (var deadline = new DateOnly(2026, 12, 1); deadline < new DateOnly(2028, 3, 5); deadline = deadline.AddDays(1))
        {
            var (from, before) = terms.OpenedFor(deadline);
            for (var opened = new DateOnly(2026, 5, 1); opened < new DateOnly(2027, 9, 15); opened = opened.AddDays(1))
            {
                (opened >= from && opened < before).ShouldBe(terms.DeadlineOf(Wib.StartOf(opened).AddHours(3)) <= deadline, $"opened {opened}, deadline {deadline}");
            }
        }
    }
}
