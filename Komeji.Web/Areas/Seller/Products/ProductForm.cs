using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Komeji.Web.Areas.Seller.Products;

/// <summary>A listing as the seller fills it in. The buttons for rows post the form with <see cref="Langkah"/>: nothing is saved and everything typed stays.</summary>
public sealed class ProductForm
{
    const string AddRow = "tambah";
    const string RemoveRow = "hapus-";

    [Required(ErrorMessage = "Pilih kategori.")]
    public Guid? Kategori { get; set; }

    [Required(ErrorMessage = "Isi nama produk."), StringLength(120, MinimumLength = 5, ErrorMessage = "Nama produk 5 sampai 120 huruf.")]
    public string? Nama { get; set; }

    [DataType(DataType.MultilineText), StringLength(5_000, ErrorMessage = "Keterangan paling panjang 5.000 huruf.")]
    public string? Keterangan { get; set; }

    [Display(Name = "Berat"), Range(0, 500_000, ErrorMessage = "Berat 1 gram sampai 500 kg. Isi dalam gram.")]
    public int? Berat { get; set; }

    [Display(Name = "Panjang"), Range(0, 500, ErrorMessage = "Panjang kemasan 0 sampai 500 cm.")]
    public int? Panjang { get; set; }

    [Display(Name = "Lebar"), Range(0, 500, ErrorMessage = "Lebar kemasan 0 sampai 500 cm.")]
    public int? Lebar { get; set; }

    [Display(Name = "Tinggi"), Range(0, 500, ErrorMessage = "Tinggi kemasan 0 sampai 500 cm.")]
    public int? Tinggi { get; set; }

    [Display(Name = "Isi bersih"), Range(0, 1_000_000, ErrorMessage = "Isi bersih 0 sampai 1.000.000.")]
    public int? IsiBersih { get; set; }

    [RegularExpression("g|ml|buah|lembar|pasang|porsi", ErrorMessage = "Pilih satuan dari daftar.")]
    public string? Satuan { get; set; }

    [Display(Name = "Waktu penyiapan"), Range(0, 60, ErrorMessage = "Waktu penyiapan 0 sampai 60 hari kerja.")]
    public int? Penyiapan { get; set; }

    [StringLength(120, ErrorMessage = "Asal paling panjang 120 huruf.")]
    public string? Asal { get; set; }

    public bool ProdukLokal { get; set; }

    [StringLength(300, ErrorMessage = "Izin paling panjang 300 huruf.")]
    public string? Izin { get; set; }

    [EnumDataType(typeof(WarrantyKind), ErrorMessage = "Pilih garansi dari daftar.")]
    public WarrantyKind Garansi { get; set; }

    [Display(Name = "Lama garansi"), Range(0, 120, ErrorMessage = "Lama garansi 1 sampai 120 bulan.")]
    public int? GaransiBulan { get; set; }

    [StringLength(100, ErrorMessage = "Penanggung garansi paling panjang 100 huruf.")]
    public string? GaransiOleh { get; set; }

    [DataType(DataType.MultilineText), StringLength(1_000, ErrorMessage = "Ketentuan garansi paling panjang 1.000 huruf.")]
    public string? GaransiKetentuan { get; set; }

    [Display(Name = "Ongkos kirim klaim garansi"), EnumDataType(typeof(WarrantyFreight), ErrorMessage = "Pilih penanggung ongkos kirim dari daftar.")]
    public WarrantyFreight GaransiOngkir { get; set; }

    /// <summary>Of the listing when the form was shown.</summary>
    public long Versi { get; set; }

    public List<VariantForm> Varian { get; set; } = [];

    public ServiceForm Jasa { get; set; } = ServiceForm.Of(null);

    public string? Langkah { get; set; }

    /// <summary>Null for a new one.</summary>
    [BindNever, ValidateNever]
    public MyListing? Listing { get; set; }

    /// <summary>The last steps its prices took.</summary>
    [BindNever, ValidateNever]
    public PageOf<PriceStep>? Prices { get; set; }

    [BindNever, ValidateNever]
    public CategoryTree Categories { get; set; } = new([]);

    [BindNever, ValidateNever]
    public ServableRegions Servable { get; set; } = new([], []);

    /// <summary>As far as the listing, or the category chosen, says.</summary>
    [BindNever]
    public bool IsService => Categories.IsService(Kategori);

    public string Address => Listing is null ? "/penjual/produk/baru" : $"/penjual/produk/{Listing.Id.Value}";

    public bool IsStep => Langkah == AddRow || Langkah?.StartsWith(RemoveRow, StringComparison.Ordinal) == true;

    /// <summary>Adds an empty row or takes one out.</summary>
    public void TakeStep()
    {
        if (Langkah == AddRow && Varian.Count < Product.MostVariants)
        {
            Varian.Add(new VariantForm());
        }
        else if (Langkah != AddRow && int.TryParse(Langkah![RemoveRow.Length..], CultureInfo.InvariantCulture, out var row) && row >= 0 && row < Varian.Count && Varian.Count > 1)
        {
            Varian.RemoveAt(row);
        }
    }

    public static IEnumerable<SelectListItem> Units =>
    [
        new("Tidak ada", ""), new("gram (g)", "g"), new("mililiter (ml)", "ml"), new("buah", "buah"), new("lembar", "lembar"), new("pasang", "pasang"), new("porsi", "porsi"),
    ];

    public static IEnumerable<SelectListItem> Warranties =>
        [new("Tanpa garansi tambahan", nameof(WarrantyKind.None)), new("Garansi toko", nameof(WarrantyKind.Shop)), new("Garansi pembuat", nameof(WarrantyKind.Maker))];

    public static IEnumerable<SelectListItem> Freights =>
    [
        new("Pembeli mengirim, penanggung mengembalikan", nameof(WarrantyFreight.Shared)), new("Penanggung, pergi dan pulang", nameof(WarrantyFreight.Warrantor)),
        new("Pembeli, pergi dan pulang", nameof(WarrantyFreight.Buyer)),
    ];

    public ListingDraft ToDraft() => new(
        new CategoryId(Kategori!.Value), Nama!, (Keterangan ?? "").ReplaceLineEndings("\n"), Berat ?? 0, Panjang ?? 0, Lebar ?? 0, Tinggi ?? 0,
        Satuan is null ? 0 : IsiBersih ?? 0, IsiBersih is null or 0 ? "" : Satuan ?? "", Penyiapan ?? 0, Asal ?? "", ProdukLokal, Izin ?? "",
        Garansi == WarrantyKind.None ? Warranty.None : new Warranty(Garansi, GaransiBulan ?? 0, GaransiOleh ?? "", GaransiKetentuan ?? "", GaransiOngkir),
        [.. Varian.Select(v => v.ToDraft())],
        Jasa.ToTerms());

    public static ProductForm Of(MyListing listing)
    {
        var draft = listing.Draft;
        return new ProductForm
        {
            Kategori = draft.CategoryId.Value,
            Nama = draft.Name,
            Keterangan = draft.Description,
            Berat = Shown(draft.WeightGrams),
            Panjang = Shown(draft.LengthCm),
            Lebar = Shown(draft.WidthCm),
            Tinggi = Shown(draft.HeightCm),
            IsiBersih = Shown(draft.NetQuantity),
            Satuan = draft.NetUnit,
            Penyiapan = draft.HandlingDays,
            Asal = draft.Origin,
            ProdukLokal = draft.IsLocal,
            Izin = draft.Permits,
            Garansi = draft.Warranty.Kind,
            GaransiBulan = Shown(draft.Warranty.Months),
            GaransiOleh = draft.Warranty.Answerer,
            GaransiKetentuan = draft.Warranty.Terms,
            GaransiOngkir = draft.Warranty.Freight,
            Versi = listing.Version,
            Varian = [.. draft.Variants.Select(VariantForm.Of)],
            Jasa = ServiceForm.Of(draft.Service),
        };
    }

    static int? Shown(int number) => number == 0 ? null : number;
}

/// <summary>A row of the listing's choices. Numbers stay as they were typed until the form is sent, so that adding a row loses nothing.</summary>
public sealed class VariantForm : IValidatableObject
{
    /// <summary>Refused for goods by the domain.</summary>
    const int NotSaid = -1;

    public Guid? Id { get; set; }

    [StringLength(60, ErrorMessage = "Nama varian paling panjang 60 huruf.")]
    public string? Nama { get; set; }

    [Required(ErrorMessage = "Isi harga varian."), StringLength(20, ErrorMessage = "Harga terlalu panjang.")]
    public string? Harga { get; set; }

    /// <summary>Of goods; a service has its appointments instead.</summary>
    [StringLength(20, ErrorMessage = "Stok terlalu panjang.")]
    public string? Stok { get; set; }

    /// <summary>What the form showed.</summary>
    [Range(0, VariantFacts.MostStock, ErrorMessage = "Stok semula tidak terbaca. Buka ulang halamannya, lalu isi stok dari angka terbaru.")]
    public int StokSemula { get; set; }

    [StringLength(40, ErrorMessage = "Kode barang paling panjang 40 huruf.")]
    public string? Kode { get; set; }

    [BindNever]
    public Rupiah Price => Rupiah.TryParse(Harga, out var price) ? price : Rupiah.Zero;

    [BindNever]
    public int? Pieces => string.IsNullOrWhiteSpace(Stok) ? NotSaid : Rupiah.TryParse(Stok, out var pieces) && pieces.Amount <= VariantFacts.MostStock && !Stok!.Contains("Rp", StringComparison.OrdinalIgnoreCase) ? (int)pieces.Amount : null;

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!Rupiah.TryParse(Harga, out _))
        {
            yield return new ValidationResult("Tulis harga rupiah bulat, misalnya 25.500 atau 25500.", [nameof(Harga)]);
        }

        if (Pieces is null)
        {
            yield return new ValidationResult("Tulis stok dengan angka bulat 0 sampai 1.000.000.", [nameof(Stok)]);
        }
    }

    public VariantDraft ToDraft() => new(Id is { } id ? new VariantId(id) : null, Nama ?? "", Price, Pieces!.Value, StokSemula, Kode ?? "");

    public static VariantForm Of(VariantDraft draft) => new()
    {
        Id = draft.Id?.Value,
        Nama = draft.Name,
        Harga = draft.Price.ToString()[2..],
        Stok = draft.Stock.ToString(CultureInfo.InvariantCulture),
        StokSemula = draft.Stock,
        Kode = draft.Sku,
    };
}
