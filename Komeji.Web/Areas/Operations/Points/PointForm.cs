using System.ComponentModel.DataAnnotations;
using Komeji.Application.Shipping.Points;
using Komeji.Domain.Accounts;
using Komeji.Domain.Shipping;
using Komeji.Web.Areas.Shop.Regions;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace Komeji.Web.Areas.Operations.Points;

public sealed class PointForm : RegionForm
{
    [Required(ErrorMessage = "Isi nama titik."), StringLength(60, MinimumLength = 3, ErrorMessage = "Nama titik 3 sampai 60 huruf.")]
    public string? Nama { get; set; }

    [Required(ErrorMessage = "Isi nomor ponsel titik."), MobileNumber, StringLength(30, ErrorMessage = "Nomor ponsel terlalu panjang. Tulis seperti 0812-3456-7890.")]
    public string? Telepon { get; set; }

    [Required(ErrorMessage = "Isi jalan beserta nomornya."), StringLength(200, MinimumLength = 5, ErrorMessage = "Jalan dan nomor 5 sampai 200 huruf.")]
    public string? Jalan { get; set; }

    [Required(ErrorMessage = "Isi jam buka."), StringLength(120, MinimumLength = 3, ErrorMessage = "Jam buka 3 sampai 120 huruf.")]
    public string? JamBuka { get; set; }

    /// <summary>The point being changed; null for a new one.</summary>
    [BindNever, ValidateNever]
    public PointPage? Point { get; set; }

    public PointFacts ToFacts() => new(Nama!, Telepon!, Kode ?? "", Jalan!, JamBuka!);

    public static PointForm Of(PointPage point) => new()
    {
        Point = point,
        Nama = point.Facts.Name,
        Telepon = PhoneNumber.Show(point.Facts.Phone),
        Jalan = point.Facts.Street,
        JamBuka = point.Facts.OpeningHours,
        Kode = point.Facts.VillageCode,
    };
}
