using Komeji.Application.Regions;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using System.ComponentModel.DataAnnotations;

namespace Komeji.Web.Areas.Shop.Regions;

/// <summary>
/// A form that holds the region picker (<c>_RegionPicker</c>). Without script the picker's own buttons post the form with
/// <see cref="Langkah"/>: nothing is saved, the picker takes its next step and everything typed stays.
/// </summary>
public abstract class RegionForm
{
    /// <summary>Words to search.</summary>
    public string? Q { get; set; }

    /// <summary>The chosen radio: the code of a village, or of a district on the way to one.</summary>
    [Required(ErrorMessage = "Pilih kelurahan atau desa: ketik namanya lalu pilih dari hasilnya, atau telusuri dari provinsi.")]
    public string? Kode { get; set; }
    public string? Provinsi { get; set; }
    public string? Kabupaten { get; set; }
    public string? Kecamatan { get; set; }

    /// <summary>Which of the picker's buttons was pressed: <c>cari</c>, <c>daftar</c>, or none.</summary>
    public string? Langkah { get; set; }

    [BindNever]
    public RegionPicker? Picker { get; set; }

    /// <summary>
    /// The picker was used, not the form sent. The search button is the form's first, so Enter in any field presses it; with
    /// nothing to search that means the form.
    /// </summary>
    public bool IsStep => Langkah == "daftar" || (Langkah == "cari" && !string.IsNullOrWhiteSpace(Q));

    /// <summary>A search or a way down the lists takes the place of a district chosen before.</summary>
    public RegionHints Hints => Langkah switch
    {
        "cari" => new RegionHints(Q, VillageOf(Kode)),
        "daftar" => new RegionHints(null, VillageOf(Kode), Provinsi, Kabupaten, Kecamatan),
        _ => new RegionHints(null, Kode, Provinsi, Kabupaten, Kecamatan),
    };

    static string? VillageOf(string? code) => code is { Length: 13 } ? code : null;
}
