using System.Globalization;
using Komeji.Application.Legal.Office.Reports;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Web.Areas.Office.Register;

namespace Komeji.Web.Areas.Office.Reports;

/// <summary>What of the report is asked for: a span of days and a place.</summary>
public sealed class ReportForm
{
    public DateOnly? Dari { get; set; }

    public DateOnly? Sampai { get; set; }

    /// <summary>Code of a province, regency or district.</summary>
    public string? Wilayah { get; set; }

    /// <summary>Word of a kind of paper.</summary>
    public string? Jenis { get; set; }

    public string? Langkah { get; set; }

    /// <summary><c>ya</c>: only answers that came too late.</summary>
    public string? Lewat { get; set; }

    public int Hari { get; set; } = 90;

    /// <summary>A table of the report to take away.</summary>
    public string? Tabel { get; set; }

    /// <summary><c>csv</c> or <c>xlsx</c>: to take away.</summary>
    public string? Berkas { get; set; }

    public int Hal { get; set; } = 1;

    public ReportPeriod Period { get; private set; } = null!;

    public string? Region => RegisterController.Code(Wilayah);

    public DocumentKind? Kind => DocumentKinds.Find(Jenis ?? "");

    public FunnelStep Step => ReportTables.StepOf(Langkah) ?? FunnelStep.Opened;

    public bool Late => Lewat == "ya";

    public bool TakesAway => Berkas is "csv" or "xlsx";

    /// <summary>The place at the beginning of another query.</summary>
    public string Place => Region is { } code ? $"wilayah={code}&" : "";

    public ReportForm On(DateOnly today)
    {
        Period = ReportPeriod.Of(Dari, Sampai, today);
        return this;
    }

    /// <summary>Span and place, to be kept from page to page.</summary>
    public string Query(string? region = null) =>
        string.Create(CultureInfo.InvariantCulture, $"dari={Period.From:yyyy-MM-dd}&sampai={Period.To:yyyy-MM-dd}{((region ?? Region) is { } code ? "&wilayah=" + code : "")}");
}

public sealed record ReportNumbers(IReadOnlyList<VerifiedCount> Verified, Funnel Funnel, IReadOnlyList<WaitCount> Waits, IReadOnlyList<ExpiringCount> Expiring);

public sealed record ReportView(ReportForm Form, IReadOnlyList<ReportTable> Tables, string Place);

/// <param name="Address">Of this list, without its page.</param>
public sealed record ReportListView(ReportTable Table, Application.Common.IPageOf Page, string Address);
