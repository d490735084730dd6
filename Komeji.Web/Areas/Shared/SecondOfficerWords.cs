using Komeji.Domain.Payments;

namespace Komeji.Web.Areas.Shared;

/// <summary>How decisions about money that need two officers are written.</summary>
public static class SecondOfficerWords
{
    public const string Waits = "Keputusan dicatat dan menunggu persetujuan petugas keuangan lain. Sebelum itu tidak ada uang yang bergerak.";

    public static string Of(MoneyAct act) => act switch
    {
        MoneyAct.Refund => "Pengembalian dana",
        MoneyAct.DisputeBorne => "Sengketa ditanggung koperasi",
        MoneyAct.DisputeMoneyBack => "Uang sengketa yang kembali",
        MoneyAct.WrongMoneyReturned => "Uang tidak sesuai dikembalikan",
        MoneyAct.ClaimWrittenOff => "Klaim kurir dihapuskan",
        MoneyAct.Complaint => "Keputusan komplain",
        MoneyAct.CashFeesWrittenOff => "Biaya bayar di tempat dihapuskan",
        MoneyAct.ShopDebtWrittenOff => "Kekurangan saldo toko dihapuskan",
        MoneyAct.DisputeEnd => "Hasil sengketa",
        MoneyAct.BankLineBooked => "Mutasi dibukukan sebagai milik bank",
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
    };

    /// <summary>The page of what it is about.</summary>
    public static string Page(MoneyAct act, Guid subject, string number) => act switch
    {
        MoneyAct.Refund or MoneyAct.Complaint => $"/operator/pesanan/{number}/pengembalian",
        MoneyAct.DisputeBorne or MoneyAct.DisputeMoneyBack or MoneyAct.DisputeEnd => $"/operator/sengketa/{subject}",
        MoneyAct.WrongMoneyReturned => $"/operator/uang-tidak-sesuai/{number}",
        MoneyAct.ClaimWrittenOff => $"/operator/klaim/{subject}",
        MoneyAct.CashFeesWrittenOff or MoneyAct.ShopDebtWrittenOff => $"/operator/utang-toko/{subject}",
        MoneyAct.BankLineBooked => $"/operator/selisih/mutasi/{subject}",
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
    };

    public static string Of(ShopDebt debt) => debt == ShopDebt.CashFees ? "Biaya bayar di tempat" : "Kekurangan saldo";

    /// <summary>What else was decided.</summary>
    public static string Details(MoneyAct act, string details) => act != MoneyAct.DisputeEnd ? $"Uang ini untuk {Owner(details)}."
        : details.StartsWith(nameof(DisputeState.Won), StringComparison.Ordinal) ? "Bank memutuskan kita menang."
        : "Bank memutuskan kita kalah.";

    /// <summary>To whom money that came back after a lost dispute is to go.</summary>
    public static string Owner(string to) => to switch
    {
        "Shops" => "toko yang dulu menanggung",
        "Buyer" => "pembeli",
        _ => "koperasi",
    };

    public static string Courier(string code) => code.Length > 0 ? code.ToUpperInvariant() : "Toko yang mengantar sendiri";
}
