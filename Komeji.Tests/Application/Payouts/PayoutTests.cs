using Komeji.Application.Common;
using Komeji.Application.Ledger;
using Komeji.Application.Ledger.Sweeps;
using Komeji.Application.Legal.Opening;
using Komeji.Application.Payments;
using Komeji.Application.Payments.Desk;
using Komeji.Application.Payouts;
using Komeji.Application.Payouts.Desk;
using Komeji.Application.Settings;
using Komeji.Application.Support;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using Komeji.Domain.Payouts;
using Komeji.Integrations.Payments.Sandbox;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Komeji.Tests.Application.Payments.MoneyDesk;
using static Komeji.Tests.Application.Payouts.PayoutSteps;
using PostingRules = Komeji.Domain.Ledger.PostingRules;

namespace Komeji.Tests.Application.Payouts;

/// <summary>Money of a shop's balance on its way to its bank account; the books agree after each step.</summary>
public sealed class PayoutTests
{
    /// <summary>108,000 paid, of which the provider keeps 756: 107,244 at the bank.</summary>
    const long AtBank = 107_244;

    [Theory, OnSqlite, OnPostgres]
    public async Task A_payout_goes_from_the_balance_to_the_bank_by_two_officers_and_a_file(Engine engine)
    {
        await using var market = await Ready(engine);
        (await market.Balance(1020)).ShouldBe(AtBank);
        var id = await Ask(market);
        (await market.Balance(2030), await market.Balance(2040, id.Value.ToString())).ShouldBe((0, -Earned));
        var balance = await market.Komeji.As(market.Seller).Send(new ShowSellerBalance(1));
        (balance.Available, balance.OnTheWay, balance.Debt).ShouldBe((Rupiah.Zero, new Rupiah(Earned), Rupiah.Zero));

        (await Refused(() => As(market, market.Seller).Send(new PreparePayout(id)))).ShouldBe("staff.own_case");
        await As(market, First).Send(new PreparePayout(id));
        (await Refused(() => As(market, First).Send(new ApprovePayout(id)))).ShouldBe("payout.same_officer");
        (await Refused(() => As(market, market.Seller).Send(new ApprovePayout(id)))).ShouldBe("staff.own_case");
        await As(market, Second).Send(new ApprovePayout(id));
        (await As(market, Second).Send(new ListPayouts([PayoutState.Approved], "", 1))).Waiting.ShouldBe([new ChannelWaiting(PayoutChannel.BiFast, 1, Earned)]);

        var file = await As(market, Second).Send(new MakePayoutFile(PayoutChannel.BiFast));
        (await StateOf(market, id)).ShouldBe(PayoutState.Processing);
        (await market.Balance(2040)).ShouldBe(-Earned, "it is not paid before the bank says so");
        var (once, again) = (await As(market, First).Send(new FetchPayoutFile(file)), await As(market, Second).Send(new FetchPayoutFile(file)));
        once.Lines.ShouldBe(again.Lines);
        var line = once.Lines.Single();
        (line.BankCode, line.Account, line.Holder, line.Amount).ShouldBe(("014", Account, "Sri Wahyuni", new Rupiah(Earned)));
        (await As(market, First).Send(new ShowPayoutFile(file, 1))).Steps.Select(s => s.ReasonCode).ShouldBe(["made", "fetched", "fetched"]);

        (await Refused(() => As(market, First).Send(new RecordPayoutSuccess(id, 1, "TRF-9001", new Rupiah(250_000))))).ShouldBe("payout.charge");
        await As(market, First).Send(new RecordPayoutSuccess(id, 1, "TRF-9001", new Rupiah(2_500)));
        (await Refused(() => As(market, First).Send(new RecordPayoutSuccess(id, 1, "TRF-9001", new Rupiah(2_500))))).ShouldBe("payout.illegal_move");
        (await market.Balance(2040), await market.Balance(5050), await market.Balance(1020)).ShouldBe((0, 2_500, AtBank - Earned - 2_500));
        (await market.Komeji.As(market.Seller).Send(new ShowMyPayout(id, 1))).Steps.Select(s => s.ReasonCode).ShouldBe(["asked", "prepared", "approved", "sent", "succeeded"]);
        var seller = market.Seller;
        (await market.Komeji.Read(db => db.Notifications.Where(n => n.UserId == seller && n.Link.Contains("pencairan")).Select(n => n.Title).ToListAsync()))
            .ShouldBe(["Pencairan dibuat", "Pencairan masuk berkas bank", "Pencairan berhasil"], ignoreOrder: true);
        await market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_the_bank_did_not_pay_stays_in_transit_is_tried_under_a_new_key_and_given_up(Engine engine)
    {
        await using var market = await Ready(engine);
        var id = await AskAndSend(market);
        await As(market, First).Send(new RecordPayoutDoubt(id, 1, "Bank belum menjawab"));
        (await Refused(() => As(market, First).Send(new MakePayoutFile(PayoutChannel.BiFast, id)))).ShouldBe("payout.illegal_move");
        (await As(market, First).Send(new ListWaitingWork(WaitingKind.Payouts, 1))).Rows.Single().Note.ShouldContain("jawaban bank belum jelas");
        await As(market, First).Send(new RecordPayoutFailure(id, 1, "Rekening sedang diblokir", new Rupiah(2_500)));
        (await market.Balance(2040), await market.Balance(5050)).ShouldBe((-Earned, 2_500));
        await market.ShouldBeSound();

        (await Refused(() => As(market, First).Send(new MakePayoutFile(PayoutChannel.BiFast, id)))).ShouldBe("payout.statement");
        await As(market, First).Send(new MakePayoutFile(PayoutChannel.BiFast, id, StatementRead: true));
        (await market.Komeji.Read(db => db.Payouts.SelectMany(p => p.Attempts).OrderBy(a => a.Number).Select(a => a.State).ToListAsync())).ShouldBe([PayoutAttemptState.Failed, PayoutAttemptState.Sent]);
        (await Refused(() => As(market, Second).Send(new RecordPayoutSuccess(id, 1, "TRF-9001", Rupiah.Zero)))).ShouldBe("payout.other_attempt");
        await As(market, First).Send(new RecordPayoutFailure(id, 2, "Rekening ditutup", Rupiah.Zero));
        await As(market, Second).Send(new CancelPayout(id, "Rekening ditutup, penjual diminta mengganti"));
        (await market.Balance(2030), await market.Balance(2040), await market.Balance(1020)).ShouldBe((-Earned, 0, AtBank - 2_500));
        await market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_comes_back_is_the_shops_again_and_its_account_waits_for_somebody_to_make_sure(Engine engine)
    {
        await using var market = await Ready(engine);
        var id = await AskAndSend(market);
        await As(market, First).Send(new RecordPayoutSuccess(id, 1, "TRF-9001", Rupiah.Zero));
        await As(market, First).Send(new RecordPayoutReturn(id, "Rekening tidak aktif"));
        (await market.Balance(2030), await market.Balance(2040), await market.Balance(1020)).ShouldBe((-Earned, 0, AtBank));
        await market.ShouldBeSound();
        (await Refused(() => Ask(market))).ShouldBe("payout.account_returned");
        (await As(market, First).Send(new ShowPayout(id, 1))).AccountReturned.ShouldBeTrue();
        await As(market, First).Send(new TrustPayoutAccount(id, "Penjual menunjukkan buku tabungan"));
        (await StateOf(market, await Ask(market))).ShouldBe(PayoutState.Requested);
        await market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_request_is_within_the_balance_above_the_least_and_to_an_account_that_holds(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        await Earn(market);
        (await Refused(() => Ask(market))).ShouldBe("payout.no_account");
        await TellAccount(market);
        (await Refused(() => Ask(market, 49_999))).ShouldBe("payout.least");
        (await Refused(() => Ask(market, Earned + 1))).ShouldBe("payout.balance");

        var first = await Ask(market, 50_000);
        (await market.Komeji.As(market.Seller).Send(new ShowMyPayouts(1))).Available.ShouldBe(new Rupiah(53_000));
        await Earn(market);
        var second = await Ask(market);
        var parts = (await market.Komeji.As(market.Seller).Send(new ShowMyPayout(second, 1))).Parts;
        (parts.Before, parts.Total).ShouldBe((new Rupiah(53_000), new Rupiah(53_000 + Earned)));
        parts.Parts.Rows.Select(p => p.Amount).ShouldBe([new Rupiah(Earned)]);
        parts.Parts.Rows[0].OrderNumber.ShouldNotBeNull();

        // Another account is asked for: nothing new, and what waits goes no further.
        await market.Komeji.In(null, DateTimeOffset.MaxValue, secondFactor: true).As(market.Seller).Send(new TellBank("BNI", "9988776655", "Sri Wahyuni"));
        (await Refused(() => Ask(market, 50_000))).ShouldBe("payout.account_waits");
        (await Refused(() => As(market, First).Send(new PreparePayout(first)))).ShouldBe("payout.account_changed");
        await market.Komeji.As(market.Seller).Send(new CancelMyPayout(first));
        market.Komeji.Clock.Advance(TimeSpan.FromDays(3));
        (await Refused(() => As(market, First).Send(new PreparePayout(second)))).ShouldBe("payout.account_changed");
        var third = await Ask(market, 50_000);
        (await market.Komeji.Read(db => db.Payouts.Where(p => p.Id == third).Select(p => p.Bank).SingleAsync())).ShouldBe("BNI");
        await market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_shop_finds_nothing_and_what_an_officer_has_in_hand_is_not_taken_back(Engine engine)
    {
        await using var market = await Ready(engine);
        var id = await Ask(market);
        var other = await new Stalls(market.Komeji).Shop();
        await Should.ThrowAsync<NotFound>(() => market.Komeji.As(other.Owner).Send(new ShowMyPayout(id, 1)));
        await Should.ThrowAsync<NotFound>(() => market.Komeji.As(other.Owner).Send(new CancelMyPayout(id)));
        await Should.ThrowAsync<NotFound>(() => market.Komeji.As(other.Owner).Send(new AppealPayoutHold(id, "Bukan milik saya")));
        (await market.Komeji.As(other.Owner).Send(new ShowMyPayouts(1))).Payouts.Total.ShouldBe(0);
        await As(market, First).Send(new PreparePayout(id));
        (await Refused(() => market.Komeji.As(market.Seller).Send(new CancelMyPayout(id)))).ShouldBe("payout.too_late");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_hold_is_appealed_heard_by_another_and_ends_by_itself(Engine engine)
    {
        await using var market = await Ready(engine);
        var id = await AskAndApprove(market);
        await As(market, First).Send(new HoldPayout(id, PayoutHoldReason.Account, "Nama rekening perlu dipastikan"));
        await market.Komeji.As(market.Seller).Send(new AppealPayoutHold(id, "Rekening itu milik saya sejak lama"));
        (await Refused(() => As(market, First).Send(new ResumePayout(id, "Sudah jelas")))).ShouldBe("payout.other_officer");
        await As(market, Second).Send(new ResumePayout(id, "Sudah jelas"));
        await As(market, Second).Send(new HoldPayout(id, PayoutHoldReason.Orders, "Pesanan asalnya dipersoalkan"));
        market.Komeji.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromMinutes(1));
        (await market.Komeji.Run<EndedPayoutHolds>()).Done.ShouldBe(0);
        market.Komeji.Clock.Advance(TimeSpan.FromMinutes(1));
        (await market.Komeji.Run<EndedPayoutHolds>()).Done.ShouldBe(1);
        (await StateOf(market, id)).ShouldBe(PayoutState.AwaitingApproval);
        await As(market, Second).Send(new RejectPayout(id, "Toko diminta mencairkan lagi nanti"));
        (await market.Balance(2030), await market.Balance(2040)).ShouldBe((-Earned, 0));
        await market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_bank_is_told_no_more_than_it_has_and_nothing_above_its_limit(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        await TellAccount(market);
        await Earn(market);
        await Set(market, SettingCatalogue.PayoutBiFastMost, 60_000);
        var id = await AskAndApprove(market);
        (await market.Komeji.Read(db => db.Payouts.Where(p => p.Id == id).Select(p => p.Channel).SingleAsync())).ShouldBe(PayoutChannel.Rtgs);
        (await Refused(() => As(market, First).Send(new MakePayoutFile(PayoutChannel.BiFast)))).ShouldBe("payout.file_empty");
        (await Refused(() => As(market, First).Send(new MakePayoutFile(PayoutChannel.Rtgs)))).ShouldBe("payout.not_covered");
        await Settle(market);
        await As(market, First).Send(new MakePayoutFile(PayoutChannel.Rtgs));
        (await StateOf(market, id)).ShouldBe(PayoutState.Processing);
    }

    /// <summary>
    /// 107,244 are at the bank; 33,500 of them are to be transferred to a buyer whose payment is not settled. The shop's 103,000 wait, and
    /// once the bank is told to pay them they are no longer there for the cooperative either.
    /// </summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_promised_to_a_buyer_is_promised_to_nobody_else(Engine engine)
    {
        await using var market = await Ready(engine);
        await AskAndApprove(market);
        var placed = await market.Place(25_500);
        await market.Pay(placed);
        market.Faults.Next(SandboxFault.RefuseRefund);
        await market.Decline(placed.Orders[0]);
        await market.Komeji.Run<DueRefunds>();
        var refund = await market.Komeji.Read(db => db.Refunds.Where(r => r.State == RefundState.Failed).Select(r => r.Id).SingleAsync());
        await As(market, First).Send(new PrepareRefundTransfer(refund, "BRI, Siti Aminah, 1234567890"));
        (await Refused(() => As(market, Second).Send(new MakePayoutFile(PayoutChannel.BiFast)))).ShouldBe("payout.not_covered");
        await As(market, Second).Send(new RecordRefundTransfer(refund, "TRF-881"));
        (await Refused(() => As(market, Second).Send(new MakePayoutFile(PayoutChannel.BiFast)))).ShouldBe("payout.not_covered");

        await Settle(market);
        await As(market, Second).Send(new MakePayoutFile(PayoutChannel.BiFast));
        var now = market.Komeji.Clock.GetUtcNow();
        await market.Komeji.Write(db =>
        {
            db.Journals.Add(PostingRules.ProviderRounding("sandbox", 99, new Rupiah(-50_000), now)); // The cooperative's own, at the provider.
            return Task.CompletedTask;
        });
        var funds = (await As(market, First).Send(new ListSweeps())).Funds;
        (funds.Promised, funds.Movable).ShouldBe((new Rupiah(Earned), new Rupiah(await market.Balance(1020) - Earned)));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_weekly_payout_is_made_once_on_its_day_and_says_what_keeps_it(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        await TellAccount(market);
        await Earn(market);
        await market.Komeji.As(market.Seller).Send(new ChoosePayoutDay(DayOfWeek.Tuesday));
        (await market.Komeji.As(null).Run<WeeklyPayouts>()).Done.ShouldBe(0, "it is Monday");
        market.Komeji.Clock.Advance(TimeSpan.FromHours(16)); // Tuesday, 01.00 WIB
        (await market.Komeji.Run<WeeklyPayouts>()).Done.ShouldBe(0, "before the hour");
        market.Komeji.Clock.Advance(TimeSpan.FromHours(6));
        (await market.Komeji.Run<WeeklyPayouts>()).Done.ShouldBe(1);
        (await market.Komeji.Run<WeeklyPayouts>()).Done.ShouldBe(0);
        var made = await market.Komeji.Read(db => db.Payouts.Select(p => new { p.Amount, p.WeeklyFor }).SingleAsync());
        made.Amount.ShouldBe(new Rupiah(Earned));
        made.WeeklyFor.ShouldBe(new DateOnly(2026, 10, 6));

        market.Komeji.Clock.Advance(TimeSpan.FromDays(7));
        await market.Komeji.Run<WeeklyPayouts>();
        (await market.Komeji.Read(db => db.Payouts.CountAsync())).ShouldBe(1, "there was too little");
        await Earn(market);
        await market.Komeji.In(null, DateTimeOffset.MaxValue, secondFactor: true).As(market.Seller).Send(new TellBank("BNI", "9988776655", "Sri Wahyuni"));
        market.Komeji.Clock.Advance(TimeSpan.FromDays(7));
        await market.Komeji.As(market.Seller).Send(new TellBank("BRI", "1122334455", "Sri Wahyuni"));
        await market.Komeji.As(null).Run<WeeklyPayouts>();
        (await market.Komeji.Read(db => db.Payouts.CountAsync())).ShouldBe(1, "the account waits");
        (await market.Komeji.Read(db => db.Notifications.CountAsync(n => n.Title == "Pencairan mingguan dilewati"))).ShouldBe(1);
        await market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_sees_the_whole_account_says_why_and_it_is_written_down(Engine engine)
    {
        await using var market = await Ready(engine);
        var id = await Ask(market);
        (await As(market, First).Send(new ShowPayout(id, 1))).Payout.Account.ShouldBe("******7890");
        (await Refused(() => As(market, First).Send(new RevealPayoutAccount(id, " ")))).ShouldBe("payout.reason");
        (await As(market, First).Send(new RevealPayoutAccount(id, "Mencocokkan dengan buku tabungan"))).ShouldBe(Account);
        var seen = (await As(market, First).Send(new ShowPayout(id, 1))).Steps[^1];
        (seen.ReasonCode, seen.Note).ShouldBe(("account_seen", "Mencocokkan dengan buku tabungan"));
        seen.ActorId.ShouldBe(First.Value);
    }

    /// <summary>Beside the domain's own refusal: who writes to the tables directly is refused, too.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task The_database_itself_asks_for_two_officers(Engine engine)
    {
        await using var market = await Ready(engine);
        var id = await Ask(market);
        (await Complaint("""UPDATE "Payouts" SET "State" = 'Approved'""")).ShouldContain("payout_approved");
        await As(market, First).Send(new PreparePayout(id));
        (await Complaint("""UPDATE "Payouts" SET "ApprovedBy" = "PreparedBy" """)).ShouldContain("payout_two_officers");
        BankCodes.Of("BCA").ShouldBe("014");
        Banks.Read(Banks.Default).Select(BankCodes.Of).ShouldBeUnique();

        async Task<string> Complaint(string sql) =>
            (await Should.ThrowAsync<System.Data.Common.DbException>(() => market.Komeji.Read(db => db.Database.ExecuteSqlRawAsync(sql)))).Message;
    }
}
