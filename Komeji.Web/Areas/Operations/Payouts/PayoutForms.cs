using System.ComponentModel.DataAnnotations;
using Komeji.Application.Payouts.Desk;
using Komeji.Domain.Common;
using Komeji.Domain.Payouts;

namespace Komeji.Web.Areas.Operations.Payouts;

/// <summary>A part of the list of payouts.</summary>
/// <param name="States">Empty: all.</param>
public sealed record PayoutTab(string Slug, string Title, params IReadOnlyList<PayoutState> States)
{
    public static readonly IReadOnlyList<PayoutTab> All =
    [
        new("perlu", "Perlu dikerjakan", PayoutState.Requested, PayoutState.AwaitingApproval, PayoutState.Approved, PayoutState.Failed, PayoutState.NeedsCheck),
        new("diproses", "Diproses bank", PayoutState.Processing, PayoutState.NeedsCheck),
        new("ditunda", "Ditunda", PayoutState.OnHold),
        new("berhasil", "Berhasil", PayoutState.Succeeded),
        new("kembali", "Tidak dibayar", PayoutState.Returned, PayoutState.Rejected, PayoutState.Cancelled),
        new("semua", "Semua"),
    ];

    public static PayoutTab Find(string? slug) => All.FirstOrDefault(t => t.Slug == slug) ?? All[0];
}

public sealed record PayoutsView(PayoutTab Tab, string Words, PayoutsPage Page);

/// <param name="Account">The whole number, for this answer only; null when it was not asked for.</param>
public sealed record PayoutView(PayoutPage Page, string? Account);

public class PayoutReasonForm
{
    [DataType(DataType.MultilineText), Display(Name = "Alasan"), Required(ErrorMessage = "Tulis alasannya, 5 sampai 500 huruf."), StringLength(500, MinimumLength = 5, ErrorMessage = "Tulis alasannya, 5 sampai 500 huruf.")]
    public string Alasan { get; set; } = "";
}

/// <summary>Needed only where the bank did not confirm the account's holder.</summary>
public sealed class PayoutApprovalForm
{
    [DataType(DataType.MultilineText), Display(Name = "Alasan"), StringLength(500, ErrorMessage = "Alasan paling banyak 500 huruf.")]
    public string? AlasanNama { get; set; }
}

public sealed class PayoutHoldForm : PayoutReasonForm
{
    [Display(Name = "Sebab"), Required(ErrorMessage = "Pilih sebab penundaan.")]
    public PayoutHoldReason? Sebab { get; set; }
}

public class PayoutDoubtForm : PayoutReasonForm
{
    /// <summary>Which try the page showed.</summary>
    [Display(Name = "Pengiriman")]
    public int Pengiriman { get; set; }
}

public sealed class PayoutFailureForm : PayoutDoubtForm
{
    /// <summary>Empty: the bank took nothing.</summary>
    [Display(Name = "Biaya")]
    public Rupiah? Biaya { get; set; }
}

public sealed class PayoutSuccessForm
{
    /// <summary>Which try the page showed.</summary>
    [Display(Name = "Pengiriman")]
    public int Pengiriman { get; set; }

    [Display(Name = "Referensi"), Required(ErrorMessage = "Tulis nomor referensi dari bank."), StringLength(60, MinimumLength = 4, ErrorMessage = "Nomor referensi 4 sampai 60 huruf atau angka.")]
    public string Referensi { get; set; } = "";

    /// <summary>Empty: the bank took nothing.</summary>
    [Display(Name = "Biaya")]
    public Rupiah? Biaya { get; set; }
}

public sealed class PayoutFileForm
{
    [Display(Name = "Saluran")]
    public PayoutChannel? Saluran { get; set; }

    /// <summary>One payout alone.</summary>
    [Display(Name = "Pencairan")]
    public Guid? Hanya { get; set; }

    /// <summary>The provider sends it; else a file for the bank is made.</summary>
    [Display(Name = "Lewat penyedia")]
    public bool LewatPenyedia { get; set; }

    /// <summary>Sent again after a failure: the bank's statement does not hold the transfer before.</summary>
    [Display(Name = "Mutasi sudah dibaca")]
    public bool MutasiDibaca { get; set; }
}
