using Komeji.Domain.Catalog;

namespace Komeji.Application.Catalog.Imports;

/// <summary>A column of the product table, the same in templates, imports and exports.</summary>
/// <param name="aliases">Other headings people write.</param>
public sealed class ImportColumn(string title, bool needed, bool ofProduct, string help, (string First, string Second, string Service) examples, params string[] aliases)
{
    /// <summary>Heading, as people read it.</summary>
    public string Title => title;

    /// <summary>For a new product.</summary>
    public bool Needed => needed;

    /// <summary>One value for all rows of a product; else each row, a variant, has its own.</summary>
    public bool OfProduct => ofProduct;

    /// <summary>What to write, for the template's second sheet.</summary>
    public string Help => help;

    /// <summary>Of the template's rows: goods of two variants, and a service.</summary>
    public (string First, string Second, string Service) Examples => examples;

    public static readonly ImportColumn Sku = new("SKU", true, false, "Kode barang Anda sendiri, satu untuk setiap baris. Kode yang sudah ada di toko mengubah barang itu; kode baru menambah barang.", ("CONTOH-01", "CONTOH-02", "CONTOH-JASA"), "Kode barang", "Kode");
    public static readonly ImportColumn Name = new("Nama produk", true, true, "5 sampai 120 huruf. Baris dengan nama yang sama menjadi satu produk dengan beberapa varian.", ("Kerupuk udang Bu Sri 250 g", "Kerupuk udang Bu Sri 250 g", "Servis AC cuci dan isi freon"), "Nama");
    public static readonly ImportColumn Variant = new("Varian", false, false, "Nama pilihan, misalnya Pedas. Kosongkan bila hanya ada satu.", ("Asin", "Pedas", ""), "Nama varian");
    public static readonly ImportColumn Category = new("Kategori", true, true, "Nama kategori dari lembar Kategori; kategorinya menentukan barang atau jasa.", ("Keripik & kerupuk", "Keripik & kerupuk", "Servis AC & elektronik"));
    public static readonly ImportColumn Price = new("Harga", true, false, "Rupiah bulat, Rp100 sampai Rp1.000.000.000: 18500 atau 18.500.", ("18500", "19500", "75000"));
    public static readonly ImportColumn Stock = new("Stok", true, false, "Jumlah yang bisa dijual sekarang, 0 bila habis. Kosongkan untuk jasa.", ("40", "25", ""));
    public static readonly ImportColumn StockSeen = new("Stok saat ekspor", false, false, "Diisi oleh ekspor; biarkan apa adanya. Dengan angka ini yang terjual sesudah ekspor tetap terjual.", ("", "", ""));
    public static readonly ImportColumn Weight = new("Berat (gram)", true, true, "Dengan kemasan, dalam gram. Kosongkan untuk jasa.", ("300", "300", ""), "Berat");
    public static readonly ImportColumn Description = new("Keterangan", false, true, "Bahan, cara pakai, daya tahan; paling panjang 5.000 huruf.", ("Renyah, dari udang segar.", "", "Dikerjakan teknisi berpengalaman."), "Deskripsi");
    public static readonly ImportColumn Length = new("Panjang (cm)", false, true, "Ukuran kemasan.", ("25", "", ""), "Panjang");
    public static readonly ImportColumn Width = new("Lebar (cm)", false, true, "Ukuran kemasan.", ("20", "", ""), "Lebar");
    public static readonly ImportColumn Height = new("Tinggi (cm)", false, true, "Ukuran kemasan.", ("6", "", ""), "Tinggi");
    public static readonly ImportColumn Net = new("Isi bersih", false, true, "Angka, untuk harga per 100 g atau per lembar.", ("250", "", ""));
    public static readonly ImportColumn Unit = new("Satuan isi", false, true, "g, ml, buah, lembar, pasang, atau porsi.", ("g", "", ""), "Satuan");
    public static readonly ImportColumn Handling = new("Penyiapan (hari kerja)", false, true, "0 sampai 60; kosong berarti 1.", ("1", "", ""), "Penyiapan", "Waktu penyiapan");
    public static readonly ImportColumn Origin = new("Asal", false, true, "Misalnya Kab. Jember.", ("Kab. Jember", "", ""));
    public static readonly ImportColumn Local = new("Produk lokal", false, true, "ya atau tidak.", ("ya", "", ""));
    public static readonly ImportColumn Permits = new("Nomor izin", false, true, "P-IRT, BPOM, halal, atau lainnya.", ("", "", ""), "Izin");
    public static readonly ImportColumn WarrantyKind = new("Garansi", false, true, "tanpa, toko, atau pembuat.", ("tanpa", "", "tanpa"));
    public static readonly ImportColumn WarrantyMonths = new("Lama garansi (bulan)", false, true, "1 sampai 120.", ("", "", ""), "Lama garansi");
    public static readonly ImportColumn WarrantyAnswerer = new("Penjawab garansi", false, true, "Nama toko atau pembuat.", ("", "", ""));
    public static readonly ImportColumn WarrantyTerms = new("Ketentuan garansi", false, true, "Paling panjang 1.000 huruf.", ("", "", ""));
    public static readonly ImportColumn State = new("Status", false, true, "draf, tayang, atau arsip. Produk baru tanpa foto hanya bisa draf.", ("draf", "", "draf"));

    public static readonly ImportColumn Duration = new("Lama pengerjaan", false, true, "Hanya untuk jasa: 90 menit, 2 jam, atau 3 hari.", ("", "", "90 menit"), "Lama jasa", "Durasi");
    public static readonly ImportColumn Place = new("Tempat jasa", false, true, "Hanya untuk jasa: penjual (di tempat Anda), pembeli (di tempat pembeli), atau daring.", ("", "", "pembeli"), "Tempat");
    public static readonly ImportColumn Days = new("Hari layanan", false, true, "Hanya untuk jasa: Senin-Sabtu, atau Senin, Rabu, Jumat, atau setiap hari. Kosong berarti Senin-Sabtu.", ("", "", "Senin-Sabtu"), "Hari");
    public static readonly ImportColumn Hours = new("Jam layanan", false, true, "Hanya untuk jasa, dalam WIB: 08.00-16.00. Kosong berarti itu.", ("", "", "08.00-16.00"), "Jam");
    public static readonly ImportColumn PerDay = new("Janji sehari", false, true, "Hanya untuk jasa: 1 sampai 200; kosong berarti 4.", ("", "", "4"));
    public static readonly ImportColumn AtOnce = new("Janji bersamaan", false, true, "Hanya untuk jasa: janji pada waktu yang sama; kosong berarti 1.", ("", "", "1"));
    public static readonly ImportColumn Notice = new("Pemberitahuan (jam)", false, true, "Hanya untuk jasa: dipesan paling lambat sekian jam sebelumnya, 2 sampai 336; kosong berarti 24.", ("", "", "24"), "Pemberitahuan");
    public static readonly ImportColumn Served = new("Wilayah layanan", false, true, "Hanya untuk jasa di tempat pembeli: kabupaten atau kota di provinsi Anda, atau kecamatan di sekitar toko, dipisah titik koma. Salin dari lembar Wilayah.", ("", "", "Kab. Jember; Kec. Patrang"), "Wilayah");

    /// <summary>Of services alone.</summary>
    public static readonly IReadOnlyList<ImportColumn> Timetable = [Duration, Place, Days, Hours, PerDay, AtOnce, Notice, Served];

    /// <summary>In the order of the table.</summary>
    public static readonly IReadOnlyList<ImportColumn> All =
    [
        Sku, Name, Variant, Category, Price, Stock, StockSeen, Weight, Description, Length, Width, Height, Net, Unit, Handling, Origin, Local, Permits,
        WarrantyKind, WarrantyMonths, WarrantyAnswerer, WarrantyTerms, .. Timetable, State,
    ];

    /// <summary>Null for a heading of no column. Signs, case and what stands in brackets do not matter.</summary>
    public static ImportColumn? Find(string heading)
    {
        var asked = Folded(heading);
        return All.FirstOrDefault(c => c.Headings.Any(t => Folded(t) == asked));
    }

    IEnumerable<string> Headings => aliases.Prepend(title);

    static string Folded(string heading) => SearchWords.Fold(heading.Split('(')[0]);
}
