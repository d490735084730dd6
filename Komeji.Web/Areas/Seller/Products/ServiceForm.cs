using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Komeji.Domain.Catalog;
using Komeji.Web.Areas.Shared;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Komeji.Web.Areas.Seller.Products;

/// <summary>The part of a listing that says how a service can be had. Left empty for goods.</summary>
public sealed class ServiceForm
{
    const string ClockTime = "^([01][0-9]|2[0-3])[:.][0-5][0-9]$";

    [Display(Name = "Lama pengerjaan"), Range(1, 720, ErrorMessage = "Lama pengerjaan 15 sampai 720 menit, atau 1 sampai 90 hari.")]
    public int? Lama { get; set; }

    [EnumDataType(typeof(ServiceDurationUnit), ErrorMessage = "Pilih menit atau hari.")]
    public ServiceDurationUnit Satuan { get; set; }

    [EnumDataType(typeof(ServicePlace), ErrorMessage = "Pilih tempat dari daftar.")]
    public ServicePlace Tempat { get; set; }

    /// <summary>Codes of regencies and districts.</summary>
    [MaxLength(ServiceTerms.MostServedRegions, ErrorMessage = "Pilih paling banyak 100 wilayah.")]
    public List<string> Wilayah { get; set; } = [];

    public List<DayOfWeek> Hari { get; set; } = [];

    [Display(Name = "Jam mulai"), RegularExpression(ClockTime, ErrorMessage = "Tulis jam mulai seperti 08:00.")]
    public string? Buka { get; set; }

    [Display(Name = "Jam selesai"), RegularExpression(ClockTime, ErrorMessage = "Tulis jam selesai seperti 16:00.")]
    public string? Tutup { get; set; }

    [Display(Name = "Janji dalam sehari"), Range(1, 200, ErrorMessage = "Janji dalam sehari 1 sampai 200.")]
    public int? Sehari { get; set; }

    [Display(Name = "Janji pada waktu yang sama"), Range(1, 200, ErrorMessage = "Janji pada waktu yang sama 1 sampai 200.")]
    public int? Sekaligus { get; set; }

    [Display(Name = "Pemberitahuan"), Range(ServiceTerms.LeastNoticeHours, 336, ErrorMessage = "Pemberitahuan 2 sampai 336 jam.")]
    public int? Pemberitahuan { get; set; }

    [Display(Name = "Tetap melayani pada hari libur nasional")]
    public bool LiburNasional { get; set; }

    [BindNever]
    public bool IsFilled => Lama is not null;

    public static IEnumerable<SelectListItem> Units => [new("menit", nameof(ServiceDurationUnit.Minutes)), new("hari", nameof(ServiceDurationUnit.Days))];

    public static IEnumerable<SelectListItem> Places =>
        [new("Di tempat penjual", nameof(ServicePlace.AtSeller)), new("Di tempat pembeli", nameof(ServicePlace.AtBuyer)), new("Daring (jarak jauh)", nameof(ServicePlace.Online))];

    /// <returns>Null when nothing was filled in.</returns>
    public ServiceTerms? ToTerms() => Lama is not { } duration
        ? null
        : new ServiceTerms(duration, Satuan, Tempat, Wilayah, Hari.Where(AppointmentWords.DaysOfWeek.Contains), Clock(Buka), Clock(Tutup), Sehari ?? 0, Sekaligus ?? 1, Pemberitahuan ?? 0, LiburNasional);

    /// <summary>For a new listing the days and hours most shops keep; how long and where is the seller's to say.</summary>
    public static ServiceForm Of(ServiceTerms? terms) => terms is null
        ? new ServiceForm { Hari = [.. AppointmentWords.DaysOfWeek.SkipLast(1)], Buka = "08:00", Tutup = "16:00", Sehari = 4, Sekaligus = 1, Pemberitahuan = 24 }
        : new ServiceForm
        {
            Lama = terms.Duration,
            Satuan = terms.Unit,
            Tempat = terms.Place,
            Wilayah = [.. terms.Served],
            Hari = [.. terms.OpenDays],
            Buka = terms.OpensAt.ToString("HH:mm", CultureInfo.InvariantCulture),
            Tutup = terms.ClosesAt.ToString("HH:mm", CultureInfo.InvariantCulture),
            Sehari = terms.PerDay,
            Sekaligus = terms.AtOnce,
            Pemberitahuan = terms.NoticeHours,
            LiburNasional = terms.WorksOnHolidays,
        };

    static TimeOnly Clock(string? typed) =>
        TimeOnly.TryParseExact(typed?.Replace('.', ':'), "HH:mm", CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : TimeOnly.MinValue;
}
