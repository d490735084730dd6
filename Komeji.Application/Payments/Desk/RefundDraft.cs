using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;

namespace Komeji.Application.Payments.Desk;

/// <summary>A refund as it would be decided now. The preview shows it and the decision books it, so both are the same.</summary>
/// <param name="Left">What the buyer had not got back before it, by the order and by banks: each decision lowers it.</param>
sealed record RefundDraft(Order Order, EscrowShare Share, Refund Refund, RefundDecision Decision, IReadOnlyList<Journal> Journals, string Left)
{
    /// <summary>The order ends with it, and what is still held is the shop's: that is released with the refund.</summary>
    public bool Releases => Order.State == OrderState.Refunded && Order.Kept.IsPositive;

    /// <summary>What there was and what it moves, in one line: what was shown and what is booked must have the same, so one preview is decided once.</summary>
    public string Effect(DateTimeOffset now) => string.Join(' ', Effects(now).Select(e => $"{e.Rule}:{e.Account}:{e.Amount.Amount}").Prepend(Left));

    /// <exception cref="RuleBroken"><c>refund.changed</c></exception>
    public void RequireSeen(string seen, DateTimeOffset now)
    {
        if (Effect(now) != seen)
        {
            throw new RuleBroken("refund.changed", "Ada yang berubah pada pesanan ini sejak pratinjau dibuat. Periksa pratinjau yang baru, lalu putuskan lagi.");
        }
    }

    public IReadOnlyList<RefundEffect> Effects(DateTimeOffset now)
    {
        IReadOnlyList<Journal> all = Releases ? [.. Journals, PostingRules.Released(Order, now, now)] : Journals;
        return [.. all.SelectMany(j => j.Entries.Select(e => new RefundEffect(j.Rule, e.Account, Chart.Find(e.Account).Name, e.Amount)))];
    }
}

/// <summary>One line of the books.</summary>
/// <param name="Amount">Debit positive, credit negative.</param>
public sealed record RefundEffect(string Rule, int Account, string AccountName, Rupiah Amount);
