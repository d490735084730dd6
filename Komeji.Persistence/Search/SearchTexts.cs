using Komeji.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Persistence.Search;

/// <summary>Puts every listing and shop into words anew, after the way of doing so has changed.</summary>
static class SearchTexts
{
    const int Batch = 1_000;

    /// <summary>Runs inside the caller's transaction; the triggers take the new words into the index.</summary>
    public static async Task Refresh(KomejiDb db, CancellationToken cancellationToken)
    {
        foreach (var store in await db.Stores.ToListAsync(cancellationToken))
        {
            store.PutIntoWords();
        }

        await db.SaveChangesAsync(cancellationToken);
        var names = await db.Categories.AsNoTracking().ToDictionaryAsync(c => c.Id, c => c.Name, cancellationToken);
        for (var last = new ProductId(Guid.Empty); ;)
        {
            db.Forget();
            var products = await db.Products.FromSql($"""SELECT * FROM "Products" WHERE "Id" > {last.Value} ORDER BY "Id" LIMIT {Batch}""").ToListAsync(cancellationToken);
            if (products.Count == 0)
            {
                return;
            }

            foreach (var product in products)
            {
                product.PutIntoWords(names[product.CategoryId]);
            }

            await db.SaveChangesAsync(cancellationToken);
            last = products[^1].Id;
        }
    }
}
