using Komeji.Domain.Common;

namespace Komeji.Domain.Payouts;

/// <summary>Tries that arrived though they had been taken for failed, and what left the bank besides what the books paid: two tries arrived, or one after the payout was given up.</summary>
public sealed partial class Payout
{
    /// <summary>More tries have arrived than the books paid, and nobody has decided yet.</summary>
    public bool IsPaidTwice => !IsOnTheWay && attempts.Count(a => a.State == PayoutAttemptState.Succeeded) > (State == PayoutState.Succeeded ? 1 : 0);

    /// <summary>A try that arrived besides is owed by the shop.</summary>
    public bool IsOwed => attempts.Exists(a => a.State == PayoutAttemptState.Owed);

    /// <summary>An officer decides that the shop owes what arrived besides: it is taken out of her balance, also below zero.</summary>
    /// <exception cref="RuleBroken"><c>payout.reason</c>, <c>payout.not_extra</c></exception>
    public void OweExtra(Actor by, string reason, DateTimeOffset now)
    {
        var why = PayoutReasons.Require(reason);
        var extra = Extra ?? throw NothingExtra();
        Record(new StateChange(Subject, Id.Value, State.ToString(), State.ToString(), by, now, "extra_owed", why));
        extra.Owe();
        Raise(new ExtraPayoutOwed(Id, StoreId, extra.Id, why));
    }

    /// <summary>The bank's statement shows that what arrived besides came back.</summary>
    /// <exception cref="RuleBroken"><c>payout.reason</c>, <c>payout.not_extra</c></exception>
    public void ReturnExtra(Actor by, string reason, DateTimeOffset now)
    {
        var why = PayoutReasons.Require(reason);
        TakeBack(Extra ?? attempts.FindLast(a => a.State == PayoutAttemptState.Owed) ?? throw NothingExtra(), by, why, now);
    }

    /// <summary>A try that is known to have arrived.</summary>
    PayoutAttempt? Arrived => attempts.Find(a => a.State == PayoutAttemptState.Succeeded);

    /// <summary>The last that was heard of.</summary>
    PayoutAttempt? Extra => IsPaidTwice ? attempts.Where(a => a.State == PayoutAttemptState.Succeeded).MaxBy(a => a.EndedAt) : null;

    /// <summary>A try taken for failed is the one that paid it.</summary>
    void SucceedBy(PayoutAttempt arrived, Actor by, DateTimeOffset now)
    {
        Move(PayoutState.Succeeded, by, now, "succeeded", arrived.Reference);
        EndedAt = now;
    }

    /// <summary>What a try has paid is neither sent again nor given back.</summary>
    void RequireNoneArrived()
    {
        if (State == PayoutState.Failed && Arrived is { } arrived)
        {
            throw new RuleBroken("payout.arrived", $"Pengiriman ke-{arrived.Number} ternyata sampai, referensi {arrived.Reference}. Catat pencairan ini berhasil.");
        }
    }

    void TakeBack(PayoutAttempt back, Actor by, string reason, DateTimeOffset now)
    {
        Record(new StateChange(Subject, Id.Value, State.ToString(), State.ToString(), by, now, "extra_returned", reason));
        if (back.State == PayoutAttemptState.Owed)
        {
            Raise(new ExtraPayoutReturned(Id, back.Id));
        }

        back.ComeBack();
    }

    static RuleBroken NothingExtra() => new("payout.not_extra", "Tidak ada pembayaran lebih pada pencairan ini. Muat ulang halaman.");
}
