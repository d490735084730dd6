namespace Komeji.Web.Demo;

/// <param name="Word">As written in the product's name: <c>250 g</c>; empty when there is one size only.</param>
/// <param name="Net">Net contents for the unit price; 0 when it makes no sense.</param>
/// <param name="Price">Rupiah, before the shop's own variation.</param>
public sealed record DemoPack(string Word, int Net, string Unit, long Price, int Grams);

/// <summary>What demo shops sell of one kind: names are combined with sizes, and choices become variants.</summary>
/// <param name="Kind">The illustration's kind.</param>
/// <param name="Choices">Variants: flavours, colours, sizes of clothes; empty for none.</param>
/// <param name="Words">Sentences the description is made of.</param>
/// <param name="WarrantyMonths">0 for none.</param>
public sealed record DemoKind(string Kind, bool IsService, string[] Names, DemoPack[] Sizes, string[] Choices, string[] Words, int WarrantyMonths = 0);

/// <summary>Invented goods and services that East Java's small businesses really make.</summary>
public static class DemoCatalogue
{
    public static readonly IReadOnlyList<DemoKind> All =
    [
        new("keripik", false, ["Keripik tempe sagu renyah", "Keripik singkong balado", "Keripik pisang kepok manis", "Keripik apel Malang", "Keripik usus gurih", "Keripik bayam daun jeruk"],
            [G(100, 11_500), G(200, 18_500), G(500, 41_000)], ["Daun jeruk", "Original", "Pedas"],
            ["Diiris tipis dan digoreng dengan minyak yang selalu diganti.", "Renyah sampai suapan terakhir, tanpa pengawet.", "Simpan di tempat kering, tahan tiga bulan."]),
        new("kerupuk", false, ["Kerupuk udang Sidoarjo mentah", "Kerupuk ikan tenggiri", "Kerupuk puli gurih", "Kerupuk bawang putih siap goreng"],
            [G(250, 17_000), G(500, 31_000), K(1, 58_000)], [],
            ["Dijemur matahari dua hari supaya mengembang saat digoreng.", "Udang dan ikan segar dari nelayan setempat."]),
        new("rengginang", false, ["Rengginang terasi mentah", "Rengginang manis gula merah", "Rengginang cumi siap goreng"],
            [G(250, 15_000), G(500, 27_000)], [], ["Dibuat dari ketan pilihan dan dijemur sampai kering.", "Goreng sebentar dengan api kecil, langsung mekar."]),
        new("kue-kering", false, ["Kue kacang jadul", "Nastar nanas Blitar", "Kastengel keju renyah", "Kue sagu keju", "Semprit susu klasik"],
            [G(250, 38_000), G(500, 68_000)], [], ["Dipanggang kecil-kecilan setiap pagi.", "Mentega asli, tidak terlalu manis, cocok untuk tamu."]),
        new("wingko", false, ["Wingko Babat kelapa muda", "Wingko ketan hitam", "Wingko nangka legit"],
            [P("isi 10", 10, 24_000, 450), P("isi 20", 20, 45_000, 900)], [], ["Kelapa parut segar, dipanggang di atas arang.", "Tahan lima hari di suhu ruang."]),
        new("suwar-suwir", false, ["Suwar-suwir Ambulu aneka rasa", "Tape singkong manis Bondowoso", "Dodol tape lembut"],
            [G(250, 14_000), G(500, 26_000)], ["Durian", "Nangka", "Original"], ["Resep turun-temurun keluarga.", "Manisnya dari tape singkong, bukan pemanis buatan."]),
        new("abon", false, ["Abon sapi gurih", "Abon lele pedas manis", "Abon ayam kampung", "Abon tuna rempah"],
            [G(100, 27_000), G(250, 62_000)], ["Original", "Pedas"], ["Seratnya panjang dan kering, tidak berminyak.", "Enak dengan nasi hangat atau isian roti."]),
        new("kopi", false, ["Kopi robusta Dampit bubuk", "Kopi arabika Ijen biji utuh", "Kopi luwak jelajah Argopuro", "Kopi robusta Wonosalam", "Kopi lanang Kalibaru", "Kopi rempah Bromo"],
            [G(100, 19_000), G(250, 42_000), G(500, 79_000)], ["Bubuk halus", "Bubuk kasar", "Biji utuh"],
            ["Dipetik merah, disangrai setiap minggu.", "Tanggal sangrai tercetak di kemasan.", "Seduh 12 gram untuk secangkir."]),
        new("teh", false, ["Teh hijau Wonosari", "Teh rosella merah kering", "Teh bunga telang", "Teh sereh jahe"],
            [G(50, 16_000), G(100, 29_000)], [], ["Dikeringkan perlahan supaya warnanya tetap cerah.", "Seduh lima menit dengan air hampir mendidih."]),
        new("jamu", false, ["Jamu kunyit asam segar", "Jamu beras kencur", "Jamu temulawak bubuk", "Sinom asam jawa"],
            [M(350, 11_000), M(600, 15_000)], [], ["Direbus pagi hari dari rimpang segar.", "Simpan di lemari es, habiskan dalam tujuh hari."]),
        new("es", false, ["Sirup markisa gunung", "Sari apel Batu", "Minuman cincau hitam", "Sirup jahe merah"],
            [M(330, 13_000), M(600, 24_000)], [], ["Buah asli tanpa pewarna.", "Kocok dahulu sebelum diminum."]),
        new("madu", false, ["Madu hutan Lumajang murni", "Madu randu Tuban", "Madu kelengkeng Pasuruan", "Madu klanceng asam segar"],
            [M(250, 62_000), M(330, 78_000), M(650, 145_000)], [], ["Diperas dingin, tidak dipanaskan.", "Kristal alami boleh muncul, tanda madunya asli."]),
        new("sambal", false, ["Sambal pecel Madiun pedas", "Sambal bajak terasi", "Sambal petis Sidoarjo", "Sambal cumi hitam", "Bumbu rujak cingur"],
            [G(150, 17_000), G(250, 24_000), G(500, 31_000)], ["Sedang", "Pedas", "Pedas sekali"], ["Kacang disangrai tanpa minyak.", "Cukup diseduh air panas, langsung jadi."]),
        new("terasi", false, ["Terasi Puger asli", "Petis ikan Tuban", "Terasi udang bakar"],
            [G(100, 13_000), G(250, 28_000)], [], ["Udang rebon segar, dijemur di atas para-para.", "Bungkus rapat supaya aromanya tidak ke mana-mana."]),
        new("beras", false, ["Beras mentik wangi Jombang", "Beras merah organik Ngawi", "Beras hitam Bojonegoro", "Beras ketan putih"],
            [K(1, 19_000), K(5, 86_000)], [], ["Digiling saat ada pesanan supaya tetap segar.", "Langsung dari kelompok tani."]),
        new("gula-aren", false, ["Gula aren cetak Pacitan", "Gula semut kelapa Blitar", "Gula merah tebu Kediri"],
            [G(250, 13_500), G(500, 24_000)], [], ["Disadap pagi dan sore, dimasak di tungku kayu.", "Harum dan cepat larut."]),
        new("ikan-asin", false, ["Ikan asin jambal Situbondo", "Teri nasi kering Sumenep", "Ikan asin sepat", "Cumi asin Lamongan"],
            [G(250, 29_000), G(500, 55_000)], [], ["Garamnya sedang, dijemur bersih.", "Dikemas hampa udara."]),
        new("buah", false, ["Apel manalagi Batu", "Jeruk siam Banyuwangi", "Mangga gadung Probolinggo", "Salak kacuk Malang", "Pisang agung Lumajang"],
            [K(1, 24_000), K(3, 66_000)], [], ["Dipetik sehari sebelum dikirim.", "Buah rusak di jalan diganti bila difoto saat kotak dibuka."]),
        new("telur-asin", false, ["Telur asin asap Sidoarjo", "Telur asin bakar masir", "Telur asin original"],
            [P("isi 6", 6, 27_000, 500), P("isi 10", 10, 43_000, 800)], [], ["Kuningnya masir dan berminyak.", "Direndam abu gosok dua belas hari."]),
        new("batik", false, ["Batik tulis Gedog pewarna alami", "Batik cap Jetis motif beras utah", "Batik tulis Tanjungbumi gentongan", "Batik ciprat Magetan", "Batik gajah oling Banyuwangi", "Batik tulis daun tembakau Jember"],
            [S("2,1 × 1,1 m", 185_000, 350), S("2,4 × 1,15 m", 385_000, 400)], [], ["Setiap lembar digambar tangan, jadi tidak ada dua yang sama.", "Cuci dengan lerak, jangan diperas."], 1),
        new("tenun", false, ["Sarung tenun Gresik halus", "Kain tenun ikat Kediri", "Selendang tenun Lamongan"],
            [S("", 265_000, 500)], ["Merah marun", "Biru laut", "Hijau daun"], ["Ditenun dengan alat tenun bukan mesin.", "Warnanya tidak luntur."]),
        new("kaos", false, ["Kaos sablon Arek Suroboyo", "Kaos katun motif reog", "Kaos bordir Bromo", "Kaos anak karapan sapi"],
            [S("", 79_000, 220)], ["S", "M", "L", "XL"], ["Katun 24s yang adem.", "Sablon rubber, tahan dicuci."], 1),
        new("jilbab", false, ["Jilbab segi empat voal motif", "Pashmina ceruty polos", "Jilbab instan kaos anak"],
            [S("", 49_000, 150)], ["Krem", "Hijau sage", "Cokelat susu", "Hitam"], ["Tegak di dahi dan tidak menerawang.", "Jahitan tepi rapi."]),
        new("tas-anyaman", false, ["Tas anyaman pandan motif parang", "Tas belanja mendong", "Keranjang rotan serbaguna", "Tas selempang eceng gondok"],
            [S("kecil", 58_000, 300), S("besar", 96_000, 600)], [], ["Dianyam ibu-ibu kelompok desa.", "Kuat untuk belanja harian."], 3),
        new("sepatu", false, ["Sepatu kulit pantofel Mojokerto", "Sepatu kain batik", "Sepatu boots kulit Magetan"],
            [S("", 245_000, 900)], ["39", "40", "41", "42", "43"], ["Kulit sapi asli dengan jahitan ganda.", "Salah ukuran boleh tukar sekali."], 6),
        new("sandal", false, ["Sandal kulit Magetan", "Sandal anyaman pandan", "Sandal bandol ban bekas"],
            [S("", 69_000, 450)], ["38", "39", "40", "41", "42"], ["Ringan dan tidak licin.", "Alas empuk untuk dipakai seharian."], 3),
        new("perhiasan", false, ["Cincin perak Pulo Lumajang", "Kalung manik-manik Gudo", "Anting kuningan ukir", "Kalung manik kaca Jombang"],
            [S("", 88_000, 60)], [], ["Dibuat satu per satu oleh perajin.", "Dikirim dalam kotak kain."], 6),
        new("gerabah", false, ["Kuali tanah liat Wajak", "Kendi gerabah Pagelaran", "Vas keramik Dinoyo", "Teko gerabah Malangan"],
            [S("", 64_000, 1_800)], [], ["Dibakar suhu tinggi supaya tidak rapuh.", "Dibungkus jerami dan kardus ganda."]),
        new("ukiran", false, ["Topeng kayu Malangan", "Topeng kayu Panji", "Hiasan dinding ukir jati", "Kotak perhiasan ukir jati"],
            [S("", 135_000, 700)], [], ["Kayu sisa bangunan yang diolah kembali.", "Bisa ditambah nama, tulis di catatan."], 3),
        new("mebel", false, ["Kursi kayu jati belanda", "Meja bundar kayu mahoni", "Lemari kecil kayu ukir", "Kursi makan kayu mindi"],
            [S("", 178_000, 4_500)], [], ["Sudah diamplas halus dan dipelitur.", "Dikirim terurai dengan petunjuk pasang."], 12),
        new("tanaman", false, ["Bibit kelengkeng diamond", "Aglonema hijau daun lebar", "Bonsai santigi kecil", "Lidah mertua mini", "Kaktus hias meja", "Bibit kopi robusta"],
            [S("", 47_000, 1_200)], [], ["Akar dibungkus lumut basah supaya segar sampai rumah.", "Mati dalam tiga hari diganti dengan foto."]),
        new("lampu-bambu", false, ["Lampu meja bambu", "Kap lampu gantung anyaman", "Lampion bambu taman"],
            [S("", 124_000, 1_100)], [], ["Kabel dan dudukan standar SNI.", "Cahayanya hangat menembus anyaman."], 6),
        new("sabun", false, ["Sabun susu kambing", "Sabun beras bengkuang", "Sabun cuci piring lerak"],
            [G(80, 18_000), M(450, 24_000)], [], ["Dibuat proses dingin, disimpan empat minggu sebelum dijual.", "Tanpa pewangi tajam."]),
        new("lilin", false, ["Lilin aromaterapi sereh", "Lilin kedelai kayu manis", "Lilin hias bunga"],
            [G(120, 39_000)], [], ["Menyala sekitar 25 jam.", "Sumbu kapas tanpa timbal."]),
        new("boneka", false, ["Boneka beruang rajut", "Boneka gadis berkebaya", "Boneka kain perca"],
            [S("", 54_000, 200)], [], ["Isi dakron bersih, aman untuk anak di atas tiga tahun.", "Dijahit tangan."]),
        new("mainan", false, ["Mobil kayu Arek Bromo", "Kuda goyang kayu mungil", "Balok susun kayu mahoni", "Puzzle balok kayu huruf"],
            [S("", 62_000, 500)], [], ["Cat berbahan air, sudut dibulatkan.", "Melatih sabar dan tangan."], 3),
        new("servis-laptop", true, ["Jasa servis laptop: bersih dalam, pasta baru", "Jasa pasang SSD dan pindah data", "Jasa perbaikan engsel laptop"],
            [S("", 120_000, 0)], [], ["Datang ke tempat kami, ditunggu atau ditinggal.", "Suku cadang dihitung terpisah dan ditanyakan dahulu."], 1),
        new("servis-ponsel", true, ["Jasa ganti layar ponsel", "Jasa ganti baterai ponsel", "Jasa bersih ponsel kena air"],
            [S("", 85_000, 0)], [], ["Dikerjakan di depan Anda.", "Layar bergaransi, di luar pecah dan kena air."], 3),
        new("servis-ac", true, ["Jasa cuci AC di bengkel", "Jasa isi freon AC lepas", "Jasa servis kipas angin"],
            [S("", 75_000, 0)], [], ["Alat lengkap dan teknisi bersertifikat pelatihan.", "Bila kambuh dalam sebulan, diperbaiki tanpa biaya."], 1),
        new("servis-motor", true, ["Jasa servis motor rutin", "Jasa tune up motor injeksi", "Jasa ganti oli dan cek rem"],
            [S("", 65_000, 0)], [], ["Kerusakan lain dilaporkan dengan foto sebelum dikerjakan.", "Ada ruang tunggu dan musala."], 1),
        new("foto", true, ["Jasa foto produk UMKM 10 gambar", "Jasa foto keluarga di studio", "Jasa foto ijazah dan paspor"],
            [S("", 150_000, 0)], [], ["Hasil dikirim digital paling lama dua hari.", "Boleh membawa properti sendiri."]),
        new("jahit", true, ["Jasa jahit kebaya", "Jasa vermak celana", "Jasa jahit seragam sekolah"],
            [S("", 95_000, 0)], [], ["Ukur di tempat, boleh membawa kain sendiri.", "Permak kecil setelah jadi tidak dikenai biaya."], 1),
        new("cukur", true, ["Jasa pangkas rambut pria", "Jasa pangkas anak ceria", "Jasa creambath tradisional"],
            [S("", 35_000, 0)], [], ["Tanpa antre lama, datang sesuai janji.", "Alat disterilkan setiap pelanggan."]),
        new("les", true, ["Les matematika SD satu bulan", "Les mengaji anak", "Kursus komputer dasar untuk UMKM"],
            [S("", 180_000, 0)], [], ["Kelas kecil, paling banyak enam orang.", "Modul sudah termasuk."]),
        new("cetak", true, ["Jasa desain label kemasan", "Cetak stiker produk A3", "Jasa cetak undangan", "Cetak spanduk per meter"],
            [S("", 60_000, 0)], [], ["Revisi dua kali sudah termasuk.", "Contoh dicetak dahulu sebelum jumlah banyak."]),
        new("katering", true, ["Nasi kotak ayam bumbu rujak", "Tumpeng mini syukuran", "Jajan pasar tampah"],
            [S("", 28_000, 0)], [], ["Pesan paling lambat sehari sebelumnya.", "Diambil hangat di dapur kami."]),
    ];

    static DemoPack G(int grams, long price) => new($"{grams} g", grams, "g", price, grams + 60);

    static DemoPack K(int kilograms, long price) => new($"{kilograms} kg", kilograms * 1_000, "g", price, kilograms * 1_000 + 100);

    static DemoPack M(int millilitres, long price) => new($"{millilitres} ml", millilitres, "ml", price, millilitres + 150);

    static DemoPack P(string word, int pieces, long price, int grams) => new(word, pieces, "buah", price, grams);

    static DemoPack S(string word, long price, int grams) => new(word, 0, "", price, grams);
}
