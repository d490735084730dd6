using Komeji.Application.Legal;
using Komeji.Application.Legal.Office;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Web.Areas.Office.Reports;
using Komeji.Web.Areas.Shared;
using Komeji.Web.TagHelpers;

namespace Komeji.Web.Areas.Office.Papers;

/// <summary>What the office's lists look like when they are taken away.</summary>
static class PaperTables
{
    static readonly IReadOnlyList<string> AccessHeads = ["waktu_wib", "nama", "peran", "melihat", "dokumen", "toko", "alasan"];
    static readonly IReadOnlyList<string> DecisionHeads = ["waktu_wib", "nama", "peran", "langkah", "dari", "menjadi", "dokumen", "toko", "catatan"];
    static readonly IReadOnlyList<string> QueueHeads = ["dokumen", "keberatan", "toko", "tempat", "status", "petugas", "diajukan_wib", "dijawab_paling_lambat_wib"];

    public static ReportTable Of(AccessPage page) => Table("audit-melihat", "Siapa melihat", AccessHeads, page.Rows.Rows.Select(r => Cells(
        At(r.At), page.Names.GetValueOrDefault(r.Who.Value, ""), r.Role, r.What, DocumentNames.Of(r.Kind), r.Store, r.Why)));

    public static ReportTable Of(DecisionPage page) => Table("audit-keputusan", "Siapa memutuskan", DecisionHeads, page.Rows.Rows.Select(r => Cells(
        At(r.At), r.Who is { } who ? page.Names.GetValueOrDefault(who, "") : "", r.Role, DocumentSteps.Say(r.Code), State(r.From), State(r.To), DocumentNames.Of(r.Kind), r.Store, r.Note)));

    public static ReportTable Of(QueuePage page) => Table("antrean-dokumen", "Antrean dokumen", QueueHeads, page.Papers.Rows.Select(r => Cells(
        DocumentNames.Of(r.Kind), r.IsAppeal ? "ya" : "", r.Store, r.Place, StatusTagHelper.Words(r.State), r.Officer is { } officer ? page.Names.GetValueOrDefault(officer.Value, "") : "", At(r.SubmittedAt), At(r.AnswerBy))));

    /// <summary>In words; empty where a paper begins.</summary>
    public static string State(string name) => Enum.TryParse<DocumentState>(name, out var state) ? StatusTagHelper.Words(state) : "";

    static ReportTable Table(string slug, string title, IReadOnlyList<string> heads, IEnumerable<IReadOnlyList<ReportCell>> rows) => new(slug, title, "", heads, [.. rows]);

    static IReadOnlyList<ReportCell> Cells(params IEnumerable<string> texts) => [.. texts.Select(text => new ReportCell(text))];

    static string At(DateTimeOffset? at) => at?.ToOffset(Wib.Offset).ToString("yyyy-MM-dd HH:mm", System.Globalization.CultureInfo.InvariantCulture) ?? "";
}
