using Komeji.Application.Ledger;
using Komeji.Application.Support;
using Komeji.Application.Taxes.Desk;
using Komeji.Application.Taxes.Shops;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Taxes;
using Komeji.Tests.Application.Payments;
using Komeji.Tests.Support;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Application.Taxes;

/// <summary>The tax of a month on its way to the State (P15), and what is taken back of it afterwards (1220). Of 25,500: fee 1,275, PPN 140.</summary>
public sealed class RemitTaxTests
{
    const string Ntpn = "0123456789ABCDEF";
    static readonly TaxMonth October = new(TaxKind.ServiceFeeVat, "2026-10");
    static readonly DateTimeOffset November = new(2026, 11, 26, 2, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Day = new(2026, 11, 26);
    static readonly UserId One = new(Guid.CreateVersion7(DateTimeOffset.UnixEpoch));
    static readonly UserId Other = new(Guid.CreateVersion7(DateTimeOffset.UnixEpoch));

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_officers_remit_a_month_once_and_the_books_agree(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine, vatBasisPoints: 1_100);
        var placed = await market.Place(25_500);
        await market.Pay(placed);
        await market.Complete(placed.Orders[0]);
        (await Refused(market, One, new PrepareRemittance(October))).ShouldBe("tax.month_open");
        market.Komeji.Clock.MoveTo(November);
        (await Sums(market)).Standing.ShouldBe(TaxMonthStanding.Due);

        await market.Komeji.As(One, Roles.Finance).Send(new PrepareRemittance(October));
        (await market.Komeji.Send(new ListWaitingWork(WaitingKind.TaxesPrepared, 1))).Rows.Single().Key.ShouldBe(October.Word);
        (await Refused(market, Other, new PrepareRemittance(October))).ShouldBe("tax.prepared");
        (await Refused(market, One, new ConfirmRemittance(October, Ntpn, Day))).ShouldBe("tax.same_officer");
        (await Refused(market, Other, new ConfirmRemittance(October, Ntpn, Day))).ShouldBe("tax.bank_short");
        await SweepToCooperative(market, 140);
        await market.Komeji.As(Other, Roles.Finance).Send(new ConfirmRemittance(October, Ntpn, Day));

        (await market.Balance(2081, "2026-10"), await market.Balance(1021)).ShouldBe((0, 0));
        var page = await market.Komeji.As(One, Roles.Finance).Send(new ShowTaxMonth(October, 1));
        (page.Sums.Arisen, page.Sums.Remitted, page.Sums.Owed, page.Sums.Standing).ShouldBe((new Rupiah(140), new Rupiah(140), Rupiah.Zero, TaxMonthStanding.Remitted));
        page.Entries.Rows.Select(e => (e.Rule, e.Amount.Amount, e.OrderNumber)).ShouldBe([("P15", -140L, (string?)null), ("P5", 140L, placed.OrderNumbers[0])]);
        page.Remittances.Single().Ntpn.ShouldBe(Ntpn);
        (await Refused(market, One, new PrepareRemittance(October))).ShouldBe("tax.nothing_owed");
        (await Refused(market, Other, new ConfirmRemittance(October, Ntpn, Day))).ShouldBe("tax.not_prepared");
        await market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_database_itself_wants_two_officers_and_one_number(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var remittance = TaxRemittance.Prepare(October, new Rupiah(140), 0, One, Roles.Finance, "2026-11", November);
        await market.Komeji.Write(db =>
        {
            db.TaxRemittances.Add(remittance);
            return Task.CompletedTask;
        });
        await Should.ThrowAsync<Exception>(() => market.Komeji.Read(db => db.TaxRemittances.ExecuteUpdateAsync(s => s
            .SetProperty(r => r.State, TaxRemittanceState.Confirmed).SetProperty(r => r.Ntpn, Ntpn).SetProperty(r => r.PaidOn, Day).SetProperty(r => r.ConfirmedBy, One))));
        await Should.ThrowAsync<Exception>(() => market.Komeji.Read(db => db.TaxRemittances.ExecuteUpdateAsync(s => s.SetProperty(r => r.State, TaxRemittanceState.Confirmed))));
        await Should.ThrowAsync<DbUpdateException>(() => market.Komeji.Write(db =>
        {
            db.TaxRemittances.Add(TaxRemittance.Prepare(October, new Rupiah(140), 0, Other, Roles.Finance, "2026-11", November));
            return Task.CompletedTask;
        }));
        (await market.Komeji.Read(db => db.TaxRemittances.CountAsync())).ShouldBe(1);
    }

    /// <summary>The dispute is lost after the State was paid: 140 are owed back. The bank thinks again later: nothing is.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Tax_taken_back_after_the_month_was_remitted_is_owed_to_us(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine, vatBasisPoints: 1_100);
        var placed = await market.Place(25_500);
        var payment = await market.Pay(placed);
        await market.Complete(placed.Orders[0]);
        market.Komeji.Clock.MoveTo(November);
        await Remit(market);

        var dispute = market.StandIn.Books.OpenDispute(payment);
        market.StandIn.Books.EndDispute(dispute, won: false);
        await market.Hear();
        (await market.Balance(2081, "2026-10"), await market.Balance(1220, "ppn:2026-10")).ShouldBe((0, 140));
        (await Sums(market)).Recoverable.ShouldBe(new Rupiah(140));
        await ShouldAgree(market);
    }

    /// <summary>The State was paid 140, and before the second officer recorded it a refund took 54 back: her number fits, and the 54 are claimed.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_refund_between_the_two_officers_does_not_stop_the_second(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine, vatBasisPoints: 1_100);
        var placed = await market.Place(25_500);
        await market.Pay(placed);
        await market.Complete(placed.Orders[0]);
        market.Komeji.Clock.MoveTo(November);
        await market.Komeji.As(One, Roles.Finance).Send(new PrepareRemittance(October));
        await MoneyDesk.Decide(market, placed.OrderNumbers[0], 10_000);
        (await market.Balance(2081, "2026-10"), await market.Balance(1220, "ppn:2026-10")).ShouldBe((-140, 54));

        await SweepToCooperative(market, 140);
        await market.Komeji.As(Other, Roles.Finance).Send(new ConfirmRemittance(October, Ntpn, Day));
        (await market.Balance(2081, "2026-10"), await market.Balance(1220, "ppn:2026-10")).ShouldBe((0, 54));
        await ShouldAgree(market);
    }

    /// <summary>The remittance was not paid after all: all of the month is owed still, and what was taken back meanwhile is claimed still.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_dispute_lost_before_a_remittance_is_dropped_stays_claimed(Engine engine)
    {
        await using var market = await MoneyMarket.OpenAtStripe(engine, vatBasisPoints: 1_100);
        var placed = await market.Place(25_500, 30_000);
        var payment = await market.Pay(placed);
        await market.Complete(placed.Orders[0]);
        await market.Complete(placed.Orders[1]);
        market.Komeji.Clock.MoveTo(November);
        await market.Komeji.As(One, Roles.Finance).Send(new PrepareRemittance(October));
        market.StandIn.Books.EndDispute(market.StandIn.Books.OpenDispute(payment, part: 1_000_000), won: false);
        await market.Hear();

        var claimed = await market.Balance(1220, "ppn:2026-10");
        claimed.ShouldBeGreaterThan(0);
        await market.Komeji.As(Other, Roles.Finance).Send(new DropRemittance(October, "Ternyata belum dibayar"));
        (await market.Balance(2081, "2026-10")).ShouldBe(-305);
        await Remit(market);
        (await market.Balance(2081, "2026-10"), await market.Balance(1220)).ShouldBe((0, claimed));
        await ShouldAgree(market);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Officers_are_reminded_once_before_the_day_and_once_after(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine, vatBasisPoints: 1_100);
        var placed = await market.Place(25_500);
        await market.Pay(placed);
        await market.Complete(placed.Orders[0]);
        await market.Komeji.Write(db =>
        {
            db.RoleGrants.Add(RoleGrant.Give(One, Roles.Finance, "", Actor.System, "Petugas untuk uji", November));
            return Task.CompletedTask;
        });
        foreach (var (day, told) in new[] { (24, 0), (25, 1), (26, 1), (30, 1), (31, 2), (33, 2) })
        {
            market.Komeji.Clock.MoveTo(new DateTimeOffset(2026, 11, 1, 2, 0, 0, TimeSpan.Zero).AddDays(day - 1));
            await market.Komeji.Run<TaxesToRemit>();
            (await market.Komeji.Read(db => db.Notifications.CountAsync(n => n.UserId == One))).ShouldBe(told, $"{day}");
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_return_of_a_month_has_a_row_for_each_order_and_it_is_kept_who_took_it(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine, vatBasisPoints: 1_100);
        var placed = await market.Place(25_500, 30_000);
        await market.Pay(placed);
        await market.Complete(placed.Orders[0]);
        await market.Complete(placed.Orders[1]);
        var rows = await Return(market);
        rows.Select(r => (r.OrderNumber, r.Base.Amount, r.Rate.Value, r.Tax.Amount, r.Buyer)).ShouldBe(
            [(placed.OrderNumbers[0], 1_275L, 1_100, 140L, "Siti Aminah"), (placed.OrderNumbers[1], 1_500L, 1_100, 165L, "Siti Aminah")], ignoreOrder: true);
        (await market.Komeji.Read(db => db.StateChanges.SingleAsync(c => c.ReasonCode == ExportTaxMonth.Exported))).Note.ShouldBe("ppn-2026-10");
    }

    /// <summary>Of 140, 54 go back with 10,000 of the goods, and 86 with the rest after the State has them: what the return says is what the books say.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task What_refunds_take_back_is_in_the_return_and_on_the_shops_slip(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine, vatBasisPoints: 1_100);
        var placed = await market.Place(25_500);
        await market.Pay(placed);
        await market.Complete(placed.Orders[0]);
        await MoneyDesk.Decide(market, placed.OrderNumbers[0], 10_000);
        (await Return(market)).Select(r => (r.IsTakenBack, r.Base.Amount, r.Tax.Amount)).ShouldBe([(false, 1_275L, 140L), (true, -500L, -54L)]);
        (await market.Balance(2081, "2026-10")).ShouldBe(-86);
        (await market.Komeji.As(market.Seller).Send(new ShowMyTaxMonth("2026-10", 1))).Sums.ShouldBe(new MyTaxMonth("2026-10", new Rupiah(775), new Rupiah(86), Rupiah.Zero));
        (await market.Komeji.Send(new ShowMyTaxes(null))).Sold.ShouldBe(new Rupiah(15_500));

        market.Komeji.Clock.MoveTo(November);
        await Remit(market);
        await MoneyDesk.Decide(market, placed.OrderNumbers[0], 15_500, 8_000);
        (await market.Balance(2081, "2026-10"), await market.Balance(1220, "ppn:2026-10")).ShouldBe((0, 86));
        (await Return(market)).Sum(r => r.Tax.Amount).ShouldBe(0);
        var slip = await market.Komeji.As(market.Seller).Send(new ShowMyTaxMonth("2026-11", 1));
        (slip.Sums.Fee, slip.Sums.Vat, slip.Orders.Rows.Single().Vat).ShouldBe((new Rupiah(-775), new Rupiah(-86), new Rupiah(-86)));
        (await market.Komeji.Send(new ShowMyTaxes(null))).Sold.ShouldBe(Rupiah.Zero);
    }

    /// <summary>Of 10,000 the shop bears 6,000 while its money is held: what it sold is 19,500.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task What_went_back_before_the_release_was_never_the_shops(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine, vatBasisPoints: 1_100);
        var placed = await market.Place(25_500);
        await market.Pay(placed);
        await market.ShipPart(placed.Orders[0]);
        await MoneyDesk.Decide(market, placed.OrderNumbers[0], 10_000, courier: 40);
        await market.Receive(placed.Orders[0]);
        var slip = await market.Komeji.As(market.Seller).Send(new ShowMyTaxMonth("2026-10", 1));
        (slip.Sums.Vat, slip.Orders.Rows.Single().Goods).ShouldBe((new Rupiah(107), new Rupiah(19_500)));
        (await market.Komeji.Send(new ShowMyTaxes(null))).Sold.ShouldBe(new Rupiah(19_500));
        (await Return(market)).Sum(r => r.Tax.Amount).ShouldBe(107);
    }

    static async Task<List<TaxReturnRow>> Return(MoneyMarket market)
    {
        var rows = new List<TaxReturnRow>();
        await using var scope = market.Komeji.As(One, Roles.Finance).Services.CreateAsyncScope();
        await foreach (var row in await scope.ServiceProvider.GetRequiredService<IMediator>().Send(new ExportTaxMonth(October)))
        {
            rows.Add(row);
        }

        return rows;
    }

    static async Task<TaxMonthRow> Sums(MoneyMarket market) => (await market.Komeji.Send(new ShowTaxMonth(October, 1))).Sums;

    static async Task<string> Refused(MoneyMarket market, UserId officer, IRequest<Unit> act) =>
        (await Should.ThrowAsync<RuleBroken>(() => market.Komeji.As(officer, Roles.Finance).Send(act))).Code;

    /// <summary>The cooperative's own account has the money, wherever it came from.</summary>
    static async Task Remit(MoneyMarket market)
    {
        await market.Komeji.As(One, Roles.Finance).Send(new PrepareRemittance(October));
        var owed = -await market.Balance(2081, "2026-10");
        await market.Komeji.Write(db =>
        {
            db.Journals.Add(PostingRules.SweptToCooperative("uji", new Rupiah(owed), November, November));
            return Task.CompletedTask;
        });
        await market.Komeji.As(Other, Roles.Finance).Send(new ConfirmRemittance(October, Ntpn, Day));
    }

    static async Task SweepToCooperative(MoneyMarket market, long amount)
    {
        market.Provider.Settle(market.Komeji.Clock.GetUtcNow());
        await market.Hear();
        await market.Komeji.Write(db =>
        {
            db.Journals.Add(PostingRules.SweptToCooperative("uji", new Rupiah(amount), November, November));
            return Task.CompletedTask;
        });
    }

    /// <summary>All but the account the test paid from without a settlement, whoever's that was.</summary>
    static async Task ShouldAgree(MoneyMarket market)
    {
        market.Komeji.Clock.Advance(ProviderStatements.Grace + TimeSpan.FromMinutes(1));
        (await market.Komeji.Send(new VerifyLedger())).Checks.Where(c => !c.Ok && c.Name is not ("I9 nothing overdrawn" or "I9 others are covered")).Select(c => $"{c.Name}: {c.Detail}").ShouldBeEmpty();
    }
}
