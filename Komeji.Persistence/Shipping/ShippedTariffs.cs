using System.Globalization;
using Komeji.Domain.Common;
using Komeji.Domain.Shipping;
using Komeji.Persistence.Common;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Persistence.Shipping;

/// <summary>The offline tariff table. A later version adds rows with a later day; what was charged stays explained.</summary>
static class ShippedTariffs
{
    public const string Version = "2026-01-01";

    public static async Task PutIn(KomejiDb db, CancellationToken cancellationToken)
    {
        var known = (await db.CourierTariffs.AsNoTracking().ToListAsync(cancellationToken)).Select(Key).ToHashSet();
        db.CourierTariffs.AddRange(Csv.Rows(Csv.Open("courier-tariffs.csv")).Select(Tariff).Where(t => !known.Contains(Key(t))));
        await db.SaveChangesAsync(cancellationToken);
    }

    static (string, string, ShippingZone, DateOnly) Key(CourierTariff tariff) => (tariff.Courier, tariff.Service, tariff.Zone, tariff.ValidFrom);

    static CourierTariff Tariff(IReadOnlyList<string> row) => new(
        row[0],
        row[1],
        row[2],
        Enum.Parse<ShippingZone>(row[3]),
        new Rupiah(Number(row[4])),
        new Rupiah(Number(row[5])),
        Number(row[6]),
        Number(row[7]),
        DateOnly.ParseExact(row[8], "yyyy-MM-dd", CultureInfo.InvariantCulture),
        row[9]);

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
