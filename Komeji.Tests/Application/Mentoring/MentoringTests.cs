using Komeji.Application.Accounts;
using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Application.Ledger;
using Komeji.Application.Legal;
using Komeji.Application.Legal.Office;
using Komeji.Application.Legal.Opening;
using Komeji.Application.Legal.PreChecks;
using Komeji.Application.Mentoring;
using Komeji.Application.Ordering;
using Komeji.Application.Stores;
using Komeji.Application.Stores.Shelves;
using Komeji.Application.Stores.Staff;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Domain.Mentoring;
using Komeji.Domain.Stores;
using Komeji.Tests.Support;
using MediatR;
using Microsoft.EntityFrameworkCore;
using static Komeji.Tests.Application.Mentoring.Helped;

namespace Komeji.Tests.Application.Mentoring;

public sealed class MentoringTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task A_mentor_opens_a_shop_with_the_seller_and_sees_none_of_her_numbers(Engine engine)
    {
        var (komeji, market) = await Begin(engine);
        await using var disposing = komeji;
        var (seller, mentor) = (await market.Person(), await market.Person());
        var session = await Help(komeji, seller, mentor);
        await komeji.Send(new TellOwner("Yanti Kusuma", SellerNik, "081234567890"));
        await komeji.Send(new TellBusiness(LegalForm.Individual, "", "", "10794", 2020, new Rupiah(5_000_000), new Rupiah(60_000_000)));
        await komeji.Send(new TellShop("Kerupuk Yanti", ""));
        var seen = await komeji.Send(new ShowOpening());
        (seen.Profile.OwnerName, seen.Profile.Nik, seen.IsOwner).ShouldBe(("Yanti Kusuma", "••••", false));
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new TellBank("BRI", "1234567890", "Yanti Kusuma")));
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new KeepBank()));
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new OpenShop()));

        var own = await AsSelf(komeji, mentor).Send(new ShowOpening());
        own.Profile.HasOwner.ShouldBeFalse("nothing was written in the mentor's own name");
        var hers = await AsSelf(komeji, seller).Send(new ShowOpening());
        (hers.Profile.OwnerName, hers.Profile.Nik.Length, hers.Profile.ShopName).ShouldBe(("Yanti Kusuma", 16, "Kerupuk Yanti"));
        var page = await komeji.Send(new ShowMentoring(session));
        page.Deeds.Select(d => d.What).ShouldBe(["TellShop", "TellBusiness", "TellOwner"]);
        page.Session.IsOpen.ShouldBeTrue();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_mentor_does_in_a_shop_is_what_the_session_covers(Engine engine)
    {
        var (komeji, market) = await Begin(engine);
        await using var disposing = komeji;
        var shop = await market.Shop();
        var mentor = await market.Person();
        foreach (var covers in ShopRightsOf.Mentor.Each())
        {
            var session = await Help(komeji, shop.Owner, mentor, covers);
            await Door(ShopRights.Products, () => komeji.Send(new ListMyProducts()));
            await Door(ShopRights.Page, () => komeji.Send(new ShowMyStore()));
            await Door(ShopRights.Papers, () => komeji.Send(new ShowLegality()));
            await Door(ShopRights.Orders, () => komeji.Send(new ListSellerOrders(SellerOrderTab.All, null, 1)));
            await Door(ShopRights.Money, () => komeji.Send(new ShowSellerBalance(1)));
            await Door(ShopRights.Own, () => komeji.Send(new ListStaff()));
            await Door(ShopRights.Own, () => komeji.Send(new OfferMentoring(ShopRights.Products)));
            await Door(ShopRights.Own, () => komeji.Send(new EnterMentoringCode("ABC234")));
            await komeji.Send(new EndMentoring(session));

            async Task Door(ShopRights right, Func<Task> ask)
            {
                if (covers.HasFlag(right))
                {
                    await ask();
                }
                else
                {
                    await Should.ThrowAsync<NotFound>(ask, $"{covers} at {right}");
                }
            }
        }

        (await komeji.Read(db => db.ShopDeeds.CountAsync())).ShouldBe(0, "looking is no deed");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_session_ends_by_either_and_by_the_clock_and_opens_nothing_after(Engine engine)
    {
        var (komeji, market) = await Begin(engine);
        await using var disposing = komeji;
        var shop = await market.Shop();
        var (mentor, stranger) = (await market.Person(), await market.Person());

        var byClock = await Help(komeji, shop.Owner, mentor);
        await komeji.Send(new ListMyProducts());
        komeji.Clock.Advance(TimeSpan.FromMinutes(60));
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new ListMyProducts()));
        (await komeji.Run<DueMentoring>()).Done.ShouldBe(1);
        (await komeji.Read(db => db.MentoringSessions.SingleAsync(s => s.Id == byClock))).State.ShouldBe(MentoringState.Ended);

        var bySeller = await Help(komeji, shop.Owner, mentor);
        await Should.ThrowAsync<NotFound>(() => AsSelf(komeji, stranger).Send(new EndMentoring(bySeller)));
        await AsSelf(komeji, shop.Owner).Send(new EndMentoring(bySeller));
        await Should.ThrowAsync<NotFound>(() => komeji.As(mentor, Roles.Mentor).Helping(bySeller).Send(new MakeShelf("Laris")));
        await Should.ThrowAsync<NotFound>(() => AsSelf(komeji, stranger, Roles.Mentor).Helping(bySeller).Send(new ShowMyStore()));

        var byMentor = await Help(komeji, shop.Owner, mentor);
        await Should.ThrowAsync<NotFound>(() => komeji.As(stranger, Roles.Mentor).Helping(byMentor).Send(new ShowMyStore()));
        await komeji.As(mentor, Roles.Mentor).Send(new EndMentoring(byMentor));
        await Should.ThrowAsync<NotFound>(() => komeji.Send(new ShowMyStore()));
    }

    /// <summary>What is done and the end go one after the other.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_done_while_the_session_ends_was_before_the_end_or_not_at_all(Engine engine)
    {
        var (komeji, market) = await Begin(engine);
        await using var disposing = komeji;
        var shop = await market.Shop();
        var mentor = await market.Person();
        for (var round = 0; round < 5; round++)
        {
            var session = await Help(komeji, shop.Owner, mentor, ShopRights.Page);
            var ending = Try(() => komeji.As(shop.Owner).Send(new EndMentoring(session)));
            var deeds = Enumerable.Range(0, 4).Select(i => Try(() => komeji.As(mentor, Roles.Mentor).Send(new WritePolicy($"Janji {round}-{i}", "", ""))));
            var done = await Task.WhenAll(deeds.ToArray());
            (await ending).ShouldBeTrue();
            var written = await komeji.Read(db => db.ShopDeeds.CountAsync(d => d.SessionId == session));
            written.ShouldBe(done.Count(d => d));
            await Should.ThrowAsync<NotFound>(() => komeji.As(mentor, Roles.Mentor).Send(new WritePolicy("Sesudah berakhir", "", "")));
            AsSelf(komeji, shop.Owner);
        }

        (await komeji.Read(db => db.StorePolicies.CountAsync(p => p.Returns == "Sesudah berakhir"))).ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_mentors_who_enter_one_code_at_once_one_begins(Engine engine)
    {
        var (komeji, market) = await Begin(engine);
        await using var disposing = komeji;
        var shop = await market.Shop();
        UserId[] mentors = [await market.Person(), await market.Person()];
        var offered = await AsSelf(komeji, shop.Owner).Send(new OfferMentoring(ShopRights.Products));
        var begun = await Task.WhenAll(mentors.Select(m => komeji.As(m, Roles.Mentor).Send(new EnterMentoringCode(offered.Code))));
        begun.Count(h => h is not null).ShouldBe(1);
        var session = await komeji.Read(db => db.MentoringSessions.SingleAsync());
        session.MentorId.ShouldBe(mentors[Array.FindIndex(begun, h => h is not null)]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_code_is_for_mentors_for_minutes_and_not_for_guessing(Engine engine)
    {
        var (komeji, market) = await Begin(engine);
        await using var disposing = komeji;
        var shop = await market.Shop();
        var mentor = await market.Person();
        var first = await AsSelf(komeji, shop.Owner).Send(new OfferMentoring(ShopRights.Products));
        var second = await komeji.Send(new OfferMentoring(ShopRights.Products));
        (await komeji.Read(db => db.MentoringSessions.AnyAsync(s => s.CodeHash.Contains(second.Code)))).ShouldBeFalse();
        await Should.ThrowAsync<NotFound>(() => AsSelf(komeji, mentor).Send(new EnterMentoringCode(second.Code)));
        AsSelf(komeji, mentor, Roles.CommunityHead);
        (await komeji.Send(new EnterMentoringCode(first.Code))).ShouldBeNull("a newer code took its place");
        komeji.Clock.Advance(TimeSpan.FromMinutes(10));
        (await komeji.Send(new EnterMentoringCode(second.Code))).ShouldBeNull("its minutes are over");
        for (var i = 0; i < 3; i++)
        {
            (await komeji.Send(new EnterMentoringCode($"SALAH{i}"))).ShouldBeNull();
        }

        var third = await AsSelf(komeji, shop.Owner).Send(new OfferMentoring(ShopRights.Products));
        AsSelf(komeji, mentor, Roles.CommunityHead);
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new EnterMentoringCode(third.Code)))).Code.ShouldBe("mentoring.too_many");
        komeji.Clock.Advance(TimeSpan.FromMinutes(61));
        var fourth = await AsSelf(komeji, shop.Owner).Send(new OfferMentoring(ShopRights.Products));
        (await AsSelf(komeji, mentor, Roles.CommunityHead).Send(new EnterMentoringCode(fourth.Code))).ShouldNotBeNull();
        (await Should.ThrowAsync<RuleBroken>(() => AsSelf(komeji, shop.Owner).Send(new OfferMentoring(ShopRights.Products)))).Code.ShouldBe("mentoring.open");
    }

    static async Task<bool> Try(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (Exception refused) when (refused is RuleBroken or NotFound or DbUpdateConcurrencyException)
        {
            return false;
        }
    }
}
