using Komeji.Application.Payments;
using Komeji.Application.Payouts.Desk;
using Komeji.Application.Payouts.Providers;
using Komeji.Application.Settings;
using Komeji.Application.Support;
using Komeji.Domain.Common;
using Komeji.Domain.Payouts;
using Komeji.Integrations.Payouts.Disbursement;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Komeji.Tests.Application.Payments.MoneyDesk;
using static Komeji.Tests.Application.Payouts.PayoutSteps;

namespace Komeji.Tests.Application.Payouts;

/// <summary>A provider sends payouts: every way it may go, and what the books say then.</summary>
public sealed class PayoutProviderTests
{
    public enum Course
    {
        Paid,
        Refused,
        UnknownThenPaid,
        NeverArrivedThenSentAgain,
        NeverArrivedAndTooOld,
        PaidThenReturned,
        ReturnedAndNothingHeard,
        FailedThenPaidAfterAll,
    }

    /// <param name="arrived">What is gone from the bank, beside the price of Rp2.500.</param>
    [Theory]
    [OnSqlite(Course.Paid, PayoutState.Succeeded, Earned, 2_500), OnPostgres(Course.Paid, PayoutState.Succeeded, Earned, 2_500)]
    [OnSqlite(Course.Refused, PayoutState.Failed, 0L, 0), OnPostgres(Course.Refused, PayoutState.Failed, 0L, 0)]
    [OnSqlite(Course.UnknownThenPaid, PayoutState.Succeeded, Earned, 2_500), OnPostgres(Course.UnknownThenPaid, PayoutState.Succeeded, Earned, 2_500)]
    [OnSqlite(Course.NeverArrivedThenSentAgain, PayoutState.Succeeded, Earned, 2_500), OnPostgres(Course.NeverArrivedThenSentAgain, PayoutState.Succeeded, Earned, 2_500)]
    [OnSqlite(Course.NeverArrivedAndTooOld, PayoutState.NeedsCheck, 0L, 0), OnPostgres(Course.NeverArrivedAndTooOld, PayoutState.NeedsCheck, 0L, 0)]
    [OnSqlite(Course.PaidThenReturned, PayoutState.Returned, 0L, 2_500), OnPostgres(Course.PaidThenReturned, PayoutState.Returned, 0L, 2_500)]
    [OnSqlite(Course.ReturnedAndNothingHeard, PayoutState.Returned, 0L, 2_500), OnPostgres(Course.ReturnedAndNothingHeard, PayoutState.Returned, 0L, 2_500)]
    [OnSqlite(Course.FailedThenPaidAfterAll, PayoutState.Succeeded, Earned, 2_500), OnPostgres(Course.FailedThenPaidAfterAll, PayoutState.Succeeded, Earned, 2_500)]
    public async Task Whatever_becomes_of_it_the_books_say_so(Engine engine, Course course, PayoutState state, long arrived, int charged)
    {
        await using var desk = await PayoutProvider.Open(engine);
        var before = await desk.Market.Balance(1020);
        var id = await desk.AskAndGive();
        await Run(desk, course, id);
        (await StateOf(desk.Market, id)).ShouldBe(state);
        var inTransit = state is PayoutState.Failed or PayoutState.NeedsCheck ? -Earned : 0;
        var back = state == PayoutState.Returned ? -Earned : 0;
        (await desk.Market.Balance(2030), await desk.Market.Balance(2040), before - await desk.Market.Balance(1020), await desk.Market.Balance(5050)).ShouldBe((back, inTransit, arrived + charged, charged));
        desk.Server.Books.Transfers.ShouldBe(course == Course.NeverArrivedAndTooOld ? 0 : 1);
        await desk.Market.ShouldBeSound();
    }

    static async Task Run(PayoutProvider desk, Course course, PayoutId id)
    {
        switch (course)
        {
            case Course.UnknownThenPaid:
                desk.Server.Faults.Next(StandInFault.BrokenAfter, StandInFault.BrokenAfter, StandInFault.BrokenAfter);
                break;
            case Course.NeverArrivedThenSentAgain or Course.NeverArrivedAndTooOld:
                desk.Server.Faults.Next(StandInFault.Broken, StandInFault.Broken, StandInFault.Broken);
                break;
            default:
                break;
        }

        await desk.Work();
        var key = await desk.KeyOf(id);
        (await StateOf(desk.Market, id)).ShouldBe(
            course is Course.UnknownThenPaid or Course.NeverArrivedThenSentAgain or Course.NeverArrivedAndTooOld ? PayoutState.NeedsCheck : PayoutState.Processing);
        switch (course)
        {
            case Course.Paid:
                desk.Server.Books.Complete(key);
                await desk.Hear();
                break;
            case Course.Refused:
                desk.Server.Books.Fail(key);
                await desk.Hear();
                break;
            case Course.UnknownThenPaid:
                desk.Server.Books.Complete(key);
                await desk.WorkAfter(TimeSpan.FromMinutes(6));
                break;
            case Course.NeverArrivedThenSentAgain:
                await desk.WorkAfter(TimeSpan.FromMinutes(6));
                desk.Server.Books.Complete(key);
                await desk.WorkAfter(TimeSpan.FromMinutes(6));
                break;
            case Course.NeverArrivedAndTooOld:
                await desk.WorkAfter(TimeSpan.FromHours(21));
                break;
            case Course.PaidThenReturned:
                desk.Server.Books.Complete(key);
                await desk.Hear();
                (await StateOf(desk.Market, id)).ShouldBe(PayoutState.Succeeded);
                desk.Server.Post.Loses = _ => true;
                desk.Server.Books.Return(key);
                await desk.WorkAfter(TimeSpan.FromHours(25));
                (await Refused(() => Ask(desk.Market))).ShouldBe("payout.account_returned");
                break;
            case Course.ReturnedAndNothingHeard:
                desk.Server.Post.Loses = _ => true;
                desk.Server.Books.Complete(key);
                desk.Server.Books.Return(key);
                await desk.WorkAfter(TimeSpan.FromMinutes(6));
                break;
            default:
                desk.Server.Books.Fail(key);
                await desk.Hear();
                (await StateOf(desk.Market, id)).ShouldBe(PayoutState.Failed);
                desk.Server.Books.Complete(key);
                await desk.Hear();
                break;
        }
    }

    /// <summary>Eight workers take one try at once: one calls, and one transfer is made.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Sent_by_many_at_once_it_is_one_transfer(Engine engine)
    {
        await using var desk = await PayoutProvider.Open(engine);
        var id = await desk.AskAndGive();
        var attempt = (await desk.LastTry(id)).Id;
        desk.Market.Komeji.As(null);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => desk.Market.Komeji.Send(new SendTransfer(attempt)))));
        (desk.Server.Books.Transfers, desk.Server.Books.Asked).ShouldBe((1, Earned));
        (await desk.LastTry(id)).State.ShouldBe(PayoutAttemptState.Sent);
        desk.Server.Books.Complete(attempt.Value.ToString());
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => desk.Market.Komeji.Send(new AskAboutTransfer(attempt)))));
        (await StateOf(desk.Market, id), await desk.Market.Balance(2040), await desk.Market.Balance(5050)).ShouldBe((PayoutState.Succeeded, 0, 2_500));
        await desk.Market.ShouldBeSound();
    }

    /// <summary>While it may still be paid no person says otherwise; after the key is too old, one decides, and a new try has a new key.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task What_a_provider_sends_people_decide_only_when_it_cannot_be_sent_again(Engine engine)
    {
        await using var desk = await PayoutProvider.Open(engine);
        var id = await desk.AskAndGive();
        desk.Server.Faults.Next(StandInFault.Broken, StandInFault.Broken, StandInFault.Broken);
        await desk.Work();
        (await Refused(() => As(desk.Market, First).Send(new RecordPayoutFailure(id, 1, "Tidak ada jawaban", Rupiah.Zero)))).ShouldBe("payout.with_provider");
        (await As(desk.Market, First).Send(new ShowPayout(id, 1))).IsPeoplesTurn.ShouldBeFalse();
        await desk.WorkAfter(TimeSpan.FromHours(21));
        (await As(desk.Market, First).Send(new ShowPayout(id, 1))).IsPeoplesTurn.ShouldBeTrue();
        await As(desk.Market, First).Send(new RecordPayoutFailure(id, 1, "Penyedia tidak pernah menerimanya", Rupiah.Zero));
        var first = await desk.KeyOf(id);
        await As(desk.Market, Second).Send(new MakePayoutFile(PayoutChannel.BiFast, id, ByProvider: true, StatementRead: true));
        await desk.Work();
        var second = await desk.KeyOf(id);
        second.ShouldNotBe(first);
        desk.Server.Books.Complete(second);
        await desk.Hear();
        (await StateOf(desk.Market, id), desk.Server.Books.Transfers).ShouldBe((PayoutState.Succeeded, 1));
        await desk.Market.ShouldBeSound();
    }

    /// <summary>It had failed and was given up, and then the bank paid it: nothing is booked by guess, and it says so.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Paid_after_it_was_given_up_it_waits_for_a_person(Engine engine)
    {
        await using var desk = await PayoutProvider.Open(engine);
        var id = await desk.AskAndGive();
        await desk.Work();
        var key = await desk.KeyOf(id);
        desk.Server.Books.Fail(key);
        await desk.Hear();
        await As(desk.Market, First).Send(new CancelPayout(id, "Tidak dicoba lagi"));
        desk.Server.Books.Complete(key);
        await desk.Hear();
        await desk.Hear();
        (await StateOf(desk.Market, id), await desk.Market.Balance(2030), await desk.Market.Balance(2040)).ShouldBe((PayoutState.Cancelled, -Earned, 0));
        (await desk.Steps(id)).Count(code => code == "paid_after_all").ShouldBe(1);
        await desk.Market.ShouldBeSound();
    }

    /// <summary>An officer recorded that it failed and gave it up; no notice comes, the provider is asked, and another officer's work begins.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Paid_after_an_officer_gave_it_up_it_is_found_owed_and_comes_back(Engine engine)
    {
        await using var desk = await PayoutProvider.Open(engine);
        desk.Server.Post.Loses = _ => true;
        var before = await desk.Market.Balance(1020);
        var id = await desk.AskAndGive();
        await desk.Work();
        var key = await desk.KeyOf(id);
        desk.Server.Books.Disguise(key, "melayang");
        await desk.WorkAfter(TimeSpan.FromHours(21));
        await As(desk.Market, First).Send(new RecordPayoutFailure(id, 1, "Tidak ada di mutasi", Rupiah.Zero));
        await As(desk.Market, First).Send(new CancelPayout(id, "Tidak dicoba lagi"));
        (await Waiting()).ShouldBeEmpty();
        desk.Server.Books.Complete(key);
        await desk.WorkAfter(TimeSpan.FromHours(25));
        (await Waiting()).ShouldHaveSingleItem().ShouldContain("terbayar lebih");
        (await Refused(() => As(desk.Market, desk.Market.Seller).Send(new OweExtraPayout(id, "Sudah ditransfer bank")))).ShouldBe("staff.own_case");
        await As(desk.Market, Second).Send(new OweExtraPayout(id, "Sudah ditransfer bank"));
        (await desk.Market.Balance(2030), before - await desk.Market.Balance(1020)).ShouldBe((0, Earned + 2_500));
        (await Waiting()).ShouldBeEmpty();
        await desk.Market.ShouldBeSound();
        desk.Server.Books.Return(key);
        await desk.WorkAfter(TimeSpan.FromHours(25));
        (await StateOf(desk.Market, id), await desk.Market.Balance(2030), before - await desk.Market.Balance(1020)).ShouldBe((PayoutState.Cancelled, -Earned, 2_500));
        await desk.Market.ShouldBeSound();

        async Task<IReadOnlyList<string>> Waiting() => [.. (await As(desk.Market, First).Send(new ListWaitingWork(WaitingKind.Payouts, 1))).Rows.Select(r => r.Note)];
    }

    /// <summary>It had failed and was given to the provider again, and before that was told the first try proved paid: the second is never sent.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Paid_before_it_is_sent_again_it_is_not_sent_again(Engine engine)
    {
        await using var desk = await PayoutProvider.Open(engine);
        var id = await desk.AskAndGive();
        await desk.Work();
        var first = await desk.KeyOf(id);
        desk.Server.Books.Fail(first);
        await desk.Hear();
        await As(desk.Market, Second).Send(new MakePayoutFile(PayoutChannel.BiFast, id, ByProvider: true, StatementRead: true));
        desk.Server.Books.Complete(first);
        await desk.Hear();
        await desk.Work();
        (await StateOf(desk.Market, id), desk.Server.Books.Transfers).ShouldBe((PayoutState.Succeeded, 1));
        (await desk.Market.Balance(2040), await desk.Market.Balance(5050)).ShouldBe((0, 2_500));
        await desk.Market.ShouldBeSound();
    }

    /// <summary>A worker is about to send the second try while the first is heard to have arrived: if it is stopped, it never leaves.</summary>
    [Theory, OnPostgres]
    public async Task A_stopped_try_is_never_sent_whoever_comes_first(Engine engine)
    {
        await using var desk = await PayoutProvider.Open(engine);
        var id = await desk.AskAndGive();
        await desk.Work();
        var first = await desk.LastTry(id);
        desk.Server.Books.Fail(first.Id.Value.ToString());
        await desk.Hear();
        await As(desk.Market, Second).Send(new MakePayoutFile(PayoutChannel.BiFast, id, ByProvider: true, StatementRead: true));
        var second = (await desk.LastTry(id)).Id;
        desk.Server.Books.Complete(first.Id.Value.ToString());
        desk.Market.Komeji.As(null);
        await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => n % 2 == 0
            ? desk.Market.Komeji.Send(new AskAboutTransfer(first.Id))
            : desk.Market.Komeji.Send(new SendTransfer(second)))));
        var (state, sent) = ((await desk.LastTry(id)).State, desk.Server.Books.Transfers);
        (state, sent, await StateOf(desk.Market, id)).ShouldBeOneOf((PayoutAttemptState.Failed, 1, PayoutState.Succeeded), (PayoutAttemptState.Sent, 2, PayoutState.NeedsCheck));
        await desk.Market.ShouldBeSound();
    }

    /// <summary>The first try was told failed and arrived all the same, while the second was under way and failed: it is paid, and once.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task The_last_try_fails_after_an_earlier_one_arrived_and_it_is_booked_once(Engine engine)
    {
        await using var desk = await PayoutProvider.Open(engine);
        var before = await desk.Market.Balance(1020);
        var id = await desk.AskAndGive();
        await desk.Work();
        var first = await desk.KeyOf(id);
        desk.Server.Books.Fail(first);
        await desk.Hear();
        await As(desk.Market, Second).Send(new MakePayoutFile(PayoutChannel.BiFast, id, ByProvider: true, StatementRead: true));
        await desk.Work();
        desk.Server.Books.Complete(first);
        await desk.Hear();
        desk.Server.Books.Fail(await desk.KeyOf(id));
        await desk.Hear();
        (await StateOf(desk.Market, id), await desk.Market.Balance(2030), await desk.Market.Balance(2040), before - await desk.Market.Balance(1020)).ShouldBe((PayoutState.Succeeded, 0, 0, Earned + 2_500));
        (await Refused(() => As(desk.Market, First).Send(new CancelPayout(id, "Tidak dicoba lagi")))).ShouldBe("payout.illegal_move");
        await desk.Market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_notice_is_believed_when_signed_now_kept_once_and_asked_about(Engine engine)
    {
        await using var desk = await PayoutProvider.Open(engine);
        var id = await desk.AskAndGive();
        await desk.Work();
        var lie = desk.Server.Post.Events[0].Body.Replace("\"queued\"", "\"completed\"", StringComparison.Ordinal);
        var now = desk.Market.Komeji.Clock.GetUtcNow();
        (await Record(lie, DisbursementSignature.Sign(lie, now, "rahasia-orang-lain-0123456789"))).ShouldBe(PaymentEventReceipt.NotBelieved);
        (await Record(lie, DisbursementSignature.Sign(lie, now.AddMinutes(-6), DisbursementKeys.Secret))).ShouldBe(PaymentEventReceipt.NotBelieved);
        (await Record(lie, null)).ShouldBe(PaymentEventReceipt.NotBelieved);
        (await Record(lie, DisbursementSignature.Sign(lie + " ", now, DisbursementKeys.Secret))).ShouldBe(PaymentEventReceipt.NotBelieved);
        (await Record(lie, DisbursementSignature.Sign(lie, now, DisbursementKeys.Secret))).ShouldBe(PaymentEventReceipt.Stored);
        (await Record(lie, DisbursementSignature.Sign(lie, now, DisbursementKeys.Secret))).ShouldBe(PaymentEventReceipt.Known);
        await desk.Market.Komeji.As(null).Run<DuePaymentEvents>();
        (await StateOf(desk.Market, id)).ShouldBe(PayoutState.Processing, "the provider was asked, and has not paid it");
        desk.Server.Books.Complete(await desk.KeyOf(id));
        (desk.Server.Post.Copies, desk.Server.Post.Shuffle) = (3, new Random(7));
        desk.Server.Post.Repeat();
        await desk.Hear();
        (await StateOf(desk.Market, id), await desk.Market.Balance(2040)).ShouldBe((PayoutState.Succeeded, 0));
        await desk.Market.ShouldBeSound();

        Task<PaymentEventReceipt> Record(string body, string? signature) =>
            desk.Market.Komeji.Send(new RecordPaymentEvent(DisbursementPayoutGateway.GatewayName, body, signature));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_bank_is_asked_for_the_name_and_one_that_differs_needs_a_reason(Engine engine)
    {
        await using var desk = await PayoutProvider.Open(engine);
        desk.Server.Books.HolderOf = (_, _) => "BUDI SANTOSO";
        var id = await Ask(desk.Market);
        await As(desk.Market, First).Send(new PreparePayout(id));
        (await Refused(() => As(desk.Market, Second).Send(new ApprovePayout(id)))).ShouldBe("payout.name", "nobody has asked yet");
        await desk.AskNames();
        await desk.AskNames();
        desk.Server.Books.Inquiries.ShouldBe(1);
        var shown = (await As(desk.Market, Second).Send(new ShowPayout(id, 1))).Payout;
        (shown.Naming, shown.NameAtBank).ShouldBe((AccountNaming.Differs, "BUDI SANTOSO"));
        (await Refused(() => As(desk.Market, Second).Send(new ApprovePayout(id, " ")))).ShouldBe("payout.name");
        (await Refused(() => As(desk.Market, desk.Market.Seller).Send(new AskAccountName(id)))).ShouldBe("staff.own_case");
        await As(desk.Market, Second).Send(new ApprovePayout(id, "Rekening atas nama suami, ada surat kuasa"));
        var steps = (await As(desk.Market, First).Send(new ShowPayout(id, 1))).Steps;
        steps.Select(s => s.ReasonCode).ShouldBe(["asked", "prepared", "name_differs", "name_decided", "approved"]);
        steps.ShouldAllBe(s => s.Note == null || !s.Note.Contains("BUDI", StringComparison.Ordinal), "the shop reads them");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Without_an_answer_an_officer_asks_again(Engine engine)
    {
        await using var desk = await PayoutProvider.Open(engine);
        desk.Server.Faults.Next(StandInFault.TooMany, StandInFault.TooMany, StandInFault.TooMany);
        var id = await Ask(desk.Market);
        await desk.AskNames();
        (await As(desk.Market, First).Send(new ShowPayout(id, 1))).Payout.Naming.ShouldBe(AccountNaming.NoAnswer);
        await As(desk.Market, First).Send(new AskAccountName(id));
        (await As(desk.Market, First).Send(new ShowPayout(id, 1))).Payout.Naming.ShouldBe(AccountNaming.Same);
        await As(desk.Market, First).Send(new PreparePayout(id));
        await As(desk.Market, Second).Send(new ApprovePayout(id));
        (await StateOf(desk.Market, id)).ShouldBe(PayoutState.Approved);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_goes_by_RTGS_or_to_an_unknown_bank_goes_by_file_and_a_batch_is_no_file(Engine engine)
    {
        await using var desk = await PayoutProvider.Open(engine, "Bank Madani");
        var id = await Ask(desk.Market, 50_000);
        await As(desk.Market, First).Send(new PreparePayout(id));
        await As(desk.Market, Second).Send(new ApprovePayout(id, "Bank ini tidak bisa ditanya, buku tabungan sudah dilihat"));
        (await Refused(() => As(desk.Market, First).Send(new MakePayoutFile(PayoutChannel.BiFast, ByProvider: true)))).ShouldBe("payout.file_empty");
        (await Refused(() => As(desk.Market, First).Send(new MakePayoutFile(PayoutChannel.BiFast, id, ByProvider: true)))).ShouldBe("payout.bank_unknown");
        await As(desk.Market, First).Send(new MakePayoutFile(PayoutChannel.BiFast, id));
        await desk.Work();
        desk.Server.Books.Transfers.ShouldBe(0);
        await Set(desk.Market, SettingCatalogue.PayoutBiFastMost, 50_000);
        var large = await Ask(desk.Market, 51_000);
        await As(desk.Market, First).Send(new PreparePayout(large));
        await As(desk.Market, Second).Send(new ApprovePayout(large, "Bank ini tidak bisa ditanya, buku tabungan sudah dilihat"));
        (await Refused(() => As(desk.Market, First).Send(new MakePayoutFile(PayoutChannel.Rtgs, ByProvider: true)))).ShouldBe("payout.provider_channel");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_batch_of_the_providers_is_never_brought_to_the_bank_as_well(Engine engine)
    {
        await using var desk = await PayoutProvider.Open(engine);
        await desk.AskAndApprove();
        var batch = await As(desk.Market, Second).Send(new MakePayoutFile(PayoutChannel.BiFast, ByProvider: true));
        (await Refused(() => As(desk.Market, First).Send(new FetchPayoutFile(batch)))).ShouldBe("payout.not_a_file");
        (await As(desk.Market, First).Send(new ShowPayoutFile(batch, 1))).File.IsForProvider.ShouldBeTrue();
        await using var without = await Ready(engine);
        var id = await PayoutSteps.AskAndApprove(without);
        (await Refused(() => As(without, First).Send(new MakePayoutFile(PayoutChannel.BiFast, id, ByProvider: true)))).ShouldBe("payout.no_provider");
    }
}
