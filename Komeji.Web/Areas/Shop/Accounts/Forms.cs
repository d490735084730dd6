using Komeji.Web.Setup;
using System.ComponentModel.DataAnnotations;

namespace Komeji.Web.Areas.Shop.Accounts;

/// <summary>Forms a visitor fills in. <c>Kembali</c> is where the person wanted to go.</summary>
public abstract class VisitorForm
{
    public string? Kembali { get; set; }
}

public sealed class SignInForm : VisitorForm
{
    [Required(ErrorMessage = "Tulis surel atau nomor ponsel Anda."), StringLength(254, ErrorMessage = "Terlalu panjang. Tulis surel atau nomor ponsel Anda.")]
    public string Contact { get; set; } = "";

    [DataType(DataType.Password), Required(ErrorMessage = "Tulis kata sandi Anda."), StringLength(1_000, ErrorMessage = "Terlalu panjang. Periksa kata sandi Anda.")]
    public string Password { get; set; } = "";
}

public sealed class RegistrationForm : VisitorForm
{
    [Required(ErrorMessage = "Tulis nama lengkap Anda."), StringLength(120, MinimumLength = 2, ErrorMessage = "Nama lengkap 2 sampai 120 huruf.")]
    public string FullName { get; set; } = "";

    [Required(ErrorMessage = "Tulis surel atau nomor ponsel Anda."), ContactShape, StringLength(254, ErrorMessage = "Terlalu panjang. Tulis surel atau nomor ponsel Anda.")]
    public string Contact { get; set; } = "";

    [DataType(DataType.Password), Required(ErrorMessage = "Buat kata sandi."), StringLength(128, MinimumLength = 8, ErrorMessage = "Kata sandi 8 sampai 128 huruf atau angka.")]
    public string Password { get; set; } = "";

    [Ticked(ErrorMessage = "Akun dibuat setelah Anda menyetujui syarat dan ketentuan. Centang persetujuannya.")]
    public bool AcceptsTerms { get; set; }

    public bool WantsNews { get; set; }
}

public sealed class ConfirmationForm : VisitorForm
{
    public Guid Id { get; set; }

    [Required(ErrorMessage = "Tulis enam angka yang kami kirim."), StringLength(20, ErrorMessage = "Kode terdiri dari enam angka.")]
    public string Code { get; set; } = "";
}

public sealed class ForgottenForm
{
    [Required(ErrorMessage = "Tulis surel atau nomor ponsel Anda."), StringLength(254, ErrorMessage = "Terlalu panjang. Tulis surel atau nomor ponsel Anda.")]
    public string Contact { get; set; } = "";
}

public sealed class ResetForm
{
    public Guid Id { get; set; }

    [Required(ErrorMessage = "Tulis enam angka yang kami kirim."), StringLength(100, ErrorMessage = "Kode terdiri dari enam angka.")]
    public string Code { get; set; } = "";

    [DataType(DataType.Password), Required(ErrorMessage = "Buat kata sandi baru."), StringLength(128, MinimumLength = 8, ErrorMessage = "Kata sandi 8 sampai 128 huruf atau angka.")]
    public string NewPassword { get; set; } = "";
}

public sealed class SecondStepForm
{
    [Required(ErrorMessage = "Tulis kodenya."), StringLength(30, ErrorMessage = "Terlalu panjang. Periksa kodenya.")]
    public string Code { get; set; } = "";

    /// <summary>A code kept on paper instead of one of the app.</summary>
    public bool Pemulihan { get; set; }
}

public sealed class LostFactorForm
{
    public Guid Id { get; set; }

    [Required(ErrorMessage = "Tulis enam angka yang kami kirim."), StringLength(20, ErrorMessage = "Kode terdiri dari enam angka.")]
    public string Code { get; set; } = "";
}

/// <param name="ByLink">The code came in a one-time link, so nobody types it.</param>
public sealed record CodePage<TForm>(TForm Form, string SentTo, bool ByLink = false, DateTimeOffset? AgainAt = null);
