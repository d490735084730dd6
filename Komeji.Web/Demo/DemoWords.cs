using System.Globalization;
using Bogus;
using Komeji.Domain.Catalog;

namespace Komeji.Web.Demo;

/// <summary>What a demo listing says besides its name.</summary>
static class DemoWords
{
    static readonly HashSet<string> PackedFood =
    [
        "keripik", "kerupuk", "rengginang", "kue-kering", "wingko", "suwar-suwir", "abon", "kopi", "teh", "jamu", "es", "madu",
        "sambal", "terasi", "gula-aren", "ikan-asin", "telur-asin",
    ];

    public static string Describe(DemoKind kind, DemoStore store, Randomizer dice)
    {
        var first = string.Join(' ', kind.Words);
        var second = kind.IsService
            ? $"Datang ke tempat kami di {string.Join(", ", store.Place.Words.Split(", ").Take(3))}. Jadwal disepakati setelah pesanan kami terima."
            : dice.ArrayElement(
            [
                $"Dibuat di {store.Place.Regency} dan dikirim langsung dari tempat kami.",
                $"Kami kirim dari {store.Place.Regency}, dibungkus rapat supaya sampai dengan baik.",
                $"Asli {store.Place.Regency}. Pesanan sebelum pukul 12 biasanya kami siapkan hari itu juga.",
            ]);
        return $"{first}\n\n{second}\n\n{store.Is.Name}: {store.Plan.Story}";
    }

    /// <summary>Plainly invented, so that nobody takes it for somebody's real permit.</summary>
    public static string Permit(DemoKind kind, Randomizer dice) => PackedFood.Contains(kind.Kind)
        ? string.Create(CultureInfo.InvariantCulture, $"P-IRT 0000000{dice.Number(100_000, 999_999)}-00 (contoh)")
        : "";

    public static Warranty WarrantyOf(DemoKind kind, string shop) => kind.WarrantyMonths == 0 ? Warranty.None : new Warranty(
        WarrantyKind.Shop,
        kind.WarrantyMonths,
        shop,
        kind.IsService
            ? "Bila keluhan yang sama muncul lagi dalam masa garansi, kami kerjakan ulang tanpa biaya."
            : "Cacat pembuatan kami perbaiki atau ganti. Rusak karena pemakaian tidak termasuk.");
}
