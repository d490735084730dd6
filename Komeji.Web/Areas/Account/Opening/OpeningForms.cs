using System.ComponentModel.DataAnnotations;
using Komeji.Application.Legal.Opening;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Web.Areas.Shop.Regions;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;
using Progress = Komeji.Application.Legal.Opening.Opening;

namespace Komeji.Web.Areas.Account.Opening;

public sealed class OwnerForm
{
    [Required(ErrorMessage = "Isi nama lengkap."), StringLength(80, MinimumLength = 3, ErrorMessage = "Nama lengkap 3 sampai 80 huruf.")]
    public string? Nama { get; set; }

    /// <summary>Empty keeps the one there is.</summary>
    [StringLength(30, ErrorMessage = "NIK terdiri dari 16 angka.")]
    public string? Nik { get; set; }

    [Required(ErrorMessage = "Isi nomor ponsel."), MobileNumber, StringLength(30, ErrorMessage = "Nomor ponsel terlalu panjang. Tulis seperti 0812-3456-7890.")]
    public string? Telepon { get; set; }

    [BindNever, ValidateNever]
    public Progress? Opening { get; set; }

    public static OwnerForm Of(Progress opening) => new()
    {
        Nama = opening.Profile.HasOwner ? opening.Profile.OwnerName : opening.AccountName,
        Telepon = opening.Profile.HasOwner ? PhoneNumber.Show(opening.Profile.Phone) : opening.AccountPhone,
        Opening = opening,
    };
}

public sealed class BusinessForm
{
    public LegalForm Bentuk { get; set; }

    [StringLength(100, ErrorMessage = "Nama badan usaha paling panjang 100 huruf.")]
    public string? NamaUsaha { get; set; }

    /// <summary>Empty while in process.</summary>
    [StringLength(30, ErrorMessage = "NIB terdiri dari 13 angka.")]
    public string? Nib { get; set; }

    /// <summary>May be empty as long as the NIB is.</summary>
    [StringLength(10, ErrorMessage = "Kode KBLI terdiri dari 5 angka.")]
    public string? Kbli { get; set; }

    public int TahunKbli { get; set; } = Komeji.Domain.Legal.Kbli.CommonEdition;

    [Required(ErrorMessage = "Isi modal usaha, boleh perkiraan.")]
    public Rupiah? Modal { get; set; }

    [Required(ErrorMessage = "Isi penjualan setahun, boleh perkiraan.")]
    public Rupiah? Penjualan { get; set; }

    [BindNever, ValidateNever]
    public Progress? Opening { get; set; }

    public TellBusiness ToCommand() => new(Bentuk, NamaUsaha ?? "", Nib ?? "", Kbli ?? "", TahunKbli, Modal!.Value, Penjualan!.Value);

    public static BusinessForm Of(Progress opening)
    {
        var profile = opening.Profile;
        return profile.HasBusiness
            ? new BusinessForm
            {
                Bentuk = profile.Form,
                NamaUsaha = profile.BusinessName,
                Nib = profile.Nib,
                Kbli = profile.KbliCode,
                TahunKbli = profile.KbliEdition,
                Modal = profile.Capital,
                Penjualan = profile.YearlySales,
                Opening = opening,
            }
            : new BusinessForm { Opening = opening };
    }
}

public sealed class PlaceForm : RegionForm
{
    [Required(ErrorMessage = "Isi jalan beserta nomornya."), StringLength(200, MinimumLength = 5, ErrorMessage = "Jalan dan nomor 5 sampai 200 huruf.")]
    public string? Jalan { get; set; }

    public List<string> Kurir { get; set; } = [];

    public bool AmbilSendiri { get; set; }

    [BindNever, ValidateNever]
    public Progress? Opening { get; set; }

    public PlaceFacts ToFacts() => new(Kode ?? "", Jalan!, [.. Kurir.Distinct()], AmbilSendiri);

    public static PlaceForm Of(Progress opening) => new()
    {
        Jalan = opening.Profile.Street,
        Kurir = [.. opening.Profile.CourierServices.Split(',', StringSplitOptions.RemoveEmptyEntries)],
        AmbilSendiri = opening.Profile.OffersPickup,
        Kode = opening.Profile.VillageCode,
        Opening = opening,
    };
}

public sealed class ShopForm
{
    [Required(ErrorMessage = "Isi nama toko."), StringLength(60, MinimumLength = 3, ErrorMessage = "Nama toko 3 sampai 60 huruf.")]
    public string? Nama { get; set; }

    [DataType(DataType.MultilineText), StringLength(2_000, ErrorMessage = "Tentang toko paling panjang 2.000 huruf.")]
    public string? Tentang { get; set; }

    public static ShopForm Of(Progress opening) => new() { Nama = opening.Profile.ShopName, Tentang = opening.Profile.ShopDescription };
}

public sealed class BankForm
{
    /// <summary>Chosen for one that is not offered.</summary>
    public const string Another = "lain";

    [Required(ErrorMessage = "Pilih bank."), StringLength(Banks.MostLetters, ErrorMessage = "Pilih bank dari daftar.")]
    public string? Bank { get; set; }

    [StringLength(Banks.MostLetters, ErrorMessage = "Nama bank 3 sampai 40 huruf.")]
    public string? NamaBank { get; set; }

    [Required(ErrorMessage = "Isi nomor rekening."), StringLength(30, ErrorMessage = "Nomor rekening paling panjang 20 angka.")]
    public string? Nomor { get; set; }

    [Required(ErrorMessage = "Isi nama pemilik rekening."), StringLength(100, ErrorMessage = "Nama paling panjang 100 huruf.")]
    public string? AtasNama { get; set; }

    [BindNever, ValidateNever]
    public Progress? Opening { get; set; }

    public TellBank ToCommand() => new((Bank == Another ? NamaBank : Bank) ?? "", Nomor!, AtasNama!);

    public static BankForm Of(Progress opening) => opening.Profile.Bank.Length == 0 || opening.Banks.Contains(opening.Profile.Bank) ? Filled(opening, opening.Profile.Bank, null) : Filled(opening, Another, opening.Profile.Bank);

    static BankForm Filled(Progress opening, string bank, string? named) => new() { Bank = bank, NamaBank = named, AtasNama = opening.Profile.HasBusiness ? opening.Profile.AccountName : null, Opening = opening };
}
