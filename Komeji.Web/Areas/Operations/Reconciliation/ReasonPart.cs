namespace Komeji.Web.Areas.Operations.Reconciliation;

/// <summary>A form that asks for a reason.</summary>
/// <param name="Action">Where it posts to.</param>
public sealed record ReasonPart(string Title, string Advice, string Action, string Button)
{
    public static ReasonPart Explain(string address, string advice) => new("Jelaskan", advice, $"{address}/jelaskan", "Simpan Penjelasan");

    public static ReasonPart Reopen(string address, bool matched) => matched
        ? new("Pencocokan salah?", "Mutasi dan jurnalnya kembali menunggu. Riwayatnya tetap tersimpan.", $"{address}/lepas", "Lepas Pencocokan")
        : new("Penjelasan salah?", "Baris ini kembali menunggu. Penjelasan lama tetap ada di riwayat.", $"{address}/lepas", "Tarik Penjelasan");
}
