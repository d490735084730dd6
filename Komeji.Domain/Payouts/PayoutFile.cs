using Komeji.Domain.Common;

namespace Komeji.Domain.Payouts;

/// <summary>
/// Transfers that leave together: a table for the bank, or a batch that a provider is asked to send. What is in it are the attempts that
/// name it; a table is the same whenever it is fetched, and each time is written down.
/// </summary>
public sealed class PayoutFile : StatefulAggregate
{
    public const string Subject = "payout-file";

    PayoutFile() { }

    public PayoutFileId Id { get; private set; }
    public string Number { get; private set; } = "";
    public PayoutChannel Channel { get; private set; }

    /// <summary>Who sends it; empty: a table that an officer brings to the bank.</summary>
    public string Provider { get; private set; } = "";
    public int Payouts { get; private set; }
    public Rupiah Total { get; private set; }
    public UserId MadeBy { get; private set; }
    public DateTimeOffset MadeAt { get; private set; }

    public bool IsForProvider => Provider.Length > 0;

    /// <summary>Its payouts are on their way to the bank from now on.</summary>
    /// <param name="provider">Empty: a table for the bank.</param>
    /// <exception cref="RuleBroken"><c>payout.file_empty</c>, <c>payout.illegal_move</c></exception>
    public static PayoutFile Make(string number, PayoutChannel channel, IReadOnlyList<Payout> payouts, Actor by, DateTimeOffset now, string provider = "")
    {
        if (payouts.Count == 0)
        {
            throw new RuleBroken("payout.file_empty", "Belum ada pencairan yang disetujui dan bisa dikirim lewat saluran ini.");
        }

        var file = new PayoutFile
        {
            Id = PayoutFileId.New(now),
            Number = number,
            Channel = channel,
            Provider = provider,
            Payouts = payouts.Count,
            Total = Rupiah.Sum(payouts.Select(p => p.Amount)),
            MadeBy = by.Person(),
            MadeAt = now,
        };
        foreach (var payout in payouts)
        {
            payout.Send(by, file.Id, number, provider, now);
        }

        file.Record(new StateChange(Subject, file.Id.Value, "", "Made", by, now, "made", $"{payouts.Count} pencairan, {file.Total}"));
        return file;
    }

    /// <exception cref="RuleBroken"><c>payout.not_a_file</c>: what a provider sends must not be brought to the bank as well.</exception>
    public void NoteFetched(Actor by, DateTimeOffset now)
    {
        if (IsForProvider)
        {
            throw new RuleBroken("payout.not_a_file", "Kiriman ini dikirim penyedia pencairan. Tidak ada berkas yang perlu diunggah ke bank.");
        }

        Record(new StateChange(Subject, Id.Value, "Made", "Made", by, now, "fetched"));
    }
}

static class Officers
{
    /// <summary>Whoever decides of payouts is a person.</summary>
    public static UserId Person(this Actor by) => new(by.UserId ?? throw new InvalidOperationException("A person decides this."));
}
