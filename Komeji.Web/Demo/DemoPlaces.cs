using Bogus;
using Komeji.Application.Common;
using Komeji.Domain.Regions;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Web.Demo;

/// <param name="Words">With its parents: <c>Gading, Tambaksari, Kota Surabaya, Jawa Timur</c>.</param>
sealed record DemoPlace(string VillageCode, string PostalCode, string Words)
{
    public string Village => Words.Split(", ")[0];

    /// <summary>Kabupaten or kota, in words.</summary>
    public string Regency => Words.Split(", ")[^2];
}

/// <summary>The real villages of East Java, where the demo market lives.</summary>
sealed class DemoPlaces
{
    const string EastJava = "35.";

    readonly IReadOnlyList<DemoPlace> all;
    readonly ILookup<string, DemoPlace> byRegency;

    DemoPlaces(IReadOnlyList<DemoPlace> all)
    {
        this.all = all;
        byRegency = all.ToLookup(p => p.VillageCode[..5]);
    }

    /// <exception cref="InvalidOperationException">The regions are not there yet.</exception>
    public static async Task<DemoPlaces> Read(IKomejiDb db, CancellationToken cancellationToken)
    {
        var villages = await db.Regions.AsNoTracking()
            .Where(r => r.Level == RegionLevel.Village && r.Code.StartsWith(EastJava) && r.PostalCode != null)
            .OrderBy(r => r.Code).Select(r => new DemoPlace(r.Code, r.PostalCode!, r.FullName)).ToListAsync(cancellationToken);
        return villages.Count > 0 ? new DemoPlaces(villages) : throw new InvalidOperationException("The demo market needs the regions: bring the database up to date first.");
    }

    /// <summary>A village of this regency, or any when it has none here.</summary>
    /// <param name="hint">Words that may name the village or its district.</param>
    public DemoPlace In(string regency, Randomizer dice, string hint = "")
    {
        var there = byRegency[regency].ToList();
        var meant = there.Where(p => p.Words.Split(", ").Take(2).Any(name => hint.Contains(name, StringComparison.Ordinal))).ToList();
        return meant.Count > 0 ? dice.ListItem(meant) : there.Count > 0 ? dice.ListItem(there) : Any(dice);
    }

    public DemoPlace Any(Randomizer dice) => all[dice.Number(all.Count - 1)];
}
