using Komeji.Domain.Common;
using Komeji.Domain.Legal;

namespace Komeji.Domain.Payments;

/// <summary>
/// Where a buyer wants a refund transferred to that her channel cannot pay back. The number is sealed and masked; it is forgotten once
/// the money has been transferred.
/// </summary>
public sealed class RefundAccount : Aggregate
{
    RefundAccount() { }

    public RefundId RefundId { get; private set; }
    public UserId BuyerId { get; private set; }
    public string Bank { get; private set; } = "";

    /// <summary>Masked.</summary>
    public string Number { get; private set; } = "";
    public string NumberSealed { get; private set; } = "";
    public string Holder { get; private set; } = "";

    /// <summary>What the buyer was called in her account when she named it.</summary>
    public string ProfileName { get; private set; } = "";

    /// <summary>The holder is called as the buyer is. Where not, officers see it and need a reason to transfer there.</summary>
    public bool NameMatches { get; private set; }
    public DateTimeOffset NamedAt { get; private set; }

    /// <summary>The number can still be read.</summary>
    public bool IsKnown => NumberSealed.Length > 0;

    /// <summary>For the eyes of those who check: enough to recognise, not to use.</summary>
    public string Shown => $"{Bank}, {Holder}, {Number}";

    public static RefundAccount Of(RefundId refund, UserId buyer) => new() { RefundId = refund, BuyerId = buyer };

    /// <summary>She names it, or another, as long as nobody has prepared the transfer.</summary>
    /// <exception cref="RuleBroken"><c>refund.no_account_asked</c>, <c>refund.holder</c></exception>
    public void Name(Refund refund, string bank, KeptNumber number, string holder, string profileName, DateTimeOffset now)
    {
        if (refund.State != RefundState.Failed)
        {
            throw new RuleBroken("refund.no_account_asked", "Pengembalian ini tidak lagi menunggu rekening Anda. Muat ulang halaman untuk melihat keadaannya.");
        }

        var called = PlainText.Name(holder);
        if (called.Length is < 3 or > 100)
        {
            throw new RuleBroken("refund.holder", "Tulis nama pemilik rekening seperti di buku tabungan, 3 sampai 100 huruf.");
        }

        (Bank, Number, NumberSealed, Holder) = (bank, number.Shown, number.Sealed, called);
        (ProfileName, NameMatches, NamedAt) = (profileName, PlainText.SameName(called, profileName), now);
    }

    /// <summary>The money was transferred.</summary>
    public void Forget() => NumberSealed = "";
}
