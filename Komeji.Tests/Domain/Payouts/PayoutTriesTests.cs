using Komeji.Domain.Common;
using Komeji.Domain.Payouts;

namespace Komeji.Tests.Domain.Payouts;

/// <summary>Two tries of one payout, and what the provider says of them in whatever order.</summary>
public sealed class PayoutTriesTests
{
    static readonly DateTimeOffset Now = new(2026, 10, 5, 2, 0, 0, TimeSpan.Zero);
    static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    static readonly TimeSpan KeyLives = TimeSpan.FromHours(20);
    static readonly Rupiah Price = new(2_500);
    static readonly Actor First = Actor.Staff(new Guid("00000000-0000-0000-0000-000000000002"), "keuangan");
    static readonly Actor Second = Actor.Staff(new Guid("00000000-0000-0000-0000-000000000003"), "keuangan");

    [Fact]
    public void The_last_try_fails_and_an_earlier_one_arrived_so_that_one_paid_it()
    {
        var payout = SentAgain();
        payout.TakeToProvider(payout.Attempts[1].Id, Lease, KeyLives, Now);
        payout.HearPaid(payout.Attempts[0].Id, "BIF-0001", Price, null, Now);
        payout.State.ShouldBe(PayoutState.NeedsCheck);
        payout.HearRefused(payout.Attempts[1].Id, "Bank penerima sedang terganggu.", Now);
        payout.State.ShouldBe(PayoutState.Succeeded);
        payout.Attempts.Select(a => (a.State, a.Reference, a.Charge)).ShouldBe([(PayoutAttemptState.Succeeded, "BIF-0001", Price), (PayoutAttemptState.Failed, "", Rupiah.Zero)]);
        payout.NewSteps[^1].Note.ShouldBe("BIF-0001");
        Should.Throw<RuleBroken>(() => payout.Cancel(First, "Tidak dicoba lagi", Now)).Code.ShouldBe("payout.illegal_move");
        Should.Throw<RuleBroken>(() => Send(payout, 3)).Code.ShouldBe("payout.illegal_move");
    }

    [Fact]
    public void Both_tries_failed_and_then_the_first_proves_to_have_arrived()
    {
        var payout = SentAgain();
        payout.TakeToProvider(payout.Attempts[1].Id, Lease, KeyLives, Now);
        payout.HearRefused(payout.Attempts[1].Id, "Bank penerima sedang terganggu.", Now);
        payout.State.ShouldBe(PayoutState.Failed);
        payout.HearPaid(payout.Attempts[0].Id, "BIF-0001", Price, null, Now);
        (payout.State, payout.EndedAt).ShouldBe((PayoutState.Succeeded, Now));
    }

    /// <summary>The last try went by file, so an officer says that the bank did not pay it.</summary>
    [Fact]
    public void An_officer_records_the_failure_of_the_last_try_and_the_earlier_one_paid_it()
    {
        var payout = Given();
        payout.TakeToProvider(payout.Attempts[0].Id, Lease, KeyLives, Now);
        payout.HearRefused(payout.Attempts[0].Id, "Bank penerima sedang terganggu.", Now);
        PayoutFile.Make("BERKAS-2", PayoutChannel.BiFast, [payout], Second, Now);
        payout.HearPaid(payout.Attempts[0].Id, "BIF-0001", Price, null, Now);
        Should.Throw<RuleBroken>(() => payout.Succeed(First, 2, "BIF-0001", Rupiah.Zero, Now)).Code.ShouldBe("payout.reference", "it is the first try's");
        payout.Fail(First, 2, "Tidak ada di mutasi", Rupiah.Zero, Now);
        (payout.State, payout.Attempts[1].State).ShouldBe((PayoutState.Succeeded, PayoutAttemptState.Failed));
    }

    [Fact]
    public void A_try_that_nobody_told_of_is_stopped_when_the_one_before_proves_to_have_arrived()
    {
        var payout = SentAgain();
        payout.HearPaid(payout.Attempts[0].Id, "BIF-0001", Price, null, Now);
        payout.State.ShouldBe(PayoutState.Succeeded);
        payout.Attempts[1].State.ShouldBe(PayoutAttemptState.Failed, "its state is the token that a worker would have to win");
        payout.TakeToProvider(payout.Attempts[1].Id, Lease, KeyLives, Now).ShouldBeNull();
    }

    /// <summary>It was called once and the provider does not know it: the call may still be on its way.</summary>
    [Fact]
    public void A_try_that_was_called_once_is_not_sent_again_when_the_one_before_proves_to_have_arrived()
    {
        var payout = SentAgain();
        var second = payout.Attempts[1];
        payout.TakeToProvider(second.Id, Lease, KeyLives, Now);
        payout.HearAbsent(second.Id, Now.AddMinutes(5), Now);
        second.State.ShouldBe(PayoutAttemptState.Waiting);
        payout.HearPaid(payout.Attempts[0].Id, "BIF-0001", Price, null, Now);
        (payout.State, second.State, second.DueAt).ShouldBe((PayoutState.NeedsCheck, PayoutAttemptState.Sent, (DateTimeOffset?)Now));
        payout.HearAbsent(second.Id, Now.AddMinutes(5), Now);
        second.State.ShouldBe(PayoutAttemptState.Sent, "it is asked about, and not sent");
        payout.TakeToProvider(second.Id, Lease, KeyLives, Now).ShouldBeNull();
    }

    [Fact]
    public void What_the_provider_calls_under_way_for_ever_people_put_in_doubt_and_then_decide()
    {
        var payout = Given();
        payout.TakeToProvider(payout.Attempts[0].Id, Lease, KeyLives, Now);
        var tooOld = Now + KeyLives;
        payout.HearUnderWay(payout.Attempts[0].Id, tooOld);
        payout.IsDoubtful(tooOld.AddSeconds(-1)).ShouldBeFalse();
        Should.Throw<RuleBroken>(() => payout.Doubt(First, 1, "Antre terus di penyedia", tooOld.AddSeconds(-1))).Code.ShouldBe("payout.with_provider");
        payout.IsDoubtful(tooOld).ShouldBeTrue();
        Should.Throw<RuleBroken>(() => payout.Fail(First, 1, "Antre terus di penyedia", Rupiah.Zero, tooOld)).Code.ShouldBe("payout.with_provider", "it is put in doubt first");
        payout.Doubt(First, 1, "Antre terus di penyedia", tooOld);
        payout.Fail(First, 1, "Tidak ada di mutasi", Rupiah.Zero, tooOld);
        payout.State.ShouldBe(PayoutState.Failed);
    }

    /// <summary>It waited to be sent again until its key was too old: before a person says that it failed, the provider is asked.</summary>
    [Fact]
    public void What_was_called_once_is_asked_about_before_people_decide()
    {
        var payout = Given();
        var tried = payout.Attempts[0];
        payout.TakeToProvider(tried.Id, Lease, KeyLives, Now);
        payout.LoseSight(tried.Id, Now, Now);
        payout.HearAbsent(tried.Id, Now, Now);
        var tooOld = Now + KeyLives;
        payout.TakeToProvider(tried.Id, Lease, KeyLives, tooOld).ShouldBeNull();
        (tried.State, payout.IsPeoplesTurn(tooOld)).ShouldBe((PayoutAttemptState.Waiting, false));
        Should.Throw<RuleBroken>(() => payout.Fail(First, 1, "Tidak pernah sampai", Rupiah.Zero, tooOld)).Code.ShouldBe("payout.with_provider");
        payout.HearAbsent(tried.Id, tooOld.AddMinutes(5), tooOld);
        (tried.State, tried.DueAt, payout.IsPeoplesTurn(tooOld)).ShouldBe((PayoutAttemptState.Sent, (DateTimeOffset?)tooOld.AddMinutes(5), true));
    }

    [Fact]
    public void What_arrives_after_it_was_given_up_an_officer_decides_about()
    {
        var payout = Given();
        var tried = payout.Attempts[0];
        payout.TakeToProvider(tried.Id, Lease, KeyLives, Now);
        payout.HearRefused(tried.Id, "Bank penerima sedang terganggu.", Now);
        tried.DueAt.ShouldBe(Now.AddDays(1), "a failed try is asked about, too");
        payout.Cancel(First, "Tidak dicoba lagi", Now);
        Should.Throw<RuleBroken>(() => payout.OweExtra(First, "Sudah ditransfer bank", Now)).Code.ShouldBe("payout.not_extra");
        payout.HearPaid(tried.Id, "BIF-0001", Price, null, Now);
        payout.IsPaidTwice.ShouldBeTrue();
        Should.Throw<RuleBroken>(() => payout.OweExtra(First, "ya", Now)).Code.ShouldBe("payout.reason");
        payout.OweExtra(First, "Sudah ditransfer bank", Now);
        (payout.State, payout.IsPaidTwice, tried.State).ShouldBe((PayoutState.Cancelled, false, PayoutAttemptState.Owed));
        Should.Throw<RuleBroken>(() => payout.OweExtra(First, "Sudah ditransfer bank", Now)).Code.ShouldBe("payout.not_extra", "once");
        payout.HearReturned(tried.Id, "Rekening sudah ditutup atau diblokir.", Now).ShouldBeTrue();
        payout.HearReturned(tried.Id, "Rekening sudah ditutup atau diblokir.", Now).ShouldBeFalse();
        payout.Events.Count(e => e is ExtraPayoutOwed or ExtraPayoutReturned).ShouldBe(2);
    }

    /// <summary>One was booked; whichever of the two comes back, one stays with the shop.</summary>
    [Theory, InlineData(0), InlineData(1)]
    public void Of_two_that_arrived_one_comes_back_and_the_payout_stays_paid(int back)
    {
        var payout = SentAgain();
        payout.TakeToProvider(payout.Attempts[1].Id, Lease, KeyLives, Now);
        payout.HearPaid(payout.Attempts[1].Id, "BIF-0002", Price, null, Now);
        payout.HearPaid(payout.Attempts[0].Id, "BIF-0001", Price, null, Now);
        (payout.State, payout.IsPaidTwice).ShouldBe((PayoutState.Succeeded, true));
        payout.HearReturned(payout.Attempts[back].Id, "Rekening sudah ditutup atau diblokir.", Now).ShouldBeTrue();
        (payout.State, payout.IsPaidTwice, payout.Attempts[back].State).ShouldBe((PayoutState.Succeeded, false, PayoutAttemptState.Returned));
        payout.HearReturned(payout.Attempts[1 - back].Id, "Rekening sudah ditutup atau diblokir.", Now).ShouldBeTrue();
        payout.State.ShouldBe(PayoutState.Returned);
    }

    /// <summary>The provider has it, and nobody has called yet.</summary>
    static Payout Given()
    {
        var payout = Payout.Request("CAIR-1", StoreId.New(Now), new Rupiah(103_000), new PayoutAccount("BCA", "******7890", "segel", "sidik", "Sri Wahyuni"), null, Actor.System, Now);
        payout.Prepare(First, Now);
        payout.Approve(Second, PayoutChannel.BiFast, Now);
        Send(payout, 1);
        return payout;
    }

    /// <summary>The first try failed, by the provider's word; the second waits to be called.</summary>
    static Payout SentAgain()
    {
        var payout = Given();
        payout.TakeToProvider(payout.Attempts[0].Id, Lease, KeyLives, Now);
        payout.HearRefused(payout.Attempts[0].Id, "Rekening sudah ditutup atau diblokir.", Now);
        Send(payout, 2);
        return payout;
    }

    static void Send(Payout payout, int number) => PayoutFile.Make($"KIRIM-{number}", PayoutChannel.BiFast, [payout], Second, Now, "penyedia");
}
