using System.IO.Compression;
using Komeji.Domain.Catalog;
using Komeji.Domain.Regions;
using Komeji.Persistence.Common;

namespace Komeji.Persistence.Regions;

/// <summary>The shipped regions (NOTICE says where they come from), parents before their children.</summary>
public static class RegionRows
{
    public const string Version = "2026-08-08";

    public static IEnumerable<Region> Read()
    {
        using var unzipped = new GZipStream(Csv.Open("regions.csv.gz"), CompressionMode.Decompress);
        var parents = new Dictionary<string, string>();
        foreach (var row in Csv.Rows(unzipped))
        {
            var (code, name, postalCode) = (row[0], row[1], row[2]);
            var fullName = Region.ParentOf(code) is { } parent ? $"{name}, {parents[parent]}" : name;
            if (Region.LevelOf(code) != RegionLevel.Village)
            {
                parents[code] = fullName;
            }

            yield return new Region(code, name, postalCode.Length == 0 ? null : postalCode, fullName, " " + SearchWords.Fold(fullName));
        }
    }
}
