using System.Globalization;
using Komeji.Application.Legal;
using Komeji.Application.Legal.Office;
using Komeji.Domain.Legal;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Office.Register;

/// <summary>Verified businesses, to look at and to take away.</summary>
[Area("Office"), Route("/dinas/register")]
public sealed class RegisterController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index(string? wilayah, int hal = 1) => View(new RegisterView(await Send(new ListRegister(Code(wilayah), hal)), Code(wilayah)));

    [HttpGet("csv")]
    public async Task<IActionResult> Export(string? wilayah) => CsvFile.Of("register-umkm.csv",
    [
        ["toko", "nib", "kabupaten_kota", "bentuk_usaha", "kelas_usaha", "diperiksa_oleh", "diperiksa_pada", "berlaku_sampai", "kode_cek"],
        .. (await Send(new ExportRegister(Code(wilayah)))).Select(r => new[]
        {
            r.Store, r.Nib, r.Regency, r.Form is { } form ? DocumentNames.Of(form) : "", Size(r), r.Office, r.DecidedAt?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "",
            r.ExpiresOn?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", r.Code,
        }),
    ]);

    internal static string Size(RegisterRow row) => row.Capital is { } capital ? DocumentNames.Of(SizeClasses.ByCapital(capital)) : "";

    static string? Code(string? typed) => typed is { Length: > 0 and <= 8 } && typed.All(c => char.IsAsciiDigit(c) || c == '.') ? typed : null;
}

public sealed record RegisterView(RegisterPage Page, string? Region);
