using System.Globalization;
using Komeji.Domain.Common;

namespace Komeji.Domain.Reconciliation;

/// <summary>A provider's report of what it settled, as it was imported: by whom, when, and what of it was new.</summary>
public sealed class SettlementReport : Aggregate
{
    SettlementReport() { }

    public SettlementReportId Id { get; private set; }
    public string Gateway { get; private set; } = "";
    public string FileName { get; private set; } = "";
    public UserId By { get; private set; }
    public DateTimeOffset ImportedAt { get; private set; }
    public DateOnly FirstDay { get; private set; }
    public DateOnly LastDay { get; private set; }
    public int Rows { get; private set; }

    /// <summary>Rows no report had brought before.</summary>
    public int Added { get; private set; }

    /// <summary>What the new rows settle.</summary>
    public Rupiah Settled { get; private set; }

    public static SettlementReport Import(string gateway, string fileName, UserId by, IReadOnlyList<SettlementRow> rows, IReadOnlyList<SettlementRow> added, DateTimeOffset now) => new()
    {
        Id = SettlementReportId.New(now),
        Gateway = gateway,
        FileName = PlainText.Cut(PlainText.Name(fileName), 100),
        By = by,
        ImportedAt = now,
        FirstDay = rows.Min(r => r.Day),
        LastDay = rows.Max(r => r.Day),
        Rows = rows.Count,
        Added = added.Count,
        Settled = Rupiah.Sum(added.Select(r => r.Net)),
    };
}

/// <summary>A row of a provider's report, read.</summary>
/// <param name="Row">As the spreadsheet counts.</param>
/// <param name="Order">The key we gave the payment.</param>
/// <param name="Transaction">The provider's id of the money.</param>
/// <param name="Gross">Negative where money went back to the buyer.</param>
/// <param name="Fee">What the provider kept.</param>
public sealed record SettlementRow(int Row, string Order, string Transaction, Rupiah Gross, Rupiah Fee, Rupiah Net, DateOnly Day)
{
    public bool IsRefund => Gross.IsNegative;

    /// <summary>What makes it the same row in another file.</summary>
    public (string Transaction, Rupiah Gross, Rupiah Fee, Rupiah Net) Content => (Transaction, Gross, Fee, Net);
}

/// <summary>What the books say of a reported row.</summary>
/// <param name="Gross">Booked as received; negative as given back. Null: the books do not know it.</param>
/// <param name="Cost">Booked as kept by the provider.</param>
/// <param name="Refund">The refund it is.</param>
public sealed record BookedSide(Rupiah? Gross, Rupiah Cost, RefundId? Refund = null);

/// <summary>How a reported row compares with the books.</summary>
public enum SettlementFinding
{
    AsBooked,

    /// <summary>The cost is a rupiah off, which is booked as rounding (P19).</summary>
    Rounded,

    /// <summary>The books know no such payment or refund.</summary>
    Unknown,
    OtherAmount,
    OtherCost,
}

/// <summary>A row of a provider's report, kept once, with what the books said of it. What differs waits for an officer.</summary>
public sealed class SettlementLine : Reconciled
{
    /// <summary>The kind of thing its steps are about.</summary>
    public const string Kind = "settlement_line";

    /// <summary>What a provider's fractions may make of a cost.</summary>
    static readonly Rupiah MostRounding = new(1);

    SettlementLine() { }

    public SettlementLineId Id { get; private set; }
    public SettlementReportId ReportId { get; private set; }
    public string Gateway { get; private set; } = "";
    public DateOnly Day { get; private set; }
    public string Order { get; private set; } = "";
    public string Transaction { get; private set; } = "";
    public Rupiah Gross { get; private set; }
    public Rupiah Fee { get; private set; }
    public Rupiah Net { get; private set; }
    public SettlementFinding Finding { get; private set; }

    /// <summary>Null where the books did not know it.</summary>
    public Rupiah? BookedGross { get; private set; }
    public Rupiah BookedCost { get; private set; }
    public RefundId? RefundId { get; private set; }

    protected override string Subject => Kind;

    protected override Guid SubjectId => Id.Value;

    public static SettlementLine Of(SettlementReport report, SettlementRow row, BookedSide booked, DateTimeOffset now)
    {
        var line = new SettlementLine
        {
            Id = SettlementLineId.New(now),
            ReportId = report.Id,
            Gateway = report.Gateway,
            Day = row.Day,
            Order = row.Order,
            Transaction = row.Transaction,
            Gross = row.Gross,
            Fee = row.Fee,
            Net = row.Net,
            Finding = Compare(row, booked),
            BookedGross = booked.Gross,
            BookedCost = booked.Cost,
            RefundId = booked.Refund,
        };
        if (line.Finding is SettlementFinding.AsBooked or SettlementFinding.Rounded)
        {
            line.Move(MatchState.Matched, Actor.System, now, "as_booked");
        }

        return line;
    }

    /// <summary>What is booked as rounding (P19): positive when the provider kept more than was booked.</summary>
    public Rupiah Rounding => Finding == SettlementFinding.Rounded ? Fee - BookedCost : Rupiah.Zero;

    /// <summary>Under what a provider's settlement of a day is booked (P3), once.</summary>
    public static string SettlementOf(string gateway, DateOnly day) => $"{gateway}-{day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}";

    static SettlementFinding Compare(SettlementRow row, BookedSide booked)
    {
        var off = row.Fee - booked.Cost;
        return booked.Gross is not { } gross ? SettlementFinding.Unknown
            : gross != row.Gross ? SettlementFinding.OtherAmount
            : off.IsZero ? SettlementFinding.AsBooked
            : !row.IsRefund && off <= MostRounding && -off <= MostRounding ? SettlementFinding.Rounded
            : SettlementFinding.OtherCost;
    }
}
