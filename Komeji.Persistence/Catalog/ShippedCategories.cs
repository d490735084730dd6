using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Persistence.Common;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Persistence.Catalog;

/// <summary>The category tree that ships with the product, for goods and services small businesses really sell. A later version adds what is missing.</summary>
static class ShippedCategories
{
    public const string Version = "2026-11-22";

    public static async Task PutIn(KomejiDb db, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var known = await db.Categories.AsNoTracking().ToDictionaryAsync(c => c.Slug, c => c.Id, cancellationToken);
        var position = 0;
        foreach (var row in Csv.Rows(Csv.Open("categories.csv")))
        {
            position++;
            if (known.ContainsKey(row[0]))
            {
                continue;
            }

            // A parent stands above its children in the file.
            CategoryId? parent = row[1].Length == 0 ? null : known[row[1]];
            var category = new Category(CategoryId.New(now), parent, row[4], row[0], Enum.Parse<ProductKind>(row[2]), position, row[3]);
            known.Add(category.Slug, category.Id);
            db.Categories.Add(category);
        }

        await db.SaveChangesAsync(cancellationToken);
    }
}
