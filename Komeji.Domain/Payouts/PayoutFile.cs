using Komeji.Domain.Common;

namespace Komeji.Domain.Payouts;

/// <summary>A table of transfers for the bank. What is in it are the attempts that name it; it is the same whenever it is fetched, and each time is written down.</summary>
public sealed class PayoutFile : StatefulAggregate
{
    public const string Subject = "payout-file";

    PayoutFile() { }

    public PayoutFileId Id { get; private set; }
    public string Number { get; private set; } = "";
    public PayoutChannel Channel { get; private set; }
    public int Payouts { get; private set; }
    public Rupiah Total { get; private set; }
    public UserId MadeBy { get; private set; }
    public DateTimeOffset MadeAt { get; private set; }

    /// <summary>Its payouts are on their way to the bank from now on.</summary>
    /// <exception cref="RuleBroken"><c>payout.file_empty</c>, <c>payout.illegal_move</c></exception>
    public static PayoutFile Make(string number, PayoutChannel channel, IReadOnlyList<Payout> payouts, Actor by, DateTimeOffset now)
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
            Payouts = payouts.Count,
            Total = Rupiah.Sum(payouts.Select(p => p.Amount)),
            MadeBy = by.Person(),
            MadeAt = now,
        };
        foreach (var payout in payouts)
        {
            payout.Send(by, file.Id, number, now);
        }

        file.Record(new StateChange(Subject, file.Id.Value, "", "Made", by, now, "made", $"{payouts.Count} pencairan, {file.Total}"));
        return file;
    }

    public void NoteFetched(Actor by, DateTimeOffset now) => Record(new StateChange(Subject, Id.Value, "Made", "Made", by, now, "fetched"));
}

static class Officers
{
    /// <summary>Whoever decides of payouts is a person.</summary>
    public static UserId Person(this Actor by) => new(by.UserId ?? throw new InvalidOperationException("A person decides this."));
}
