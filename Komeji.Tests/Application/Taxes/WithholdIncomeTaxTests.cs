using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Application.Taxes.Rules;
using Komeji.Application.Taxes.Shops;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Domain.Ordering;
using Komeji.Domain.Taxes;
using Komeji.Tests.Application.Payments;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Taxes;

/// <summary>PPh 22 on orders: only once appointed, by the rule of the day, and by what the shop has on file. 0.5 % of 25,500 is 127.5, down 127.</summary>
public sealed class WithholdIncomeTaxTests
{
    static readonly DateOnly Today = new(2026, 10, 5);
    static readonly UserId Admin = new(Guid.CreateVersion7(DateTimeOffset.UnixEpoch));
    const string Why = "Keputusan penunjukan untuk uji";

    [Theory, OnSqlite, OnPostgres]
    public async Task Nothing_is_withheld_before_the_cooperative_is_appointed(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        await Decide(market, TaxPoint.Payment);
        var placed = await market.Place(25_500);
        await market.Pay(placed);
        await Appoint(market);
        await market.Complete(placed.Orders[0]);
        (await Order(market, placed)).ShouldBe((0, (long?)null, WithholdingStanding.None));
        (await market.Balance(2080)).ShouldBe(0);
        await market.ShouldBeSound();
    }

    /// <summary>Fee 1,275, no PPN, cost 234: the shop has 33,500 − 1,275 − 127 = 32,098.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task It_freezes_when_the_order_is_paid_and_later_words_do_not_reach_it(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        await Decide(market, TaxPoint.Payment);
        await Appoint(market);
        await Profile(market, LegalForm.Individual);
        var placed = await market.Place(25_500);
        await market.Pay(placed);
        await market.Komeji.As(market.Seller).Send(new StateTurnover(true));
        await market.Complete(placed.Orders[0]);
        (await market.Balance(2030, placed.Stores[0].Value.ToString()), await market.Balance(2080, "2026-10")).ShouldBe((-32_098, -127));
        var (amount, rule, standing) = await Order(market, placed);
        (amount, standing).ShouldBe((127, WithholdingStanding.Withheld));
        (await market.Komeji.Read(db => db.TaxRules.SingleAsync(r => r.Id == rule))).Source.ShouldBe("PMK 37/2025");

        var after = await market.Place(25_500);
        await market.Pay(after);
        await market.Complete(after.Orders[0]);
        (await Order(market, after)).Standing.ShouldBe(WithholdingStanding.WithinBand);
        (await market.Balance(2080, "2026-10")).ShouldBe(-127);
        await market.ShouldBeSound();

        var slip = await market.Komeji.As(market.Seller).Send(new ShowMyTaxMonth("2026-10", 1));
        (slip.Sums.Fee, slip.Sums.IncomeTax).ShouldBe((new Rupiah(2_550), new Rupiah(127)));
        slip.Orders.Rows.Select(o => (o.IncomeTax.Amount, o.Standing)).ShouldBe([(127L, WithholdingStanding.Withheld), (0L, WithholdingStanding.WithinBand)], ignoreOrder: true);
        var mine = await market.Komeji.Send(new ShowMyTaxes(null));
        (mine.Months.Single(), mine.Statement!.Kind, mine.Sold).ShouldBe((slip.Sums, SellerTaxPaperKind.WithinBand, new Rupiah(51_000)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_rule_may_name_the_release_as_the_moment(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        await Decide(market, TaxPoint.Release);
        var placed = await market.Place(25_500);
        await market.Pay(placed);
        await Appoint(market);
        (await Order(market, placed)).Standing.ShouldBe(WithholdingStanding.None);
        await market.Complete(placed.Orders[0]);
        (await Order(market, placed)).Amount.ShouldBe(127);
        (await market.Balance(2080, "2026-10")).ShouldBe(-127);
        await market.ShouldBeSound();
    }

    /// <summary>The courier bears all of it: the shop is paid as if the order were complete, 33,500 − 1,275 − 127, and the preview says so.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_released_because_others_bore_the_refund_is_taxed_as_well(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        await Decide(market, TaxPoint.Release);
        await Appoint(market);
        var placed = await market.Place(25_500);
        await market.Pay(placed);
        await market.ShipPart(placed.Orders[0]);
        await market.Komeji.As(market.Seller).Send(new ReturnOrder(placed.OrderNumbers[0], "Kurir mengaku hilang"));
        var decision = await MoneyDesk.Previewed(market, placed.OrderNumbers[0], 25_500, 8_000, courier: 100);
        decision.Seen.ShouldContain("P5:2080:-127");
        (await Order(market, placed)).Standing.ShouldBe(WithholdingStanding.None, "it was only looked at");
        await MoneyDesk.As(market, MoneyDesk.First).Send(decision);
        (await Order(market, placed)).Amount.ShouldBe(127);
        (await market.Balance(2030), await market.Balance(2080, "2026-10")).ShouldBe((-32_098, -127));
        await market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_exemption_an_officer_has_seen_frees_the_shop(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        await Decide(market, TaxPoint.Payment);
        await Appoint(market);
        const string note = "Surat Keterangan Bebas PPh 22";
        (await Refused(market, market.Seller, "toko-uang-0", note)).ShouldBe("staff.own_case");
        (await Refused(market, Admin, "toko-tidak-ada", note)).ShouldBe("tax.shop");
        await market.Komeji.As(Admin, Roles.Finance).Send(new RecordTaxExemption("toko-uang-0", "KET-00012/SKB", Today, Today.AddDays(30), note));
        var placed = await market.Place(25_500, 25_500);
        await market.Pay(placed);
        var orders = await market.Komeji.Read(db => db.Orders.OrderBy(o => o.Sequence).Select(o => o.IncomeTaxStanding).ToListAsync());
        orders.ShouldBe([WithholdingStanding.Exempt, WithholdingStanding.Withheld]);
        (await market.Komeji.Send(new ListTaxExemptions(1))).Rows.Single().Number.ShouldBe("KET-00012/SKB");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Only_the_owner_of_a_persons_business_states_her_turnover(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        (await Should.ThrowAsync<RuleBroken>(() => market.Komeji.As(market.Seller).Send(new StateTurnover(true)))).Code.ShouldBe("tax.only_individuals");
        await Should.ThrowAsync<NotFound>(() => market.Komeji.As(market.Buyer).Send(new StateTurnover(true)));
        await Profile(market, LegalForm.OnePersonCompany);
        (await Should.ThrowAsync<RuleBroken>(() => market.Komeji.As(market.Seller).Send(new StateTurnover(true)))).Code.ShouldBe("tax.only_individuals");
        await Should.ThrowAsync<NotFound>(() => market.Komeji.As(market.Buyer).Send(new ShowMyTaxes(null)));
        await Should.ThrowAsync<NotFound>(() => market.Komeji.As(market.Seller).Send(new ShowMyTaxMonth("2026-13", 1)));
    }

    /// <summary>She has told her business, and not yet which KBLI: her statement counts all the same.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_business_without_a_licence_is_a_persons_business(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        await Decide(market, TaxPoint.Payment);
        await Appoint(market);
        await Profile(market, LegalForm.Individual, Kbli.NotYet);
        await market.Komeji.As(market.Seller).Send(new StateTurnover(true));
        var placed = await market.Place(25_500);
        await market.Pay(placed);
        var (amount, _, standing) = await Order(market, placed);
        (amount, standing).ShouldBe((0, WithholdingStanding.WithinBand));
    }

    /// <summary>12 % of 11/12 of the fee, only while the cooperative is a PKP.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task PPN_is_on_the_fee_only_of_a_taxable_entrepreneur(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        await market.Komeji.As(Admin, Roles.Admin).Send(new DecideTaxRule(
            new TaxTerms(TaxKind.ServiceFeeVat, new BasisPoints(1_200), 11, 12, Rounding.HalfUp, TaxPoint.Payment, Today, null), "PMK 131/2024", Why));
        var before = await market.Place(25_500);
        await market.Pay(before);
        (await Should.ThrowAsync<RuleBroken>(() => market.Komeji.Send(new RecordTaxDuty(TaxDutyKind.TaxableEntrepreneur, false, "S-99CBT", Today, Today, Why)))).Code.ShouldBe("tax.duty_unchanged");
        await market.Komeji.As(Admin, Roles.Admin).Send(new RecordTaxDuty(TaxDutyKind.TaxableEntrepreneur, true, "S-12PKP", Today, Today, Why));
        var after = await market.Place(25_500);
        await market.Pay(after);
        var vat = await market.Komeji.Read(db => db.Orders.OrderBy(o => o.Sequence).Select(o => new { Vat = (long)o.Vat, o.VatRate, IsRuled = o.VatRuleId != null }).ToListAsync());
        vat.Select(v => (v.Vat, v.VatRate.Value, v.IsRuled)).ShouldBe([(0L, 0, false), (140L, 1_100, true)], ignoreOrder: true);
        var page = await market.Komeji.Send(new ShowTaxRules());
        page.Rules.Single(r => r.InForce && r.Rule.Kind == TaxKind.ServiceFeeVat).Rule.Source.ShouldBe("PMK 131/2024");
        page.Has(TaxDutyKind.TaxableEntrepreneur).ShouldBeTrue();
    }

    static Task Decide(MoneyMarket market, TaxPoint point) => market.Komeji.As(Admin, Roles.Admin).Send(new DecideTaxRule(
        new TaxTerms(TaxKind.MarketplaceIncomeTax, new BasisPoints(50), 1, 1, Rounding.Down, point, Today, null), "PMK 37/2025", "Mulai dipungut lagi untuk uji"));

    static Task Appoint(MoneyMarket market) => market.Komeji.As(Admin, Roles.Admin).Send(new RecordTaxDuty(TaxDutyKind.Collector, true, "KEP-77/PJ", Today, Today, Why));

    static Task Profile(MoneyMarket market, LegalForm form) => Profile(market, form, new Kbli("10794", 2020));

    static Task Profile(MoneyMarket market, LegalForm form, Kbli kbli) => market.Komeji.Write(db =>
    {
        var now = market.Komeji.Clock.GetUtcNow();
        var profile = LegalProfile.Begin(market.Seller, now);
        profile.TellBusiness(new BusinessFacts(form, "Usaha Uji", "", kbli, Rupiah.Zero, Rupiah.Zero), now);
        db.LegalProfiles.Add(profile);
        return Task.CompletedTask;
    });

    static async Task<(long Amount, long? Rule, WithholdingStanding Standing)> Order(MoneyMarket market, Placed placed)
    {
        var id = placed.Orders[0];
        var order = await market.Komeji.Read(db => db.Orders.AsNoTracking().SingleAsync(o => o.Id == id));
        return (order.IncomeTax.Amount, order.IncomeTaxRuleId, order.IncomeTaxStanding);
    }

    static async Task<string> Refused(MoneyMarket market, UserId officer, string shop, string note) =>
        (await Should.ThrowAsync<RuleBroken>(() => market.Komeji.As(officer, Roles.Finance).Send(new RecordTaxExemption(shop, "KET-1/SKB", Today, Today, note)))).Code;
}
