using System.Globalization;
using Komeji.Application.Warranties;
using Komeji.Domain.Common;
using Komeji.Web.Setup;
using Komeji.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shared;

/// <summary>Claims as a table to take away.</summary>
public static class ClaimFile
{
    static readonly string[] Heads =
        ["Klaim", "Pesanan", "Toko", "Barang", "Jumlah", "Status", "Sebab ditinjau", "Harapan pembeli", "Penyelesaian", "Hari di penanggung", "Diajukan (WIB)", "Batas waktu (WIB)", "Berakhir (WIB)"];

    /// <param name="sheet">XLSX; else CSV.</param>
    public static IActionResult Of(IAsyncEnumerable<ClaimRow> claims, bool sheet) => sheet
        ? XlsxFile.Of("klaim-garansi.xlsx", "Klaim garansi", Heads, claims.Select(Row))
        : CsvFile.Of("klaim-garansi.csv", Heads, claims.Select(c => Row(c).Select(cell => cell is long number ? number.ToString(CultureInfo.InvariantCulture) : (string)cell)));

    static IReadOnlyList<object> Row(ClaimRow claim) =>
    [
        claim.Number, claim.OrderNumber, claim.StoreName, claim.VariantName.Length > 0 ? $"{claim.ProductName}, {claim.VariantName}" : claim.ProductName, (long)claim.Pieces,
        StatusTagHelper.Words(claim.State), claim.Cause is { } cause ? ClaimWords.Cause(cause) : "", ClaimWords.Solution(claim.Wish),
        claim.Solution is { } solution ? ClaimWords.Solution(solution) : "", (long)claim.AwayDays, Moment(claim.SubmittedAt), Moment(claim.DueAt), Moment(claim.EndedAt),
    ];

    static string Moment(DateTimeOffset? at) => at is { } moment ? moment.ToOffset(Wib.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) : "";
}
