using System.ComponentModel.DataAnnotations;
using Komeji.Application.Common;
using Komeji.Application.Returns;
using Komeji.Application.Returns.Replacements;
using Komeji.Domain.Common;
using Komeji.Domain.Returns;

namespace Komeji.Web.Areas.Shared;

public sealed record ReturnsView(PageOf<ReturnRow> Returns, ReturnTab Tab, string? Words);

public sealed record ReplacementsView(PageOf<ReplacementRow> Replacements, bool OnlyOpen, string? Words);

public sealed class DropOffForm
{
    [Display(Name = "Titik"), Required(ErrorMessage = "Pilih titik komunitas dari daftar.")]
    public Guid? Titik { get; set; }
}

public sealed class SendReturnForm
{
    [Display(Name = "Kurir"), Required(ErrorMessage = "Isi nama kurirnya."), StringLength(60, MinimumLength = 2, ErrorMessage = "Nama kurir 2 sampai 60 huruf.")]
    public string Kurir { get; set; } = "";

    [Display(Name = "Nomor resi"), Required(ErrorMessage = "Isi nomor resi dari struk kurir."), StringLength(30, MinimumLength = 6, ErrorMessage = "Nomor resi 6 sampai 30 huruf atau angka.")]
    public string Resi { get; set; } = "";

    [Display(Name = "Ongkos kirim balik")]
    public Rupiah? Ongkos { get; set; }

    [Display(Name = "Foto struk")]
    public IFormFile? Struk { get; set; }

    [Display(Name = "Foto barang")]
    public List<IFormFile> Foto { get; set; } = [];

    public ReturnParcel ToParcel() => new(Kurir, Resi, Ongkos ?? Rupiah.Zero);
}

public sealed class AnswerCountForm
{
    public bool Setuju { get; set; }

    [DataType(DataType.MultilineText), Display(Name = "Alasan"), StringLength(500, ErrorMessage = "Alasan paling panjang 500 huruf.")]
    public string? Alasan { get; set; }
}

/// <summary>What of each line came back, and in which condition.</summary>
public class CountForm
{
    [Display(Name = "Layak jual")]
    public Dictionary<Guid, int?> Layak { get; set; } = [];

    [Display(Name = "Tidak layak jual")]
    public Dictionary<Guid, int?> Rusak { get; set; } = [];

    [DataType(DataType.MultilineText), Display(Name = "Alasan"), StringLength(500, ErrorMessage = "Alasan paling panjang 500 huruf.")]
    public string? Alasan { get; set; }

    /// <summary>Not more of a line than was sent back, and not less than nothing.</summary>
    public bool Fits(ReturnPageLine line)
    {
        var (sellable, unsellable) = (Layak.GetValueOrDefault(line.Id.Value) ?? 0, Rusak.GetValueOrDefault(line.Id.Value) ?? 0);
        return sellable >= 0 && unsellable >= 0 && sellable <= line.Pieces && unsellable <= line.Pieces - sellable;
    }

    public IReadOnlyDictionary<OrderLineId, ReturnCount> ToCounts() =>
        Layak.Keys.Union(Rusak.Keys).ToDictionary(id => new OrderLineId(id), id => new ReturnCount(Layak.GetValueOrDefault(id) ?? 0, Rusak.GetValueOrDefault(id) ?? 0));
}

public sealed class CountWithPhotosForm : CountForm
{
    [Display(Name = "Foto")]
    public List<IFormFile> Foto { get; set; } = [];
}
