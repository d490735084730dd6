using System.ComponentModel.DataAnnotations;
using Komeji.Application.Accounts;
using Komeji.Web.Setup;

namespace Komeji.Web.Areas.Account.Accounts;

public sealed class ProfileForm
{
    [Required(ErrorMessage = "Tulis nama lengkap Anda."), StringLength(120, MinimumLength = 2, ErrorMessage = "Nama lengkap 2 sampai 120 huruf.")]
    public string FullName { get; set; } = "";
}

public sealed class ContactForm
{
    [Required(ErrorMessage = "Tulis surel atau nomor ponsel yang baru."), ContactShape, StringLength(254, ErrorMessage = "Terlalu panjang. Tulis surel atau nomor ponsel.")]
    public string Contact { get; set; } = "";
}

public sealed class ContactCodeForm
{
    public Guid Id { get; set; }

    [Required(ErrorMessage = "Tulis enam angka yang kami kirim."), StringLength(20, ErrorMessage = "Kode terdiri dari enam angka.")]
    public string Code { get; set; } = "";
}

public sealed record ContactCodePage(ContactCodeForm Form, CodeRequest Sent);

/// <param name="Account">The contacts as they are.</param>
public sealed record ContactPage(ContactForm Form, MyAccount Account);

/// <param name="Account">Shown beside the form.</param>
public sealed record ProfilePage(ProfileForm Form, MyAccount Account);

public sealed class PasswordForm
{
    [DataType(DataType.Password), Required(ErrorMessage = "Tulis kata sandi Anda sekarang."), StringLength(1_000, ErrorMessage = "Terlalu panjang. Periksa kata sandi Anda.")]
    public string Current { get; set; } = "";

    [DataType(DataType.Password), Required(ErrorMessage = "Buat kata sandi baru."), StringLength(128, MinimumLength = 8, ErrorMessage = "Kata sandi 8 sampai 128 huruf atau angka.")]
    public string NewPassword { get; set; } = "";
}
