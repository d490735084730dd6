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
    public async Task<IActionResult> Index(string? q, string? wilayah, string? bentuk, string? kelas, int hal = 1)
    {
        var filter = Filter(q, wilayah, bentuk, kelas);
        return View(new RegisterView(await Send(new ListRegister(filter, hal)), filter));
    }

    [HttpGet("csv"), Download]
    public async Task<IActionResult> Export(string? q, string? wilayah, string? bentuk, string? kelas) =>
        CsvFile.Of("register-umkm.csv", (await Send(new ExportRegister(Filter(q, wilayah, bentuk, kelas)))).Select(Cells).Prepend(Heads));

    [HttpGet("xlsx"), Download]
    public async Task<IActionResult> Workbook(string? q, string? wilayah, string? bentuk, string? kelas) =>
        XlsxFile.Of("register-umkm.xlsx", new SheetPage("Register UMKM", Heads, (await Send(new ExportRegister(Filter(q, wilayah, bentuk, kelas)))).Select(Cells)));

    static IReadOnlyList<string> Cells(RegisterRow r) =>
    [
        r.Store, r.Nib, r.Regency, r.Form is { } form ? DocumentNames.Of(form) : "", Size(r), r.Office, r.DecidedAt?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
        r.ExpiresOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", r.Code,
    ];

    internal static string Size(RegisterRow row) => row.Capital is { } capital ? DocumentNames.Of(SizeClasses.ByCapital(capital)) : "";

    static RegisterFilter Filter(string? words, string? region, string? form, string? size) =>
        new(Code(region), RegisterWords.Form(form), RegisterWords.Size(size), size == RegisterWords.Untold, words is { Length: <= 100 } ? words.Trim() : null);

    internal static string? Code(string? typed) => typed is { Length: > 0 and <= 8 } && typed.All(c => char.IsAsciiDigit(c) || c == '.') ? typed : null;
}

public sealed record RegisterView(RegisterPage Page, RegisterFilter Filter)
{
    public string? Region => Filter.Region;

    /// <summary>The same businesses in another place.</summary>
    public string Query(string? region)
    {
        IReadOnlyList<(string Name, string Value)> parts = [("q", Filter.Words ?? ""), .. Narrowed(region)];
        return string.Join('&', parts.Where(part => part.Value.Length > 0).Select(part => $"{part.Name}={Uri.EscapeDataString(part.Value)}"));
    }

    /// <summary>What holds on when another shop is looked for.</summary>
    public IEnumerable<(string Name, string Value)> Kept => Narrowed(Region).Where(part => part.Value.Length > 0);

    IEnumerable<(string Name, string Value)> Narrowed(string? region) =>
    [
        ("wilayah", region ?? ""),
        ("bentuk", Filter.Form is { } form ? form.Word() : ""),
        ("kelas", Filter.Untold ? RegisterWords.Untold : Filter.Size is { } size ? RegisterWords.Of(size) : ""),
    ];

    /// <summary>In words, which ones; empty when all.</summary>
    public string Says => string.Join(", ", new[]
    {
        Filter.Words is { Length: > 0 } words ? $"“{words}”" : "",
        Filter.Form is { } form ? DocumentNames.Of(form) : "",
        Filter.Untold ? "bentuk dan kelas belum diisi" : Filter.Size is { } size ? DocumentNames.Of(size) : "",
    }.Where(part => part.Length > 0));
}
