namespace Komeji.Web.Setup;

/// <param name="Icon">Id in <c>/img/ikon.svg</c>.</param>
/// <param name="Policy">Who sees it; the page behind it asks the same policy again. Null: whoever may enter the area.</param>
public sealed record OfficeMenuItem(string Title, string Address, string Icon, string? Policy = null);

/// <summary>The side menu of a back office.</summary>
/// <param name="Place">Where the person is, shown beside the logo.</param>
public sealed record OfficeMenu(string Place, IReadOnlyList<OfficeMenuItem> Items)
{
    static readonly OfficeMenu Seller = new("Toko Anda",
    [
        new("Beranda", "/penjual", "home"),
        new("Pesanan", "/penjual/pesanan", "receipt", "toko:Orders"),
        new("Komplain", "/penjual/komplain", "warn", "toko:Orders"),
        new("Pesan", "/penjual/pesan", "chat", "toko:Orders"),
        new("Kesehatan toko", "/penjual/kesehatan", "chart", "toko:Orders"),
        new("Retur", "/penjual/retur", "undo", "toko:Orders"),
        new("Jadwal", "/penjual/jadwal", "calendar", "toko:Orders"),
        new("Garansi", "/penjual/garansi", "shield", "toko:Orders"),
        new("Produk", "/penjual/produk", "box", "toko:Products"),
        new("Etalase", "/penjual/etalase", "tag", "toko:Products"),
        new("Voucher", "/penjual/voucher", "tag", "toko:Money"),
        new("Ulasan", "/penjual/ulasan", "star", "toko:Products"),
        new("Pertanyaan", "/penjual/pertanyaan", "chat", "toko:Products"),
        new("Saldo", "/penjual/saldo", "wallet", "toko:Money"),
        new("Pajak", "/penjual/pajak", "file", "toko:Money"),
        new("Legalitas", "/penjual/legalitas", "shield", "toko:Papers"),
        new("Toko", "/penjual/toko", "shop", "toko:Page"),
        new("Staf", "/penjual/staf", "people", "toko:Own"),
        new("Pendampingan", "/penjual/pendamping", "person", "toko:Own"),
        new("Pilih toko", "/penjual/pilih-toko", "refresh", "OtherShops"),
    ]);

    static readonly OfficeMenu Community = new("Komunitas",
    [
        new("Pendampingan", "/mitra/pendampingan", "people", "Helpers"),
        new("Pra-periksa", "/mitra/pra-periksa", "check-circle", "Helpers"),
    ]);

    static readonly OfficeMenu Operations = new("Kantor koperasi",
    [
        new("Beranda", "/operator", "home"),
        new("Pesanan", "/operator/pesanan", "receipt", "Orders"),
        new("Voucher", "/operator/voucher", "tag", "Vouchers"),
        new("Komplain", "/operator/komplain", "warn", "Orders"),
        new("Garansi", "/operator/garansi", "shield", "Refunds"),
        new("Retur", "/operator/retur", "undo", "Orders"),
        new("Pusat layanan", "/operator/pusat-layanan", "search", "CallCentre"),
        new("Tiket", "/operator/pusat-layanan/tiket", "chat", "CallCentre"),
        new("Data dilihat", "/operator/pusat-layanan/akses", "eye", "Audit"),
        new("Pencairan", "/operator/pencairan", "wallet", "Finance"),
        new("Persetujuan", "/operator/persetujuan", "check-circle", "Finance"),
        new("Klaim kurir", "/operator/klaim", "wallet", "Finance"),
        new("Utang toko", "/operator/utang-toko", "wallet", "Finance"),
        new("Posisi dana", "/operator/posisi-dana", "wallet", "Books"),
        new("Pindah dana", "/operator/pindah-dana", "wallet", "Finance"),
        new("Buku besar", "/operator/buku-besar", "book", "Books"),
        new("Titik ambil", "/operator/titik-ambil", "pin", "Points"),
        new("Tinjauan produk", "/operator/tinjauan-produk", "eye", "Listings"),
        new("Tinjauan ulasan", "/operator/tinjauan-ulasan", "star", "Listings"),
        new("Toko", "/operator/toko", "shop", "Shops"),
        new("Tinjauan toko", "/operator/tinjauan-toko", "eye", "Shops"),
        new("Pesan dilaporkan", "/operator/pesan-dilaporkan", "chat", "Shops"),
        new("Rekening koran", "/operator/rekening-koran", "book", "Finance"),
        new("Laporan Midtrans", "/operator/laporan-midtrans", "file", "Finance"),
        new("Selisih", "/operator/selisih", "list", "Finance"),
        new("Pengguna", "/operator/pengguna", "people", "Admin"),
        new("Pemulihan akun", "/operator/pemulihan", "shield", "Admin"),
        new("Pekerjaan", "/operator/pekerjaan", "refresh", "Jobs"),
        new("Surat", "/operator/surat", "mail", "Messages"),
        new("Pajak", "/operator/pajak", "file", "Finance"),
        new("Aturan pajak", "/operator/pajak/aturan", "book", "SeeSettings"),
        new("Pengaturan", "/operator/pengaturan", "gear", "SeeSettings"),
    ]);

    static readonly OfficeMenu Office = new("Dinas Koperasi",
    [
        new("Antrean", "/dinas/antrean", "check-circle", "Verify"),
        new("Register UMKM", "/dinas/register", "office"),
        new("Laporan", "/dinas/laporan", "chart"),
        new("Audit", "/dinas/audit", "shield", "Audit"),
    ]);

    /// <summary>The menu of an area with a back office.</summary>
    public static OfficeMenu Of(string area) => area switch
    {
        "Seller" => Seller,
        "Operations" => Operations,
        "Community" => Community,
        "Office" => Office,
        _ => throw new ArgumentOutOfRangeException(nameof(area), area, "This area has no back office."),
    };

    /// <summary>The item a page belongs to: the one with the longest address the page's begins with.</summary>
    public OfficeMenuItem? Current(PathString page) =>
        Items.Where(i => page.StartsWithSegments(i.Address)).MaxBy(i => i.Address.Length);
}

/// <summary>A step of the way to a page, from the office's start.</summary>
public sealed record Crumb(string Title, string Address);
