using System.Globalization;
using Komeji.Application.Notifications;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;

namespace Komeji.Application.Legal;

/// <summary>What we write to sellers and officers about papers.</summary>
static class LegalTexts
{
    const string Page = "/penjual/legalitas";

    const string Stopped = " Waktu mengurusnya sudah habis, jadi pesanan baru berhenti sampai ada yang terverifikasi; pesanan yang sudah ada tetap berjalan.";

    static readonly CultureInfo Indonesian = new("id-ID");

    public static Notice ShopOpened(string store, DateOnly nibBy) => new(
        "Toko Anda sudah buka",
        $"{store} bisa menayangkan produk dan menerima pesanan. Unggah KTP dan NIB agar pembeli melihat toko Anda terverifikasi; tanpa NIB terverifikasi, pesanan baru berhenti pada {Day(nibBy)}.",
        Page);

    public static Notice BankChanges(string bank, string account, DateTimeOffset from) => new(
        "Rekening pencairan akan diganti",
        $"Ada permintaan mengganti rekening pencairan toko Anda menjadi {bank} {account}. Rekening baru berlaku {When(from)}. Bila bukan Anda, tekan Batalkan di halaman rekening dan ganti kata sandi sekarang juga.",
        "/penjual/buka-toko/rekening");

    public static Notice Approved(DocumentKind kind, string office) => new(
        $"{Name(kind)} terverifikasi",
        $"{office} menyatakan {Name(kind)} Anda benar. {(kind.IsPersonal() ? $"Pembeli melihat lencananya; {(kind == DocumentKind.IdentityCard ? "KTP dan NIK" : "nomor NPWP")} Anda tidak ditampilkan." : "Pembeli melihatnya di toko dan produk Anda.")}",
        Of(kind));

    public static Notice FixAsked(DocumentKind kind, int items) => new(
        $"{Name(kind)} perlu diperbaiki",
        $"Petugas menemukan {items} hal yang perlu diperbaiki. Buka dokumennya, perbaiki, lalu ajukan lagi. Bila {LegalVerification.LapseDays} hari tidak dijawab, dokumen kembali menjadi draf.",
        Of(kind));

    public static Notice Rejected(DocumentKind kind, string reason) => new(
        $"{Name(kind)} ditolak",
        $"Alasan petugas: {PlainText.Sentence(reason)} Anda bisa mengajukan keberatan sekali, atau mengunggah dokumen baru.",
        Of(kind));

    public static Notice Waived(DocumentKind kind, DateOnly until) => new(
        $"{Name(kind)} dibebaskan sementara",
        $"Anda boleh berjualan tanpa {Name(kind)} sampai {Day(until)}.",
        Of(kind));

    /// <param name="stops">The shop takes no new orders without it.</param>
    public static Notice Revoked(DocumentKind kind, string reason, bool stops) => new(
        $"{Name(kind)} dicabut",
        $"Dinas mencabut verifikasinya. Alasan: {PlainText.Sentence(reason)}{(stops ? Stopped : "")} Unggah dokumen baru bila sudah ada.",
        Of(kind));

    /// <param name="waived">What ends is the time the office lets the shop go without it.</param>
    public static Notice Ending(DocumentKind kind, DateOnly on, int left, bool waived) => new(
        $"{(waived ? "Pembebasan " : "")}{Name(kind)} berakhir {(left == 0 ? "hari ini" : $"{left} hari lagi")}",
        waived ? $"Anda dibebaskan sampai {Day(on)}. Urus dokumennya, lalu unggah sebelum hari itu lewat." : $"Masa berlakunya sampai {Day(on)}. Perpanjang di penerbitnya, lalu unggah yang baru sebelum hari itu lewat.",
        Of(kind));

    /// <param name="stops">The shop takes no new orders without it.</param>
    public static Notice Ended(DocumentKind kind, bool stops) => new(
        $"{Name(kind)} kedaluwarsa",
        $"Lencana toko Anda turun sampai dokumen yang baru diverifikasi.{(stops ? Stopped : "")} Unggah yang baru.",
        Of(kind));

    public static Notice PreCheckAsked(string store, DocumentKind kind, DateTimeOffset until) => new(
        "Penjual meminta pra-periksa",
        $"{store} meminta komunitas melihat {Name(kind)} dahulu. Bila sampai {When(until)} belum dijawab, dokumen diteruskan ke dinas.",
        "/mitra/pra-periksa");

    public static Notice PreCheckPassed(DocumentKind kind) => new(
        $"{Name(kind)} sudah lengkap menurut komunitas",
        "Dokumen diteruskan ke Dinas Koperasi. Dinas yang memutuskan, paling lama lima hari kerja.",
        Of(kind));

    public static Notice PreCheckFailed(DocumentKind kind, string note) => new(
        $"{Name(kind)} belum lengkap",
        $"Komunitas melihat yang masih kurang: {PlainText.Sentence(note)} Lengkapi, lalu ajukan lagi.",
        Of(kind));

    public static Notice PreCheckSilent(DocumentKind kind) => new(
        $"{Name(kind)} diteruskan ke dinas",
        "Komunitas belum sempat melihatnya, jadi dokumen diteruskan ke Dinas Koperasi.",
        Of(kind));

    public static Notice ProductsHidden(DocumentKind kind, DocumentState how, IReadOnlyList<string> products) => new(
        products.Count == 1 ? "Satu produk disembunyikan" : $"{products.Count} produk disembunyikan",
        $"{Name(kind)} toko Anda {(how == DocumentState.Revoked ? "dicabut" : "kedaluwarsa")}, padahal diperlukan untuk menjual: {Listed(products)}. Perbarui dokumennya; produk tayang lagi dengan sendirinya begitu dinas memverifikasinya. Pesanan yang sudah ada tetap berjalan.",
        Page);

    public static Notice ProductsUnpermitted(IReadOnlyList<string> products) => new(
        products.Count == 1 ? "Satu produk disembunyikan" : $"{products.Count} produk disembunyikan",
        $"Tenggang untuk mengurus izinnya sudah habis: {Listed(products)}. Halaman Legalitas menyebutkan izin yang diperlukan; produk tayang lagi dengan sendirinya begitu dinas memverifikasinya. Pesanan yang sudah ada tetap berjalan.",
        Page);

    public static Notice ProductsBack(DocumentKind kind, IReadOnlyList<string> products) => new(
        products.Count == 1 ? "Satu produk tayang lagi" : $"{products.Count} produk tayang lagi",
        $"{Name(kind)} sudah terverifikasi, jadi produk ini dilihat pembeli lagi: {Listed(products)}.",
        "/penjual/produk");

    /// <param name="left">Days; 0 when the time is over.</param>
    public static Notice NibDue(string store, DateOnly by, int left) => left > 0
        ? new(
            $"{left} hari lagi untuk NIB",
            $"{store} masih Dalam Proses Legalisasi. Tanpa NIB terverifikasi, pesanan baru berhenti pada {Day(by)}. NIB gratis di oss.go.id; unggah begitu jadi.",
            Of(DocumentKind.BusinessNumber))
        : new(
            "Toko Anda tidak menerima pesanan baru",
            $"Waktu mengurus NIB untuk {store} sudah habis. Pesanan yang sudah ada tetap berjalan. Unggah NIB; toko menerima pesanan lagi begitu dinas memverifikasinya.",
            Of(DocumentKind.BusinessNumber));

    static string Listed(IReadOnlyList<string> products)
    {
        const int Named = 3;
        var names = string.Join(", ", products.Take(Named));
        return products.Count > Named ? $"{names}, dan {products.Count - Named} lainnya" : names;
    }

    public static Notice TakenBack(string store, DocumentKind kind) => new(
        "Dokumen kembali ke antrean",
        $"{Name(kind)} dari {store} belum diputuskan dalam lima hari kerja, jadi kembali ke antrean.",
        "/dinas/antrean");

    public static Notice Late(string store, DocumentKind kind, bool appeal, DateTimeOffset by) => new(
        appeal ? "Keberatan belum diperiksa" : "Dokumen belum diperiksa",
        $"{Name(kind)} dari {store} seharusnya dijawab paling lambat {When(by)}, tetapi belum diambil petugas mana pun.",
        "/dinas/audit/keputusan");

    public static Notice HandedOver(string store, DocumentKind kind) => new(
        "Dokumen dialihkan kepada Anda",
        $"{Name(kind)} dari {store} menunggu pemeriksaan Anda.",
        "/dinas/antrean?lihat=saya");

    public static string Name(DocumentKind kind) => DocumentNames.Of(kind);

    internal static string Of(DocumentKind kind) => $"{Page}/{kind.Word()}";

    static string Day(DateOnly day) => day.ToString("d MMM yyyy", Indonesian);

    internal static string When(DateTimeOffset at) => at.ToOffset(Wib.Offset).ToString("d MMM yyyy 'pukul' HH.mm 'WIB'", Indonesian);
}

/// <summary>Papers, forms and sizes as pages call them.</summary>
public static class DocumentNames
{
    public static string Of(DocumentKind kind) => kind switch
    {
        DocumentKind.IdentityCard => "KTP",
        DocumentKind.BusinessNumber => "NIB",
        DocumentKind.TaxNumber => "NPWP",
        DocumentKind.LegalEntity => "Akta dan SK AHU",
        DocumentKind.CooperativeNumber => "NIK koperasi",
        DocumentKind.HomeFoodPermit => "P-IRT",
        DocumentKind.FoodAndDrugPermit => "Izin edar BPOM",
        DocumentKind.Halal => "Sertifikat halal",
        DocumentKind.NotHalal => "Keterangan tidak halal",
        DocumentKind.Standard => "SNI",
        DocumentKind.Trademark => "Merek terdaftar",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    public static string Of(LegalForm form) => form switch
    {
        LegalForm.Individual => "Usaha perorangan / UD",
        LegalForm.OnePersonCompany => "PT Perorangan",
        LegalForm.LimitedPartnership => "CV",
        LegalForm.Firm => "Firma",
        LegalForm.Company => "PT",
        LegalForm.Cooperative => "Koperasi",
        LegalForm.VillageEnterprise => "BUM Desa",
        LegalForm.Foundation => "Yayasan",
        LegalForm.Association => "Perkumpulan",
        _ => throw new ArgumentOutOfRangeException(nameof(form), form, null),
    };

    public static string KbliOf(LegalProfile profile) => profile.KbliCode.Length > 0 ? $"KBLI {profile.KbliCode} ({profile.KbliEdition})" : "KBLI menunggu NIB";

    public static string Of(SizeClass size) => size switch
    {
        SizeClass.Micro => "Mikro",
        SizeClass.Small => "Kecil",
        SizeClass.Medium => "Menengah",
        _ => "Besar",
    };

    public static string Of(FixOf fix) => fix.Says();

    public static string Of(CheckedHow how) => how.Says();

    public static string Of(Rung rung) => rung switch
    {
        Rung.Registered => "Terdaftar",
        Rung.Basic => "Legal Dasar",
        Rung.Product => "Legal Produk",
        _ => "Belum terverifikasi",
    };

    /// <summary>Any one of several papers: <c>P-IRT atau Izin edar BPOM</c>.</summary>
    public static string Of(Requirement requirement) => string.Join(" atau ", requirement.AnyOf.Select(Of));
}
