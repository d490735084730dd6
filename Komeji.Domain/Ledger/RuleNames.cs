namespace Komeji.Domain.Ledger;

/// <summary>What people call the posting rules.</summary>
public static class RuleNames
{
    public static string Of(string rule) => rule switch
    {
        "P1" => "Belanja dibayar",
        "P2" => "Biaya penyedia pembayaran",
        "P3" => "Perpindahan dana",
        "P4" => "Ongkos kurir",
        "P5" => "Pesanan selesai",
        "P6" => "Pengembalian dana sebelum selesai",
        "P7" => "Pengembalian dana setelah selesai",
        "P8" => "Pengembalian dana yang ditanggung pihak lain",
        "P9" => "Pengiriman pengembalian dana",
        "P10" => "Bagi hasil bulanan",
        "P11" => "Pencairan saldo",
        "P12" => "Sengketa di bank pembeli",
        "P13" => "Pembayaran berlebih",
        "P14" => "Pembayaran yang tidak sesuai",
        "P15" => "Setoran pajak",
        "P16" => "Klaim dan penghapusannya",
        "P17" => "Dana promosi",
        "P18" => "Bayar di tempat",
        "P19" => "Pembulatan penyedia",
        "P20" => "Biaya dan bunga bank",
        _ => rule,
    };
}
