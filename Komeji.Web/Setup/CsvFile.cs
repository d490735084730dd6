using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Komeji.Web.Setup;

/// <summary>
/// A table to download. UTF-8 with its mark, so that spreadsheets read the letters; a cell a spreadsheet would run as a formula
/// gets an apostrophe before it; a negative whole number is none.
/// </summary>
public static class CsvFile
{
    const string Kind = "text/csv; charset=utf-8";

    public static FileContentResult Of(string name, IEnumerable<IEnumerable<string>> rows) =>
        new([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(string.Concat(rows.Select(Line)))], Kind) { FileDownloadName = name };

    /// <summary>However many rows there are: each is sent when it is read, and none is kept.</summary>
    public static IActionResult Of(string name, IEnumerable<string> heads, IAsyncEnumerable<IEnumerable<string>> rows) => new Streamed(name, heads, rows);

    static string Line(IEnumerable<string> row) => string.Join(',', row.Select(Cell)) + "\r\n";

    static string Cell(string value)
    {
        var safe = value.Length > 0 && "=+-@\t\r".Contains(value[0], StringComparison.Ordinal) && !IsNegative(value) ? "'" + value : value;
        return safe.AsSpan().IndexOfAny("\",\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    static bool IsNegative(string value) => value.Length > 1 && value[0] == '-' && value.AsSpan(1).IndexOfAnyExceptInRange('0', '9') < 0;

    sealed class Streamed(string name, IEnumerable<string> heads, IAsyncEnumerable<IEnumerable<string>> rows) : IActionResult
    {
        public async Task ExecuteResultAsync(ActionContext context)
        {
            var response = context.HttpContext.Response;
            var left = context.HttpContext.RequestAborted;
            response.ContentType = Kind;
            var disposition = new ContentDispositionHeaderValue(DispositionTypeNames.Attachment);
            disposition.SetHttpFileName(name);
            response.Headers.ContentDisposition = disposition.ToString();
            await using var text = new StreamWriter(response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
            await text.WriteAsync(Line(heads));
            await foreach (var row in rows.WithCancellation(left))
            {
                await text.WriteAsync(Line(row).AsMemory(), left);
            }
        }
    }
}
