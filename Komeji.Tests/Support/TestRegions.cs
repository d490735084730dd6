using Komeji.Persistence;
using Komeji.Persistence.Common;

namespace Komeji.Tests.Support;

/// <summary>
/// The regions every test database holds: all provinces and regencies; the districts and villages of Kota Surabaya (35.78), Kota
/// Malang (35.73), Kabupaten Jember (35.09), Kabupaten Malang (35.07) and Bali (51, WITA). The whole country would make the
/// template too slow to copy; a test that needs it calls <see cref="ReferenceData"/> on an empty database.
/// </summary>
public static class TestRegions
{
    /// <summary>Gading, Tambaksari, Kota Surabaya, Jawa Timur, 60134.</summary>
    public const string Surabaya = "35.78.10.1003";

    /// <summary>Tambaksari in the district of that name beside <see cref="Surabaya"/>, 60136.</summary>
    public const string Tambaksari = "35.78.10.1001";

    /// <summary>Padomasan, Jombang, Kabupaten Jember, Jawa Timur, 68168.</summary>
    public const string Jember = "35.09.01.2001";

    /// <summary>Serangan, Denpasar Selatan, Kota Denpasar, Bali, 80229: another island, WITA.</summary>
    public const string Bali = "51.71.01.1001";

    static readonly string[] Places = ["35.78.", "35.73.", "35.09.", "35.07.", "51."];

    public static Task PutIn(KomejiDb db) => ReferenceData.BringUpToDate(
        db,
        new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero),
        CancellationToken.None,
        code => code.Length <= 5 || Places.Any(place => code.StartsWith(place, StringComparison.Ordinal)));
}
