using Komeji.Application.Legal;
using Microsoft.AspNetCore.Mvc;

namespace Komeji.Web.Areas.Shared;

/// <summary>What pages about papers share.</summary>
public static class DocumentSteps
{
    static readonly Dictionary<string, string> Steps = new()
    {
        ["begun"] = "Dokumen mulai diisi",
        ["submitted"] = "Diajukan penjual",
        ["prepared"] = "Disiapkan pendamping, menunggu persetujuan penjual",
        ["precheck_asked"] = "Penjual meminta pra-periksa komunitas",
        ["precheck_passed"] = "Lengkap menurut komunitas, diteruskan ke dinas",
        ["precheck_failed"] = "Belum lengkap menurut komunitas",
        ["precheck_silent"] = "Komunitas tidak menjawab, diteruskan ke dinas",
        ["claimed"] = "Diambil petugas untuk diperiksa",
        ["reassigned"] = "Dialihkan ke petugas lain",
        ["returned"] = "Dikembalikan ke antrean",
        ["taken_back"] = "Kembali ke antrean karena lewat lima hari kerja",
        ["late"] = "Belum diambil sampai batas jawaban; pengawas diberi tahu",
        ["approved"] = "Diverifikasi",
        ["fix_asked"] = "Diminta perbaikan",
        ["rejected"] = "Ditolak",
        ["waived"] = "Dibebaskan sementara",
        ["revoked"] = "Verifikasi dicabut",
        ["appealed"] = "Penjual mengajukan keberatan",
        ["expiring"] = "Penjual diingatkan masa berlaku",
        ["expired"] = "Masa berlaku habis",
        ["replaced"] = "Digantikan dokumen yang baru",
        ["scans_destroyed"] = "Berkas dimusnahkan karena masa simpannya habis",
        ["lapsed"] = "Kembali menjadi draf karena tidak dijawab",
    };

    /// <summary>Every step there is, by its code.</summary>
    public static IReadOnlyDictionary<string, string> All => Steps;

    public static string Say(string code) => Steps.GetValueOrDefault(code, code);

    /// <summary>A picture is shown, a PDF only downloaded; neither may do anything, and no browser keeps it.</summary>
    public static FileContentResult Scan(this Controller page, OpenedScan scan)
    {
        page.Response.Headers.CacheControl = "private, no-store";
        page.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return scan.Type == "pdf"
            ? new FileContentResult(scan.Bytes, "application/pdf") { FileDownloadName = $"{scan.Name}.pdf" }
            : new FileContentResult(scan.Bytes, "image/webp");
    }
}
