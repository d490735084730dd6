using Komeji.Application.Returns;
using Komeji.Application.Returns.Replacements;
using Komeji.Web.TagHelpers;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shared;

/// <summary>Returns, and what is sent again, as tables to take away.</summary>
static class ReturnFile
{
    static readonly string[] Heads = ["Retur", "Sesuai", "Pesanan", "Toko", "Barang", "Status", "Dibuka (WIB)", "Batas waktu (WIB)"];
    static readonly string[] SentHeads = ["Nomor", "Jenis", "Sesuai", "Pesanan", "Toko", "Barang", "Status", "Dilaporkan belum sampai", "Dibuka (WIB)", "Batas waktu (WIB)"];

    /// <param name="sheet">XLSX; else CSV.</param>
    public static IActionResult Of(IAsyncEnumerable<ReturnRow> returns, bool sheet) => TableFile.Of("retur", "Retur", Heads, returns.Select(Row), sheet);

    /// <param name="sheet">XLSX; else CSV.</param>
    public static IActionResult Of(IAsyncEnumerable<ReplacementRow> replacements, bool sheet) => TableFile.Of("dikirim-lagi", "Dikirim lagi", SentHeads, replacements.Select(SentRow), sheet);

    static IReadOnlyList<object> Row(ReturnRow row) =>
        [row.Number, row.CauseNumber, row.Order, row.StoreName, (long)row.Pieces, StatusTagHelper.Words(row.State), TableFile.Moment(row.OpenedAt), TableFile.Moment(row.Deadline)];

    static IReadOnlyList<object> SentRow(ReplacementRow row) =>
    [
        row.Number, ReturnWords.Kind(row.Kind), row.CauseNumber, row.Order, row.StoreName, (long)row.Pieces, StatusTagHelper.Words(row.State), row.NotArrived ? "ya" : "",
        TableFile.Moment(row.OpenedAt), TableFile.Moment(row.Deadline),
    ];
}
