using System.Globalization;
using Komeji.Application.Complaints;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Komeji.Web.Setup;
using Komeji.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shared;

/// <summary>Complaints as a table to take away.</summary>
public static class ComplaintFile
{
    static readonly string[] Heads =
        ["Komplain", "Pesanan", "Toko", "Masalah", "Status", "Tertahan", "Cerita", "Permintaan", "Solusi", "Asal solusi", "Dana kembali (Rp)", "Penanggung jawab", "Alasan solusi", "Banding", "Diajukan (WIB)", "Dijawab penjual (WIB)", "Disepakati atau diputuskan (WIB)", "Batas waktu (WIB)", "Berakhir (WIB)"];

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
            c.Story, ComplaintWords.Solution(c.WishSolution),
            outcome is null ? "" : ComplaintWords.Solution(outcome.Solution), outcome is null ? "" : ComplaintWords.Kind(outcome.Kind, outcome.Side),
            outcome?.Back.Amount.ToString(CultureInfo.InvariantCulture) ?? "", outcome is null ? "" : ComplaintWords.Bearers(outcome.Liability.Parts),
            outcome is null or { Kind: ComplaintOfferKind.Wish } ? "" : outcome.Reason, c.State == ComplaintState.Appealed || outcome?.Kind == ComplaintOfferKind.Final ? "ya" : "",
            Moment(c.SubmittedAt), Moment(c.AnsweredAt), Moment(outcome is { Kind: ComplaintOfferKind.Wish } ? null : outcome?.At), Moment(c.DueAt), Moment(c.EndedAt),
        ];
    }

    static string Moment(DateTimeOffset? at) => at is { } moment ? moment.ToOffset(Wib.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "";
}
