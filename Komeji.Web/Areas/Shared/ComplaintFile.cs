using System.Globalization;
using Komeji.Application.Complaints;
using Komeji.Domain.Common;
using Komeji.Web.Setup;
using Komeji.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shared;

/// <summary>Complaints as a table to take away.</summary>
public static class ComplaintFile
{
    static readonly string[] Heads =
        ["Komplain", "Pesanan", "Toko", "Masalah", "Status", "Tertahan", "Solusi", "Penanggung jawab", "Alasan", "Diajukan (WIB)", "Dijawab (WIB)", "Batas waktu (WIB)", "Berakhir (WIB)"];

    /// <param name="sheet">XLSX; else CSV.</param>
    public static IActionResult Of(IAsyncEnumerable<TakenComplaint> complaints, bool sheet) => sheet
        ? XlsxFile.Of("komplain.xlsx", "Komplain", Heads, complaints.Select(c => (IReadOnlyList<object>)Row(c)))
        : CsvFile.Of("komplain.csv", Heads, complaints.Select(c => (IEnumerable<string>)Row(c)));

    static string[] Row(TakenComplaint taken)
    {
        var (c, outcome) = taken;
        return
        [
            c.Number, c.OrderNumber, c.StoreName, ComplaintWords.Type(c.Type), StatusTagHelper.Words(c.State), c.HeldUp.Length > 0 ? "ya" : "",
            outcome is null ? "" : ComplaintWords.Solution(outcome.Solution), outcome is null ? "" : ComplaintWords.Bearers(outcome.Liability.Parts), outcome?.Reason ?? "",
            Moment(c.SubmittedAt), Moment(c.AnsweredAt), Moment(c.DueAt), Moment(c.EndedAt),
        ];
    }

    static string Moment(DateTimeOffset? at) => at is { } moment ? moment.ToOffset(Wib.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "";
}
