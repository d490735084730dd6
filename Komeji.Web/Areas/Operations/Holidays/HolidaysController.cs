using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Komeji.Application.Regions;
using Komeji.Domain.Regions;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Komeji.Web.Areas.Operations.Holidays;

/// <summary>Days that are no working days.</summary>
[Area("Operations"), Route("operator/pengaturan/hari-libur"), Authorize(Policy = "SeeSettings")]
public sealed class HolidaysController : KomejiController
{
    [HttpGet("")]
    public Task<IActionResult> Index(int? tahun) => Page(tahun, new HolidayForm());

    [HttpGet("csv")]
    public async Task<IActionResult> Export(int? tahun)
    {
        var year = await Send(new ListHolidays(tahun));
        return CsvFile.Of($"hari-libur-{year.Year}.csv",
        [
            ["tanggal", "jenis", "nama", "berlaku", "dasar", "alasan", "diubah_oleh"],
            .. year.Rows.Select(r => new[] { r.Day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), HolidayWords.Of(r.Kind), r.Name, r.InForce ? "ya" : "tidak", r.Source, r.Reason, r.SetBy }),
        ]);
    }

    [HttpPost(""), Authorize(Policy = "Settings")]
    public Task<IActionResult> Change(HolidayForm form) => Attempt(
        async () =>
        {
            await Send(new ChangeHoliday(form.Day!.Value, form.Kind!.Value, form.Name!, form.Source!, form.Reason!));
            Flash("Daftar hari libur disimpan.");
            return RedirectToAction(nameof(Index), new { tahun = form.Day.Value.Year });
        },
        () => Page(form.Day?.Year, form));

    async Task<IActionResult> Page(int? year, HolidayForm form)
    {
        form.Year = await Send(new ListHolidays(year));
        return View("Index", form);
    }
}

public sealed class HolidayForm
{
    [BindNever, ValidateNever]
    public HolidayYear Year { get; set; } = null!;

    [Required(ErrorMessage = "Pilih tanggalnya.")]
    public DateOnly? Day { get; set; }

    [Required(ErrorMessage = "Pilih jenisnya."), EnumDataType(typeof(HolidayKind), ErrorMessage = "Pilih jenisnya.")]
    public HolidayKind? Kind { get; set; }

    [Required(ErrorMessage = "Tulis nama harinya."), StringLength(100, MinimumLength = 3, ErrorMessage = "Nama hari 3 sampai 100 huruf.")]
    public string? Name { get; set; }

    [Required(ErrorMessage = "Tulis dasar keputusannya."), StringLength(200, MinimumLength = 3, ErrorMessage = "Dasar keputusan 3 sampai 200 huruf.")]
    public string? Source { get; set; }

    [DataType(DataType.MultilineText), Required(ErrorMessage = "Tulis alasannya."), StringLength(500, MinimumLength = 10, ErrorMessage = "Alasan 10 sampai 500 huruf.")]
    public string? Reason { get; set; }
}

public static class HolidayWords
{
    public static string Of(HolidayKind kind) => kind switch
    {
        HolidayKind.National => "Libur nasional",
        HolidayKind.JointLeave => "Cuti bersama",
        _ => "Hari kerja",
    };
}
