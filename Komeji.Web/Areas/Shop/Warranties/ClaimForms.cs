using System.ComponentModel.DataAnnotations;
using Komeji.Domain.Warranties;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Komeji.Web.Areas.Shop.Warranties;

/// <summary>A claim being written; half of it may be kept as a draft.</summary>
public sealed class ClaimForm
{
    [DataType(DataType.MultilineText), Display(Name = "Keluhan"), StringLength(WarrantyClaim.LongestProblem, ErrorMessage = "Keluhan paling panjang 2.000 huruf.")]
    public string? Keluhan { get; set; }

    [Display(Name = "Yang Anda harapkan"), EnumDataType(typeof(ClaimSolution), ErrorMessage = "Pilih harapan dari daftar.")]
    public ClaimSolution Harapan { get; set; }

    [Display(Name = "Jumlah"), Range(1, 100_000, ErrorMessage = "Isi jumlah barang yang rusak.")]
    public int Jumlah { get; set; } = 1;

    [Display(Name = "Foto")]
    public List<IFormFile> Foto { get; set; } = [];

    /// <summary>Sent; else kept as a draft.</summary>
    public bool Ajukan { get; set; }

    public static IEnumerable<SelectListItem> Wishes =>
        [new("Diperbaiki", nameof(ClaimSolution.Repair)), new("Diganti", nameof(ClaimSolution.Replace)), new("Dana dikembalikan", nameof(ClaimSolution.Refund))];

    public ClaimFacts ToFacts() => new((Keluhan ?? "").ReplaceLineEndings("\n"), Harapan, Jumlah);

    public static ClaimForm Of(ClaimFacts? draft) => draft is null ? new ClaimForm() : new ClaimForm { Keluhan = draft.Problem, Harapan = draft.Wish, Jumlah = draft.Pieces };
}

public class PleaForm
{
    [DataType(DataType.MultilineText), Display(Name = "Alasan"), Required(ErrorMessage = "Tulis alasannya."), StringLength(500, MinimumLength = 3, ErrorMessage = "Tulis alasannya, 3 sampai 500 huruf.")]
    public string Alasan { get; set; } = "";
}

public sealed class ContestForm : PleaForm
{
    [Display(Name = "Yang terjadi"), Required(ErrorMessage = "Pilih apa yang terjadi.")]
    public bool? Sampai { get; set; }
}

public sealed class WaybillForm
{
    [Display(Name = "Kurir dan nomor resi"), Required(ErrorMessage = "Tulis nama kurir dan nomor resinya."), StringLength(60, MinimumLength = 4, ErrorMessage = "Tulis nama kurir dan nomor resinya, 4 sampai 60 huruf.")]
    public string Resi { get; set; } = "";
}

public sealed class PointForm
{
    [Display(Name = "Titik titip"), Required(ErrorMessage = "Pilih titik titip.")]
    public Guid? Titik { get; set; }
}
