namespace Komeji.Web.Areas.Operations.Reconciliation;

/// <summary>A form that asks for a reason.</summary>
/// <param name="Action">Where it posts to.</param>
public sealed record ReasonPart(string Title, string Advice, string Action, string Button)
{
    public static ReasonPart Explain(string address, string advice) => new("Jelaskan", advice, $"{address}/jelaskan", "Simpan Penjelasan");

    public static ReasonPart Reverse(string address) =>
        new("Bukan milik bank?", "Petugas lain dari yang membukukan membatalkannya dengan jurnal balik. Mutasi ini lalu kembali menunggu.", $"{address}/batalkan", "Batalkan Pembukuan");

    public static ReasonPart Reopen(string address, bool matched) => matched
        ? new("Pencocokan salah?", "Mutasi dan jurnalnya kembali menunggu. Riwayatnya tetap tersimpan.", $"{address}/lepas", "Lepas Pencocokan")
        : new("Penjelasan salah?", "Baris ini kembali menunggu. Penjelasan lama tetap ada di riwayat.", $"{address}/lepas", "Tarik Penjelasan");
}
