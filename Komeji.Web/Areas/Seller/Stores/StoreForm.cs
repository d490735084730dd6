using System.ComponentModel.DataAnnotations;
using Komeji.Application.Stores;
using Komeji.Domain.Accounts;
using Komeji.Domain.Stores;
using Komeji.Web.Areas.Shop.Regions;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Komeji.Web.Areas.Seller.Stores;

public sealed class StoreForm : RegionForm
{
    [Required(ErrorMessage = "Isi nama toko."), StringLength(60, MinimumLength = 3, ErrorMessage = "Nama toko 3 sampai 60 huruf.")]
    public string? Nama { get; set; }

    [DataType(DataType.MultilineText), StringLength(2_000, ErrorMessage = "Tentang toko paling panjang 2.000 huruf.")]
    public string? Tentang { get; set; }

    [Required(ErrorMessage = "Isi nomor ponsel toko."), MobileNumber, StringLength(30, ErrorMessage = "Nomor ponsel terlalu panjang. Tulis seperti 0812-3456-7890.")]
    public string? Telepon { get; set; }

    [Required(ErrorMessage = "Isi jalan beserta nomornya."), StringLength(200, MinimumLength = 5, ErrorMessage = "Jalan dan nomor 5 sampai 200 huruf.")]
    public string? Jalan { get; set; }

    [StringLength(120, ErrorMessage = "Jam buka paling panjang 120 huruf.")]
    public string? JamBuka { get; set; }

    public List<string> Kurir { get; set; } = [];

    public bool AmbilSendiri { get; set; }

    /// <summary>Of the shop when the form was shown.</summary>
    public long Versi { get; set; }

    [BindNever, ValidateNever]
    public MyStore? Store { get; set; }

    public StoreFacts ToFacts() => new(
        Nama!, (Tentang ?? "").ReplaceLineEndings("\n"), Telepon!, Kode ?? "", Jalan!, JamBuka ?? "", [.. Kurir.Distinct()], AmbilSendiri);

    public static StoreForm Of(MyStore store) => new()
    {
        Nama = store.Facts.Name,
        Tentang = store.Facts.Description,
        Telepon = PhoneNumber.Show(store.Facts.Phone),
        Jalan = store.Facts.Street,
        JamBuka = store.Facts.OpeningHours,
        Kurir = [.. store.Facts.CourierServices],
        AmbilSendiri = store.Facts.OffersPickup,
        Kode = store.Facts.VillageCode,
        Versi = store.Version,
    };
}
