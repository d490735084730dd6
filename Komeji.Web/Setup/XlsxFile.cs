using Komeji.Application.Sheets;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Setup;

/// <summary>A workbook to download.</summary>
public static class XlsxFile
{
    public static FileContentResult Of(string name, params IReadOnlyList<SheetPage> pages) => new(XlsxWriter.Write(pages), XlsxWriter.Kind) { FileDownloadName = name };
}
