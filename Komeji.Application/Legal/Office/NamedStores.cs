using Komeji.Application.Common;
using Komeji.Domain.Catalog;
using Komeji.Domain.Stores;

namespace Komeji.Application.Legal.Office;

static class NamedStores
{
    /// <summary>Shops whose name has words that begin so.</summary>
    public static IQueryable<Store> StoresNamed(this IKomejiDb db, string words)
    {
        IQueryable<Store> stores = db.Stores;
        foreach (var word in SearchTerms.Of(words))
        {
            var part = " " + word;
            stores = stores.Where(s => s.SearchText.Contains(part));
        }

        return stores;
    }
}
