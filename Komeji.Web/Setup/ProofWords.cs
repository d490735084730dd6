using Microsoft.AspNetCore.Routing.Patterns;

namespace Komeji.Web.Setup;

/// <summary>What the page of the proof calls the act it asks for, by the fixed parts of the act's address.</summary>
public static class ProofWords
{
    static readonly Dictionary<string, string> Acts = new(StringComparer.Ordinal)
    {
        ["akun/kontak"] = "mengganti kontak akun",
        ["akun/kontak/hapus"] = "menghapus kontak akun",
        ["akun/keamanan/kode-kedua/kode-pemulihan"] = "membuat kode pemulihan baru",
        ["akun/keamanan/kode-kedua/lepas"] = "melepas kode kedua",
        ["dinas/dokumen/cabut"] = "mencabut dokumen",
        ["operator/kabar-pembayaran"] = "memproses ulang kabar pembayaran",
        ["operator/kabar-pembayaran/tutup"] = "menutup kabar pembayaran",
        ["operator/garansi/pengembalian"] = "mengembalikan dana untuk klaim garansi",
        ["operator/garansi/putusan"] = "memutuskan klaim garansi",
        ["operator/klaim/hapuskan"] = "menghapuskan klaim kurir",
        ["operator/klaim/masuk"] = "mencatat pembayaran klaim kurir",
        ["operator/komplain/buka-lagi"] = "membuka lagi komplain",
        ["operator/komplain/putusan"] = "memutuskan komplain",
        ["operator/pajak/masa/catat"] = "mencatat setoran pajak",
        ["operator/pajak/masa/siapkan"] = "menyiapkan setoran pajak",
        ["operator/pajak/masa/batalkan"] = "membatalkan setoran pajak",
        ["operator/pekerjaan/jalankan"] = "menjalankan pekerjaan",
        ["operator/pemulihan/setujui"] = "menyetujui pemulihan akun",
        ["operator/pemulihan/tolak"] = "menolak pemulihan akun",
        ["operator/pencairan/berkas"] = "membuat berkas pencairan",
        ["operator/pencairan/berkas/unduh"] = "mengunduh berkas pencairan",
        ["operator/pencairan/berhasil"] = "mencatat pencairan berhasil",
        ["operator/pencairan/dikembalikan"] = "mencatat pencairan dikembalikan bank",
        ["operator/pencairan/gagal"] = "mencatat pencairan gagal",
        ["operator/pencairan/rekening"] = "melihat nomor rekening",
        ["operator/pencairan/setujui"] = "menyetujui pencairan",
        ["operator/pencairan/siapkan"] = "menyiapkan pencairan",
        ["operator/pencairan/tolak"] = "menolak pencairan",
        ["operator/pencairan/tunda"] = "menunda pencairan",
        ["operator/pengaturan"] = "mengubah pengaturan",
        ["operator/pengaturan/hari-libur"] = "mengubah hari libur",
        ["operator/pengembalian-dana/catat"] = "mencatat transfer pengembalian dana",
        ["operator/pengembalian-dana/rekening"] = "melihat nomor rekening pembeli",
        ["operator/pengembalian-dana/siapkan"] = "menyiapkan transfer pengembalian dana",
        ["operator/pengganti/putusan"] = "memutuskan pengganti",
        ["operator/pengguna/aktifkan"] = "mengaktifkan lagi akun pengguna",
        ["operator/pengguna/csv"] = "mengunduh daftar pengguna",
        ["operator/pengguna/keluarkan"] = "mengeluarkan pengguna dari semua perangkatnya",
        ["operator/pengguna/nonaktifkan"] = "menonaktifkan akun pengguna",
        ["operator/pengguna/peran"] = "memberi peran",
        ["operator/pengguna/peran/cabut"] = "mencabut peran",
        ["operator/persetujuan/setujui"] = "menyetujui usulan petugas lain",
        ["operator/persetujuan/tolak"] = "menolak usulan petugas lain",
        ["operator/pesanan/komplain"] = "mengajukan komplain atas nama pembeli untuk pesanan",
        ["operator/pesanan/pembatalan"] = "membatalkan pesanan",
        ["operator/pesanan/pembatalan-sisa"] = "membatalkan sisa pesanan",
        ["operator/pesanan/pengembalian"] = "mengembalikan dana pesanan",
        ["operator/pesanan/pengembalian-paket"] = "mencatat paket kembali dari pesanan",
        ["operator/pesanan/penyerahan"] = "mencatat penyerahan pesanan",
        ["operator/pindah-dana"] = "memindahkan dana koperasi",
        ["operator/pusat-layanan/orang/lihat"] = "melihat data pribadi",
        ["operator/pusat-layanan/pesanan/lihat"] = "melihat data pribadi pada pesanan",
        ["operator/pusat-layanan/tiket/lihat"] = "melihat data pribadi pada tiket",
        ["operator/retur/putusan"] = "memutuskan retur",
        ["operator/sengketa/hasil"] = "mencatat hasil sengketa",
        ["operator/sengketa/tanggung"] = "menanggung sengketa dengan dana koperasi",
        ["operator/toko/tangguhkan"] = "menangguhkan toko",
        ["operator/toko/tutup"] = "menutup toko",
        ["operator/uang-tidak-sesuai"] = "mengembalikan uang yang tidak sesuai untuk",
        ["operator/utang-toko/hapuskan"] = "menghapuskan utang toko",
        ["operator/utang-toko/masuk"] = "mencatat pembayaran utang toko",
        ["operator/voucher"] = "membuat voucher",
        ["operator/voucher/aktifkan"] = "mengaktifkan voucher",
        ["operator/voucher/hentikan"] = "menghentikan voucher",
        ["operator/voucher/kembalikan-dana"] = "mengembalikan dana voucher",
        ["penjual/staf"] = "mengundang staf",
        ["penjual/staf/hak"] = "mengubah hak staf",
        ["penjual/toko/tutup"] = "menutup toko Anda",
    };

    /// <summary>The fixed parts of every address that has words.</summary>
    public static IReadOnlyCollection<string> Places => Acts.Keys;

    /// <returns>Null where the address alone does not tell.</returns>
    public static string? Of(HttpContext http)
    {
        if (http.GetEndpoint() is not RouteEndpoint endpoint)
        {
            return null;
        }

        var place = string.Join('/', endpoint.RoutePattern.PathSegments.SelectMany(s => s.Parts).OfType<RoutePatternLiteralPart>().Select(p => p.Content));
        var number = http.GetRouteValue("number") ?? http.GetRouteValue("nomor");
        return !Acts.TryGetValue(place, out var act) ? null : number is string text ? $"{act} {text}" : act;
    }
}
