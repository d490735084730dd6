using Komeji.Domain.Common;
using Komeji.Domain.Reconciliation;

namespace Komeji.Domain.Payments;

/// <summary>A courier paid a claim, or a part of it: one transfer that came in at the bank, recorded once and never changed.</summary>
public sealed class ClaimPayment
{
    ClaimPayment() { }

    public ClaimPaymentId Id { get; private set; }

    /// <summary>The decided refund the claim comes from.</summary>
    public RefundId RefundId { get; private set; }
    public Rupiah Amount { get; private set; }

    /// <summary>Of that, what came in beyond what was still claimed: it had been written off.</summary>
    public Rupiah Recovered { get; private set; }

    /// <summary>Where it came in: 1020 or 1021.</summary>
    public int Account { get; private set; }

    /// <summary>The bank's; its line is matched by it.</summary>
    public string Reference { get; private set; } = "";
    public DateOnly ReceivedOn { get; private set; }
    public UserId RecordedBy { get; private set; }
    public DateTimeOffset RecordedAt { get; private set; }

    /// <param name="open">What is still claimed.</param>
    /// <param name="writtenOff">What was written off and did not come in since: a courier may pay it after all.</param>
    /// <exception cref="RuleBroken"><c>claim.amount</c>, <c>claim.account</c>, <c>claim.reference</c>, <c>claim.day</c></exception>
    public static ClaimPayment Record(RefundId claim, Rupiah open, ClaimMoney money, UserId by, DateTimeOffset now, Rupiah writtenOff = default)
    {
        var reference = money.Check(open + writtenOff, now);
        return new ClaimPayment
        {
            Id = ClaimPaymentId.New(now),
            RefundId = claim,
            Amount = money.Amount,
            Recovered = Rupiah.Max(Rupiah.Zero, money.Amount - open),
            Account = money.Account,
            Reference = reference,
            ReceivedOn = money.On,
            RecordedBy = by,
            RecordedAt = now,
        };
    }
}

/// <summary>What came in, as the bank shows it.</summary>
public sealed record ClaimMoney(Rupiah Amount, int Account, string Reference, DateOnly On)
{
    const int LongestReference = 40;

    /// <param name="open">What is still owed.</param>
    /// <returns>The reference as it is kept.</returns>
    /// <exception cref="RuleBroken"><c>claim.amount</c>, <c>claim.account</c>, <c>claim.reference</c>, <c>claim.day</c></exception>
    internal string Check(Rupiah open, DateTimeOffset now)
    {
        if (!Amount.IsPositive || Amount > open)
        {
            throw new RuleBroken("claim.amount", $"Yang masih ditagih {open}. Tulis jumlah yang masuk, lebih dari nol dan paling banyak sejumlah itu.");
        }

        if (!BankAccounts.Knows(Account))
        {
            throw new RuleBroken("claim.account", "Pilih rekening tempat uangnya masuk: rekening titipan atau rekening koperasi.");
        }

        var reference = Reference.Trim().ToUpperInvariant();
        if (reference.Length is < 3 or > LongestReference || !reference.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '/' or '.'))
        {
            throw new RuleBroken("claim.reference", "Tulis nomor referensi dari bank, 3 sampai 40 huruf atau angka.");
        }

        if (On > Wib.DayOf(now))
        {
            throw new RuleBroken("claim.day", "Tanggal masuk paling lambat hari ini.");
        }

        return reference;
    }
}
