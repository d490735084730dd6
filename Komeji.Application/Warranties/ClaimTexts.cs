using System.Globalization;
using Komeji.Application.Notifications;
using Komeji.Domain.Common;
using Komeji.Domain.Warranties;

namespace Komeji.Application.Warranties;

/// <summary>What people are told about claims: where it stands, until when they may act, and what happens by itself then.</summary>
static class ClaimTexts
{
    static readonly CultureInfo Indonesian = new("id-ID");

    /// <returns>Null: the buyer did it, or need not know.</returns>
    public static Notice? ForBuyer(WarrantyClaim claim, string thing) => claim.State switch
    {
        ClaimState.OutOfTerm => Buyer(claim, "di luar masa garansi", $"Masa garansi {thing} sudah berakhir, jadi klaim ditolak otomatis. Bila menurut Anda keliru, minta Pusat Resolusi meninjaunya{Until(claim)}"),
        ClaimState.Rejected => Buyer(claim, "ditolak penanggung", $"Alasannya: {PlainText.Sentence(claim.Answer)} Bila tidak setuju, minta Pusat Resolusi meninjaunya{Until(claim)}"),
        ClaimState.AwaitingGoods => Buyer(claim, "diterima", $"Kirim atau titipkan {thing}{Until(claim)} Lewat itu klaim kedaluwarsa."),
        ClaimState.GoodsReceived when claim.IsService => Buyer(claim, "diterima", $"Penanggung memeriksa {thing} paling lambat{By(claim)}; lewat itu Pusat Resolusi memutuskan."),
        ClaimState.GoodsReceived => Buyer(claim, "barang diterima", $"{thing} sudah ada di penanggung dan dikirim kembali paling lambat{By(claim)}; lewat itu Pusat Resolusi memutuskan."),
        ClaimState.Examined => Buyer(claim, "sudah diperiksa", $"Hasil pemeriksaan {thing} dan fotonya ada di halaman klaim."),
        ClaimState.UnderReview => Buyer(claim, "ditangani Pusat Resolusi", $"Petugas Komeji memutuskan paling lambat{By(claim)}. Anda tidak perlu berbuat apa-apa."),
        ClaimState.NotCovered => Buyer(claim, "bukan tanggungan garansi", $"Petugas memutuskan: {PlainText.Sentence(claim.Ruling)} {thing} dikirim kembali apa adanya."),
        ClaimState.SentBack => Buyer(claim, "dikirim kembali", $"{thing} dikirim kembali. Periksa barangnya; klaim selesai sendiri{By(claim)} kecuali Anda melapor."),
        ClaimState.Refused => Buyer(claim, "ditolak", claim.Ruling.Length > 0 ? $"Petugas memutuskan: {PlainText.Sentence(claim.Ruling)}" : "Penolakan tidak diminta ditinjau sampai batas waktunya."),
        ClaimState.Refunded => Buyer(claim, "dana dikembalikan", $"Petugas memutuskan: {PlainText.Sentence(claim.Ruling)} Rinciannya ada di halaman klaim."),
        ClaimState.Expired => Buyer(claim, "kedaluwarsa", $"{thing} tidak dikirim sampai batas waktunya. Selama garansi berlaku Anda boleh mengajukan lagi."),
        _ => null,
    };

    /// <returns>Null: the shop did it, or need not know.</returns>
    public static Notice? ForSeller(WarrantyClaim claim, string thing) => claim.State switch
    {
        ClaimState.AwaitingAnswer => Seller(claim, "baru", $"Pembeli mengajukan klaim untuk {thing}. Terima atau tolak{Until(claim)} Lewat itu Pusat Resolusi memutuskan."),
        ClaimState.UnderReview => Seller(claim, "ditangani Pusat Resolusi", $"Petugas Komeji memutuskan klaim {thing} paling lambat{By(claim)}."),
        ClaimState.AwaitingGoods when claim.RuledAt == claim.ChangedAt => Seller(claim, "harus dilayani", $"Petugas memutuskan: {PlainText.Sentence(claim.Ruling)} Pembeli akan mengirim {thing}."),
        ClaimState.GoodsReceived or ClaimState.Examined or ClaimState.Repaired or ClaimState.Replaced when claim.RuledAt == claim.ChangedAt =>
            Seller(claim, "harus dilanjutkan", $"Petugas memutuskan: {PlainText.Sentence(claim.Ruling)} Kirim kembali {thing} paling lambat{By(claim)}."),
        ClaimState.NotCovered => Seller(claim, "bukan tanggungan garansi", $"Petugas memutuskan: {PlainText.Sentence(claim.Ruling)} Kirim kembali {thing} apa adanya paling lambat{By(claim)}."),
        ClaimState.Completed => Seller(claim, "selesai", $"Klaim {thing} selesai."),
        ClaimState.Refused => Seller(claim, "ditolak tetap", $"Klaim {thing} berakhir tanpa kewajiban bagi Anda."),
        ClaimState.Refunded => Seller(claim, "dana dikembalikan", $"Petugas memutuskan: {PlainText.Sentence(claim.Ruling)} Rinciannya ada di halaman klaim."),
        ClaimState.Cancelled => Seller(claim, "dibatalkan pembeli", $"Klaim {thing} tidak perlu dilanjutkan."),
        ClaimState.Expired => Seller(claim, "kedaluwarsa", $"{thing} tidak dikirim pembeli sampai batas waktunya."),
        _ => null,
    };

    public static Notice OnItsWay(WarrantyClaim claim, string thing) => Seller(
        claim, claim.TakenInBy is null ? "barang dikirim" : "barang di titik titip",
        $"{thing} {(claim.TakenInBy is null ? $"dikirim pembeli ({claim.Waybill})" : "sudah dititipkan pembeli; ambil di titiknya")}. Catat diterima paling lambat{By(claim)}; lewat itu Pusat Resolusi memutuskan.");

    public static Notice TakenIn(WarrantyClaim claim, string thing) =>
        Buyer(claim, "barang dititipkan", $"Petugas titik sudah menerima {thing}. Namanya tercatat di halaman klaim.");

    static Notice Buyer(WarrantyClaim claim, string what, string body) => new($"Klaim garansi {claim.Number}: {what}", body, $"/garansi/klaim/{claim.Number}");

    static Notice Seller(WarrantyClaim claim, string what, string body) => new($"Klaim garansi {claim.Number}: {what}", body, $"/penjual/garansi/{claim.Number}");

    static string Until(WarrantyClaim claim) => claim.DueAt is { } at ? $" sampai {When(at)}." : ".";

    static string By(WarrantyClaim claim) => claim.DueAt is { } at ? $" {When(at)}" : "";

    static string When(DateTimeOffset at) => at.ToOffset(Wib.Offset).ToString("d MMM yyyy HH.mm 'WIB'", Indonesian);
}
