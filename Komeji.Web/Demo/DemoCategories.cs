using Komeji.Application.Common;
using Komeji.Domain.Catalog;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Web.Demo;

/// <summary>Which of the shipped categories a demo product belongs to.</summary>
sealed class DemoCategories
{
    /// <summary>Beginnings of names that belong elsewhere than their kind.</summary>
    static readonly (string Beginning, string Slug)[] Exceptions =
    [
        ("Batik cap", "batik-cap"),
        ("Batik ciprat", "batik-cap"),
        ("Bumbu", "bumbu-siap-pakai"),
        ("Tas ", "tas-dompet"),
        ("Jasa desain", "desain-grafis"),
        ("Sarung", "busana-muslim"),
        ("Hiasan", "hiasan-rumah"),
        ("Kotak", "suvenir"),
        ("Kuali", "alat-dapur"),
        ("Teko", "alat-dapur"),
    ];

    static readonly Dictionary<string, string> Slugs = new(StringComparer.Ordinal)
    {
        ["keripik"] = "keripik-kerupuk", ["kerupuk"] = "keripik-kerupuk", ["rengginang"] = "keripik-kerupuk",
        ["kue-kering"] = "kue-roti", ["wingko"] = "oleh-oleh", ["suwar-suwir"] = "oleh-oleh", ["abon"] = "lauk-beku",
        ["kopi"] = "kopi", ["teh"] = "teh-wedang", ["jamu"] = "jamu", ["es"] = "sirup-sari-buah", ["madu"] = "madu",
        ["sambal"] = "sambal-petis", ["terasi"] = "sambal-petis", ["beras"] = "beras-palawija", ["gula-aren"] = "gula-minyak",
        ["ikan-asin"] = "ikan-laut", ["buah"] = "buah-sayur", ["telur-asin"] = "telur-daging", ["tanaman"] = "tanaman-bibit",
        ["batik"] = "batik-tulis", ["tenun"] = "tenun", ["kaos"] = "busana-pria", ["jilbab"] = "busana-muslim",
        ["sepatu"] = "sepatu-sandal", ["sandal"] = "sepatu-sandal", ["perhiasan"] = "perhiasan", ["tas-anyaman"] = "anyaman",
        ["gerabah"] = "gerabah", ["ukiran"] = "ukiran-kayu", ["mebel"] = "mebel", ["lampu-bambu"] = "hiasan-rumah",
        ["sabun"] = "sabun-lulur", ["lilin"] = "minyak-gosok", ["boneka"] = "mainan", ["mainan"] = "mainan",
        ["servis-laptop"] = "servis-komputer", ["servis-ponsel"] = "servis-komputer", ["servis-ac"] = "servis-ac-elektronik",
        ["servis-motor"] = "servis-motor", ["foto"] = "foto-video", ["jahit"] = "jahit-permak", ["cukur"] = "pangkas-rias",
        ["les"] = "les-kursus", ["cetak"] = "cetak-sablon", ["katering"] = "katering",
    };

    readonly Dictionary<string, Category> bySlug;

    DemoCategories(Dictionary<string, Category> bySlug) => this.bySlug = bySlug;

    public static async Task<DemoCategories> Read(IKomejiDb db, CancellationToken cancellationToken) =>
        new(await db.Categories.AsNoTracking().ToDictionaryAsync(c => c.Slug, cancellationToken));

    public Category Of(DemoKind kind, string name)
    {
        var (_, slug) = Exceptions.FirstOrDefault(e => name.StartsWith(e.Beginning, StringComparison.Ordinal));
        return bySlug[slug ?? Slugs[kind.Kind]];
    }
}
