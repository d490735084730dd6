using System.Globalization;
using Komeji.Domain.Common;
using Komeji.Domain.Taxes;
using Komeji.Persistence.Common;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Persistence.Taxes;

/// <summary>The rules of tax as the law stood when this was written. A later version adds rows; what was taxed stays explained.</summary>
static class ShippedTaxRules
{
    public const string Version = "2026-11-01";

    public static async Task PutIn(KomejiDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = (await db.TaxRules.AsNoTracking().Where(r => r.SetBy == null).ToListAsync(cancellationToken)).Select(r => (r.Kind, r.From)).ToHashSet();
        db.TaxRules.AddRange(Csv.Rows(Csv.Open("tax-rules.csv")).Select(row => TaxRule.Shipped(Terms(row), row[8], now)).Where(r => !known.Contains((r.Kind, r.From))));
        await db.SaveChangesAsync(cancellationToken);
    }

    static TaxTerms Terms(IReadOnlyList<string> row) => new(
        Enum.Parse<TaxKind>(row[0]),
        new BasisPoints(Number(row[1])),
        Number(row[2]),
        Number(row[3]),
        Enum.Parse<Rounding>(row[4]),
        Enum.Parse<TaxPoint>(row[5]),
        Day(row[6]),
        row[7].Length == 0 ? null : Day(row[7]));

    static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

    static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
