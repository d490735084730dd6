using System.Net.Mime;
using Komeji.Application.Sheets;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;

namespace Komeji.Web.Setup;

/// <summary>A workbook to download.</summary>
public static class XlsxFile
{
    /// <summary>However many rows there are: they are written into a file of the machine's own first, since a workbook is packed as it grows.</summary>
    public static IActionResult Of(string name, string sheet, IReadOnlyList<string> heads, IAsyncEnumerable<IReadOnlyList<object>> rows) => new Streamed(name, sheet, heads, rows);

    public static FileContentResult Of(string name, params IReadOnlyList<SheetPage> pages) => new(XlsxWriter.Write(pages), XlsxWriter.Kind) { FileDownloadName = name };

    sealed class Streamed(string name, string sheet, IReadOnlyList<string> heads, IAsyncEnumerable<IReadOnlyList<object>> rows) : IActionResult
    {
        public async Task ExecuteResultAsync(ActionContext context)
        {
            var left = context.HttpContext.RequestAborted;
            var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
            await using var file = new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.CreateNew,
                Access = FileAccess.ReadWrite,
                Share = FileShare.None,
                Options = FileOptions.Asynchronous | FileOptions.DeleteOnClose,
            });
            await XlsxWriter.Write(file, sheet, heads, rows, left);
            file.Position = 0;
            var response = context.HttpContext.Response;
            response.ContentType = XlsxWriter.Kind;
            var disposition = new ContentDispositionHeaderValue(DispositionTypeNames.Attachment);
            disposition.SetHttpFileName(name);
            response.Headers.ContentDisposition = disposition.ToString();
            await file.CopyToAsync(response.Body, left);
        }
    }
}
