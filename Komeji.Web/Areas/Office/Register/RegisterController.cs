using System.Globalization;
using Komeji.Application.Legal;
using Komeji.Application.Legal.Office;
using Komeji.Application.Sheets;
using Komeji.Domain.Legal;
using Komeji.Web.Areas.Office.Reports;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Office.Register;

/// <summary>Verified businesses, to look at and to take away.</summary>
[Area("Office"), Route("/dinas/register")]
public sealed class RegisterController : KomejiController
{
    static readonly IReadOnlyList<string> Heads = ["toko", "nib", "kabupaten_kota", "bentuk_usaha", "kelas_usaha", "diperiksa_oleh", "diperiksa_pada", "berlaku_sampai", "kode_cek"];

    [HttpGet("")]
    public async Task<IActionResult> Index(string? wilayah, string? bentuk, string? kelas, int hal = 1)
    {
        var filter = Filter(wilayah, bentuk, kelas);
        return View(new RegisterView(await Send(new ListRegister(filter, hal)), filter));
    }

    [HttpGet("csv")]
    public async Task<IActionResult> Export(string? wilayah, string? bentuk, string? kelas) =>
        CsvFile.Of("register-umkm.csv", (await Send(new ExportRegister(Filter(wilayah, bentuk, kelas)))).Select(Cells).Prepend(Heads));

    [HttpGet("xlsx")]
    public async Task<IActionResult> Workbook(string? wilayah, string? bentuk, string? kelas) =>
        XlsxFile.Of("register-umkm.xlsx", new SheetPage("Register UMKM", Heads, (await Send(new ExportRegister(Filter(wilayah, bentuk, kelas)))).Select(Cells)));

    static IReadOnlyList<string> Cells(RegisterRow r) =>
    [
        r.Store, r.Nib, r.Regency, r.Form is { } form ? DocumentNames.Of(form) : "", Size(r), r.Office, r.DecidedAt?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        r.ExpiresOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", r.Code,
    ];

    internal static string Size(RegisterRow row) => row.Capital is { } capital ? DocumentNames.Of(SizeClasses.ByCapital(capital)) : "";

    static RegisterFilter Filter(string? region, string? form, string? size) => new(Code(region), RegisterWords.Form(form), RegisterWords.Size(size), size == RegisterWords.Untold);

    internal static string? Code(string? typed) => typed is { Length: > 0 and <= 8 } && typed.All(c => char.IsAsciiDigit(c) || c == '.') ? typed : null;
}

public sealed record RegisterView(RegisterPage Page, RegisterFilter Filter)
{
    public string? Region => Filter.Region;

    /// <summary>The same businesses in another place.</summary>
    public string Query(string? region) => string.Join('&', new[]
    {
        region is null ? "" : $"wilayah={region}",
        Filter.Form is { } form ? $"bentuk={form.Word()}" : "",
        Filter.Untold ? $"kelas={RegisterWords.Untold}" : Filter.Size is { } size ? $"kelas={RegisterWords.Of(size)}" : "",
    }.Where(part => part.Length > 0));

    /// <summary>In words, which ones; empty when all.</summary>
    public string Says => string.Join(", ", new[]
    {
        Filter.Form is { } form ? DocumentNames.Of(form) : "",
        Filter.Untold ? "bentuk dan kelas belum diisi" : Filter.Size is { } size ? DocumentNames.Of(size) : "",
    }.Where(part => part.Length > 0));
}
