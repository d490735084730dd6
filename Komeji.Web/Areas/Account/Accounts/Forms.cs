using System.ComponentModel.DataAnnotations;
using Komeji.Application.Accounts;

namespace Komeji.Web.Areas.Account.Accounts;

public sealed class ProfileForm
{
    [Required(ErrorMessage = "Tulis nama lengkap Anda."), StringLength(120, MinimumLength = 2, ErrorMessage = "Nama lengkap 2 sampai 120 huruf.")]
    public string FullName { get; set; } = "";
}

/// <param name="Account">Shown beside the form.</param>
public sealed record ProfilePage(ProfileForm Form, MyAccount Account);

public sealed class PasswordForm
{
    [DataType(DataType.Password), Required(ErrorMessage = "Tulis kata sandi Anda sekarang."), StringLength(1_000, ErrorMessage = "Terlalu panjang. Periksa kata sandi Anda.")]
    public string Current { get; set; } = "";

    [DataType(DataType.Password), Required(ErrorMessage = "Buat kata sandi baru."), StringLength(128, MinimumLength = 8, ErrorMessage = "Kata sandi 8 sampai 128 huruf atau angka.")]
    public string NewPassword { get; set; } = "";
}
