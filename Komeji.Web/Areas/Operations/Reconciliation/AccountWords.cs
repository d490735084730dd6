using System.Globalization;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Reconciliation;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Komeji.Web.Areas.Operations.Reconciliation;

/// <summary>Accounts as officers of finance know them.</summary>
public static class AccountWords
{
    public static string Of(int code) => Chart.Find(code).Name + " (" + code.ToString(CultureInfo.InvariantCulture) + ")";

    /// <summary>For two columns of a file, in which no amount begins with a sign that spreadsheets run.</summary>
    public static IReadOnlyList<string> InAndOut(Rupiah amount)
    {
        var rupiah = Math.Abs(amount.Amount).ToString(CultureInfo.InvariantCulture);
        return amount.IsNegative ? ["", rupiah] : [rupiah, ""];
    }

    /// <summary>What a line may be booked as, by where it went.</summary>
    public static IReadOnlyList<SelectListItem> OwnOf(bool wentOut) => wentOut
        ? [new("Biaya bank", nameof(BankOwn.Charge)), new("Pajak bunga yang dipotong bank", nameof(BankOwn.InterestTax))]
        : [new("Bunga atau jasa giro", nameof(BankOwn.Interest))];

    /// <summary>What was done to a line, an entry or a reported row.</summary>
    public static string Step(string reasonCode) => reasonCode switch
    {
        "matched" => "Dicocokkan sendiri",
        "matched_by_hand" => "Dicocokkan",
        "match_undone" => "Pencocokan dilepas",
        "explained" => "Dijelaskan",
        "explanation_withdrawn" => "Penjelasan ditarik",
        "booked_as_bank_own" => "Dibukukan sebagai biaya atau bunga bank",
        "as_booked" => "Sesuai buku",
        _ => reasonCode,
    };
}
