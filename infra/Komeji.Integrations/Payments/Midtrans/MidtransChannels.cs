using System.Text.Json;
using Komeji.Application.Payments;
using Komeji.Domain.Common;

namespace Komeji.Integrations.Payments.Midtrans;

/// <summary>One way to pay at Midtrans.</summary>
/// <param name="Type">Midtrans' own <c>payment_type</c>; empty where its page offers several.</param>
/// <param name="Bank">The bank of a virtual account.</param>
/// <param name="OnPage">What its page offers.</param>
/// <param name="Price">Midtrans does not tell what it keeps: it is what the contract says of this way.</param>
sealed record MidtransChannel(PayChannel Shown, string Type, string Bank, IReadOnlyList<string> OnPage, ContractPrice Price);

/// <summary>The ways to pay that we know at Midtrans. Which of them are offered is a setting, for each has to be opened there first.</summary>
static class MidtransChannels
{
    public const string Scan = "qris";
    public const string Bill = "mandiri_bill";
    public const string Wallet = "dompet";
    public const string Card = "kartu";

    /// <summary>Bank Indonesia's limit for one payment by QRIS.</summary>
    static readonly Rupiah MostByQris = new(10_000_000);

    static readonly Rupiah LeastByAccount = new(10_000);

    public static readonly IReadOnlyList<MidtransChannel> All =
    [
        new(new PayChannel(Scan, "QRIS", "Pindai dengan aplikasi bank atau dompet digital apa pun", PayChannelKind.Scan, new Rupiah(1), MostByQris), "qris", "", [], ContractPrice.Scan),
        Account("bca", "BCA"),
        Account("bni", "BNI"),
        Account("bri", "BRI"),
        new(new PayChannel(Bill, "Mandiri", "Bayar tagihan di Livin’ by Mandiri atau ATM Mandiri", PayChannelKind.Bill, LeastByAccount, Rupiah.Largest), "echannel", "", [], ContractPrice.Account),
        Account("permata", "Permata"),
        new(new PayChannel(Wallet, "GoPay atau ShopeePay", "Lanjut di halaman Midtrans, lalu di aplikasinya", PayChannelKind.Page, new Rupiah(1), MostByQris), "", "", ["gopay", "shopeepay"], ContractPrice.Wallet),
        new(new PayChannel(Card, "Kartu kredit atau debit", "Visa, Mastercard, dan JCB di halaman Midtrans; Komeji tidak melihat nomor kartu Anda", PayChannelKind.Page, LeastByAccount, Rupiah.Largest), "", "", ["credit_card"], ContractPrice.Card),
    ];

    public static MidtransChannel? Named(string code) => All.FirstOrDefault(c => c.Shown.Code == code);

    /// <summary>By which way a transaction is, or was, paid; null for one we never offer.</summary>
    public static MidtransChannel? Of(JsonElement transaction) => transaction.Text("payment_type") switch
    {
        "qris" => Named(Scan),
        "echannel" => Named(Bill),
        "credit_card" => Named(Card),
        "gopay" or "shopeepay" => Named(Wallet),
        "bank_transfer" or "permata" => Named(BankOf(transaction) + "_va"),
        _ => null,
    };

    /// <summary>Money that came to a virtual account cannot go back through it.</summary>
    public static bool CanGiveBack(JsonElement transaction) => transaction.Text("payment_type") is not ("bank_transfer" or "permata" or "echannel" or "cstore");

    /// <summary>The number to transfer to; empty while there is none.</summary>
    public static string NumberOf(JsonElement transaction) =>
        transaction.Text("permata_va_number") is { Length: > 0 } permata ? permata
        : transaction.Text("bill_key") is { Length: > 0 } bill ? bill
        : transaction.List("va_numbers").Select(n => n.Text("va_number")).FirstOrDefault("");

    static string BankOf(JsonElement transaction) =>
        transaction.Text("permata_va_number").Length > 0 ? "permata" : transaction.List("va_numbers").Select(n => n.Text("bank")).FirstOrDefault("");

    static MidtransChannel Account(string bank, string name) => new(
        new PayChannel($"{bank}_va", $"Virtual Account {name}", $"Transfer dari {name} atau bank lain", PayChannelKind.Account, LeastByAccount, Rupiah.Largest), "bank_transfer", bank, [], ContractPrice.Account);
}
