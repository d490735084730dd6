using System.ComponentModel.DataAnnotations;
using Komeji.Application.Regions;
using Komeji.Application.Shipping;
using Komeji.Domain.Common;
using Komeji.Domain.Shipping;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Komeji.Web.Areas.Seller.Shipping;

/// <summary>Districts and their terms. The buttons of the picker post the form with <see cref="Langkah"/>; nothing is saved then.</summary>
public sealed class DeliveryForm
{
    public List<string> Kecamatan { get; set; } = [];
    public string? Q { get; set; }
    public string? Provinsi { get; set; }
    public string? Kabupaten { get; set; }
    public string? Langkah { get; set; }

    [Required(ErrorMessage = "Isi ongkos antar, misalnya 10.000. Isi 0 bila gratis.")]
    public Rupiah? Ongkos { get; set; }

    public Rupiah? GratisMulai { get; set; }

    [Required(ErrorMessage = "Isi hari dan jam antar."), StringLength(80, MinimumLength = 3, ErrorMessage = "Hari dan jam antar 3 sampai 80 huruf.")]
    public string? Jadwal { get; set; } = "Senin–Sabtu 08.00–16.00";

    [Required(ErrorMessage = "Isi perkiraan paling cepat."), Range(0, 14, ErrorMessage = "Perkiraan 0 sampai 14 hari.")]
    public int? TercepatHari { get; set; } = 0;

    [Required(ErrorMessage = "Isi perkiraan paling lambat."), Range(0, 14, ErrorMessage = "Perkiraan 0 sampai 14 hari.")]
    public int? TerlamaHari { get; set; } = 1;

    [BindNever, ValidateNever]
    public DistrictPicker Picker { get; set; } = null!;

    [BindNever, ValidateNever]
    public IReadOnlyList<DeliveryAreaRow> Areas { get; set; } = [];

    public DeliveryTerms ToTerms() => new(Ongkos!.Value, GratisMulai, Jadwal!, TercepatHari!.Value, TerlamaHari!.Value);

    public static DeliveryForm Of(DeliveryAreaRow area) => new()
    {
        Kecamatan = [area.Code],
        Provinsi = area.Code[..2],
        Kabupaten = area.Code[..5],
        Ongkos = area.Terms.Fee,
        GratisMulai = area.Terms.FreeFrom,
        Jadwal = area.Terms.Schedule,
        TercepatHari = area.Terms.EtaMinDays,
        TerlamaHari = area.Terms.EtaMaxDays,
    };
}

/// <summary>Some districts to tick.</summary>
public sealed record DistrictChoices(string Legend, IReadOnlyList<RegionMatch> Districts, IReadOnlyList<string> Chosen, bool WithParents);
