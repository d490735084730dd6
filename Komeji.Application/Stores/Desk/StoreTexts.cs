using System.Globalization;
using Komeji.Application.Notifications;
using Komeji.Domain.Common;

namespace Komeji.Application.Stores.Desk;

/// <summary>What we write to owners about how their shop stands.</summary>
static class StoreTexts
{
    const string Page = "/penjual/toko";

    static readonly CultureInfo Indonesian = new("id-ID");

    public static Notice Waits(string store) => new(
        "Toko Anda menunggu tinjauan",
        $"{store} sudah lengkap. Ada kata pada nama atau keterangannya yang dilihat petugas dahulu; Anda diberi tahu begitu toko dibuka. Sambil menunggu, siapkan produk Anda.",
        Page);

    public static Notice Activated(string store) => new("Toko Anda sudah buka", $"Petugas sudah meninjau {store}. Produk yang Anda tayangkan sekarang dilihat pembeli.", Page);

    public static Notice Suspended(string store, string reason, DateOnly review) => new(
        "Toko Anda ditangguhkan",
        $"{store} tidak menerima pesanan baru. Alasan: {PlainText.Sentence(reason)} Ditinjau lagi pada {Day(review)}. Pesanan yang sudah ada, pengembalian dana, dan pencairan tetap berjalan. Bila Anda tidak setuju, ajukan keberatan di halaman toko; petugas lain yang menjawab.",
        Page);

    public static Notice KeptSuspended(string store, string reason, DateOnly review) => new(
        "Toko Anda tetap ditangguhkan",
        $"{store} sudah ditinjau. Alasan: {PlainText.Sentence(reason)} Ditinjau lagi pada {Day(review)}.",
        Page);

    public static Notice Reopened(string store) => new("Toko Anda buka lagi", $"{store} menerima pesanan lagi, dan produknya dilihat pembeli.", Page);

    /// <summary>Somebody who works for her did it.</summary>
    public static Notice CashAllowed(string store, bool wanted) => new(
        wanted ? "Bayar di tempat dibuka" : "Bayar di tempat ditutup",
        wanted
            ? $"Staf atau pendamping membuka bayar di tempat untuk {store}: pembeli di sekitar toko boleh membayar tunai, dan biaya layanannya menjadi utang toko. Tutup lagi bila bukan kehendak Anda."
            : $"Staf atau pendamping menutup bayar di tempat untuk {store}. Pesanan yang sudah ada tetap berjalan.",
        "/penjual/toko/bayar-di-tempat");

    public static Notice Closed(string store, string reason) => new("Toko Anda ditutup", $"{store} ditutup oleh koperasi. Alasan: {PlainText.Sentence(reason)} Saldo yang masih ada tetap milik Anda.", Page);

    /// <summary>To who may answer it.</summary>
    public static Notice Appealed(StoreId id, string store, string appeal) => new(
        "Keberatan toko menunggu jawaban",
        $"Pemilik {store} tidak menerima penangguhan tokonya. Lihat tokonya, lalu buka lagi atau tetap tangguhkan, dengan alasan. Keberatannya: {PlainText.Sentence(appeal)}",
        $"/operator/toko/{id.Value}");

    /// <summary>To operators: the shop goes on as it is until somebody decides otherwise.</summary>
    public static Notice Flagged(StoreId id, string store, string words, string reason) => new(
        "Keterangan toko perlu dilihat", $"{store} menulis “{words}” pada nama atau keterangannya: {PlainText.Sentence(reason)} Lihat tokonya, lalu tangguhkan bila perlu.", $"/operator/toko/{id.Value}");

    static string Day(DateOnly day) => day.ToString("d MMM yyyy", Indonesian);
}
