using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Application.Stores;
using Komeji.Application.Stores.Fees;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Stores;

/// <summary>A raised fee reaches a shop only after it agreed, or was silent until the time to object was over.</summary>
public sealed class FeeChangeTests
{
    const string Why = "Biaya penyedia pembayaran naik tahun ini";
    static readonly UserId Admin = new(Guid.Parse("0196a000-0000-7000-8000-00000000000a"));

    [Theory, OnSqlite, OnPostgres]
    public async Task An_order_is_priced_by_the_version_its_shop_agreed_to(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (first, _, shop, _) = await market.PaidOrder();
        (first.Lines[0].FeeRate.Value, first.Lines[0].FeeScheduleVersion).ShouldBe((500, FeeSchedule.Original));
        komeji.Clock.Advance(TimeSpan.FromHours(1));
        await Decide(komeji, "6");

        (await PaidAt(market, shop)).ShouldBe(500);
        var version = (await MyFees(komeji, shop)).Versions[0];
        version.Standing.ShouldBe(FeeStanding.AwaitsAnswer);
        (await komeji.As(shop.Owner).Send(new ShowSellerHome())).AnswerFeeBy.ShouldBe(version.Version.LapsesAt);

        await komeji.As(shop.Owner).Send(new AnswerFeeChange(version.Version.Id, null));
        (await PaidAt(market, shop)).ShouldBe(600);
        (await MyFees(komeji, shop)).Versions.Select(v => v.Standing).ShouldBe([FeeStanding.InForce, FeeStanding.Past]);
        (await komeji.As(shop.Owner).Send(new ShowSellerHome())).AnswerFeeBy.ShouldBeNull();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Who_objects_keeps_the_old_fee_and_may_agree_later(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var shop = await market.Shop();
        komeji.Clock.Advance(TimeSpan.FromHours(1));
        await Decide(komeji, "6");
        var version = (await MyFees(komeji, shop)).Versions[0].Version.Id;

        (await Should.ThrowAsync<RuleBroken>(() => komeji.As(shop.Owner).Send(new AnswerFeeChange(version, "mahal")))).Code.ShouldBe("fee.reason");
        await komeji.As(shop.Owner).Send(new AnswerFeeChange(version, "Untung kerupuk tipis sekali"));
        (await Should.ThrowAsync<RuleBroken>(() => komeji.As(shop.Owner).Send(new AnswerFeeChange(version, "Untung kerupuk tipis sekali")))).Code.ShouldBe("fee.answered");
        komeji.Clock.Advance(TimeSpan.FromDays(60));
        (await PaidAt(market, shop)).ShouldBe(500);
        var given = (await komeji.As(Admin, Roles.Admin).Send(new ListFeeAnswers(1))).Rows.Single();
        (given.Agreed, given.Rate.Value, given.Reason).ShouldBe((false, 600, "Untung kerupuk tipis sekali"));

        await komeji.As(shop.Owner).Send(new AnswerFeeChange(version, null));
        (await PaidAt(market, shop)).ShouldBe(600);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Each_shop_is_told_once_and_silence_lapses_after_fourteen_working_days(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var shop = await market.Shop();
        komeji.Clock.Advance(TimeSpan.FromHours(1));
        await Decide(komeji, "6");
        var lapses = (await MyFees(komeji, shop)).Versions[0].Version.LapsesAt;
        (await komeji.Run<FeeChangesToTell>()).Done.ShouldBe(1);
        (await komeji.Run<FeeChangesToTell>()).Done.ShouldBe(0);
        (await komeji.Read(db => db.Notifications.CountAsync(n => n.UserId == shop.Owner && n.Title == "Biaya layanan berubah"))).ShouldBe(1);

        lapses.ShouldBe(komeji.Clock.GetUtcNow().AddDays(20), TimeSpan.FromDays(3));
        komeji.Clock.MoveTo(lapses - TimeSpan.FromSeconds(1));
        (await MyFees(komeji, shop)).InForce.Rate.Value.ShouldBe(500);
        komeji.Clock.MoveTo(lapses);
        (await MyFees(komeji, shop)).InForce.Rate.Value.ShouldBe(600);
        (await Should.ThrowAsync<RuleBroken>(() => komeji.As(shop.Owner).Send(new AnswerFeeChange("1", null)))).Code.ShouldBe("fee.answered");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_answers_for_a_shop_without_having_one(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var buyer = await new Market(komeji).Buyer();
        await Should.ThrowAsync<NotFound>(() => komeji.As(buyer).Send(new AnswerFeeChange("1", null)));
        await Should.ThrowAsync<NotFound>(() => komeji.As(buyer).Send(new ShowMyFees()));
    }

    static Task Decide(TestKomeji komeji, string rate) =>
        komeji.As(Admin, Roles.Admin).Send(new ChangeSetting(SettingCatalogue.FeeRate, rate, null, "Rapat pengurus", Why));

    static Task<MyFees> MyFees(TestKomeji komeji, Shop shop) => komeji.As(shop.Owner).Send(new ShowMyFees());

    /// <returns>The rate of an order of this shop paid now, basis points.</returns>
    static async Task<int> PaidAt(Market market, Shop shop)
    {
        var purchase = await market.Buy(await market.Buyer(), (await market.Product(shop), 1));
        await market.Pay(purchase);
        return (await market.Order(purchase.Orders[0].Number)).Lines[0].FeeRate.Value;
    }
}
