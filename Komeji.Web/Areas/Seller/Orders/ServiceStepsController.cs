using System.ComponentModel.DataAnnotations;
using Komeji.Application.Ordering;
using Komeji.Application.Ordering.Services;
using Komeji.Domain.Ordering;
using Komeji.Domain.Stores;
using Komeji.Web.Setup;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Seller.Orders;

/// <summary>What a seller does to an order of a service, beside taking it on. A refusal is shown on the page with what was typed.</summary>
[Area("Seller"), NeedsRight(ShopRights.Orders), Route("/penjual/pesanan/{nomor}"), OwnerRule("penjual pesanan")]
public sealed class ServiceStepsController : KomejiController
{
    [HttpGet("waktu")]
    public async Task<IActionResult> Times(string nomor) => View("/Areas/Seller/Orders/Times.cshtml", await Send(new ShowFreeTimes(nomor)));

    [HttpPost("waktu")]
    public Task<IActionResult> Propose(string nomor, TimeForm form) => Attempt(
        async () => Done(nomor, await Send(new ProposeTime(nomor, form.Jam, form.Alasan)), "Usulan waktu dikirim. Pembeli diberi tahu dan menjawab di halaman pesanannya."),
        () => Times(nomor));

    [HttpPost("mulai")]
    public Task<IActionResult> Start(string nomor) => Attempt(
        async () => Done(nomor, await Send(new BeginWork(nomor)), "Selamat bekerja. Setelah selesai, minta kode selesai kepada pembeli."),
        () => Again(nomor));

    [HttpPost("selesai")]
    public Task<IActionResult> Finish(string nomor, FinishForm form) => Attempt(
        async () =>
        {
            if (await Send(new FinishWork(nomor, form.Kode, form.Catatan ?? "")))
            {
                return Done(nomor, default, "Kode cocok. Pembeli punya waktu memeriksa hasilnya, lalu dana menjadi saldo Anda.");
            }

            ModelState.AddModelError(nameof(form.Kode), "Kode tidak cocok. Minta pembeli membuka halaman pesanannya dan membacakan kode selesai.");
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return await Again(nomor);
        },
        () => Again(nomor));

    [HttpPost("selesai-foto"), RequestSizeLimit(12_000_000)]
    public Task<IActionResult> Prove(string nomor, FinishPhotoForm form) => Attempt(
        async () =>
        {
            await using var photo = form.Foto!.OpenReadStream();
            return Done(nomor, await Send(new FinishWorkWithPhoto(nomor, form.Catatan, photo)), "Serah terima tersimpan. Pembeli punya waktu memeriksa hasilnya.");
        },
        () => Again(nomor));

    RedirectResult Done(string nomor, MediatR.Unit _, string message)
    {
        Flash(message);
        return Redirect($"/penjual/pesanan/{nomor}");
    }

    async Task<IActionResult> Again(string nomor) => View("/Areas/Seller/Orders/Show.cshtml", await Send(new ShowSellerOrder(nomor)));
}

public sealed class TimeForm
{
    [Display(Name = "Jam"), Required(ErrorMessage = "Pilih waktu yang Anda usulkan."), StringLength(20, ErrorMessage = "Pilih waktu dari daftar.")]
    public string Jam { get; set; } = "";

    [DataType(DataType.MultilineText), Display(Name = "Alasan"), Required(ErrorMessage = "Tulis alasannya, dibaca pembeli."), StringLength(500, MinimumLength = 3, ErrorMessage = "Tulis alasannya, 3 sampai 500 huruf.")]
    public string Alasan { get; set; } = "";
}

public sealed class FinishForm
{
    [Display(Name = "Kode selesai"), Required(ErrorMessage = "Isi kode enam angka dari pembeli."), RegularExpression("^[0-9 ]{6,7}$", ErrorMessage = "Kode selesai berisi enam angka.")]
    public string Kode { get; set; } = "";

    [DataType(DataType.MultilineText), Display(Name = "Catatan serah terima"), StringLength(Appointment.LongestNote, ErrorMessage = "Catatan serah terima paling panjang 1.000 huruf.")]
    public string? Catatan { get; set; }
}

public sealed class FinishPhotoForm
{
    [DataType(DataType.MultilineText), Display(Name = "Catatan serah terima"), Required(ErrorMessage = "Tulis apa yang dikerjakan dan hasilnya."), StringLength(Appointment.LongestNote, MinimumLength = 10, ErrorMessage = "Catatan serah terima 10 sampai 1.000 huruf.")]
    public string Catatan { get; set; } = "";

    [Display(Name = "Foto hasil"), Required(ErrorMessage = "Pilih foto hasil kerja.")]
    public IFormFile? Foto { get; set; }
}
