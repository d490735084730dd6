using System.ComponentModel.DataAnnotations;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Web.Areas.Shop.Regions;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace Komeji.Web.Areas.Account.Addresses;

public sealed class AddressForm : RegionForm
{
    /// <summary>Null when it is added.</summary>
    [BindNever]
    public AddressId? Id { get; set; }

    [StringLength(40, ErrorMessage = "Sebutan paling panjang 40 huruf.")]
    public string? Label { get; set; }

    [Required(ErrorMessage = "Isi nama penerima."), StringLength(80, MinimumLength = 2, ErrorMessage = "Nama penerima 2 sampai 80 huruf.")]
    public string? Recipient { get; set; }

    [Required(ErrorMessage = "Isi nomor ponsel penerima."), MobileNumber, StringLength(30, ErrorMessage = "Nomor ponsel terlalu panjang. Tulis seperti 0812-3456-7890.")]
    public string? Phone { get; set; }

    [Required(ErrorMessage = "Isi jalan beserta nomor rumah."), StringLength(200, MinimumLength = 5, ErrorMessage = "Jalan dan nomor rumah 5 sampai 200 huruf.")]
    public string? Street { get; set; }

    [RegularExpression(@"^\s*[0-9]{1,3}/[0-9]{1,3}\s*$", ErrorMessage = "Tulis RT/RW seperti 003/007, atau kosongkan.")]
    public string? RtRw { get; set; }

    [StringLength(60, ErrorMessage = "Nama dusun paling panjang 60 huruf.")]
    public string? Hamlet { get; set; }

    [RegularExpression(@"^\s*[0-9]{5}\s*$", ErrorMessage = "Kode pos lima angka, atau kosongkan agar diisi otomatis.")]
    public string? PostalCode { get; set; }

    [StringLength(120, ErrorMessage = "Patokan paling panjang 120 huruf.")]
    public string? Landmark { get; set; }

    /// <summary>Where the person came from, within this site: the checkout.</summary>
    public string? Kembali { get; set; }

    public AddressFacts Facts => new(
        Label ?? "", Recipient ?? "", Phone ?? "", Street ?? "", RtRw ?? "", Hamlet ?? "", Kode ?? "", PostalCode ?? "", Landmark ?? "");

    public static AddressForm Of(AddressId id, AddressFacts facts) => new()
    {
        Id = id,
        Label = facts.Label,
        Recipient = facts.Recipient,
        Phone = PhoneNumber.Show(facts.Phone),
        Street = facts.Street,
        RtRw = facts.RtRw,
        Hamlet = facts.Hamlet,
        Kode = facts.VillageCode,
        PostalCode = facts.PostalCode,
        Landmark = facts.Landmark,
    };
}
