using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Komeji.Application.Settings;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Komeji.Web.Areas.Operations.Settings;

/// <summary>What the cooperative decides: rates, limits, deadlines, contacts. Many may see them, administrators change them.</summary>
[Area("Operations"), Route("operator/pengaturan"), Authorize(Policy = "SeeSettings")]
public sealed class SettingsController : KomejiController
{
    [HttpGet("")]
    public async Task<IActionResult> Index() => View(await Send(new ListSettings()));

    [HttpGet("csv")]
    public async Task<IActionResult> Export() => CsvFile.Of("pengaturan.csv",
    [
        ["kunci", "nama", "nilai", "status", "berlaku_sejak", "dasar", "alasan", "diubah_oleh", "diubah_pada"],
        .. (await Send(new ExportSettings())).SelectMany(h => h.Changes.Select(c => new[]
        {
            h.Setting.Key, h.Setting.Name, c.Shown, SettingWords.Of(c.State), Moment(c.From), c.Source, c.Reason, c.SetBy, Moment(c.SetAt),
        })),
    ]);

    [HttpGet("{kunci}")]
    public Task<IActionResult> Show(string kunci) => Page(kunci, new SettingForm());

    [HttpPost("{kunci}"), Authorize(Policy = "Settings")]
    public Task<IActionResult> Change(string kunci, SettingForm form) => Attempt(
        async () =>
        {
            await Send(new ChangeSetting(kunci, form.Value!, form.From, form.Source!, form.Reason!));
            Flash("Pengaturan disimpan.");
            return RedirectToAction(nameof(Show), new { kunci });
        },
        () => Page(kunci, form));

    async Task<IActionResult> Page(string key, SettingForm form)
    {
        form.History = await Send(new ShowSetting(key));
        return View("Show", form);
    }

    static string Moment(DateTimeOffset? at) => at?.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture) ?? "";
}

public sealed class SettingForm
{
    [BindNever, ValidateNever]
    public SettingHistory History { get; set; } = null!;

    [Required(ErrorMessage = "Isi nilai yang baru."), StringLength(1_000, ErrorMessage = "Paling panjang 1.000 huruf.")]
    public string? Value { get; set; }

    /// <summary>Empty: at once.</summary>
    public DateOnly? From { get; set; }

    [Required(ErrorMessage = "Tulis dasar keputusannya."), StringLength(200, MinimumLength = 3, ErrorMessage = "Dasar keputusan 3 sampai 200 huruf.")]
    public string? Source { get; set; }

    [DataType(DataType.MultilineText), Required(ErrorMessage = "Tulis alasannya."), StringLength(500, MinimumLength = 10, ErrorMessage = "Alasan 10 sampai 500 huruf.")]
    public string? Reason { get; set; }
}

public static class SettingWords
{
    public static string Of(SettingState state) => state switch
    {
        SettingState.InForce => "Berlaku",
        SettingState.Scheduled => "Terjadwal",
        _ => "Pernah berlaku",
    };
}
