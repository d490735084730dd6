using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog.Flags;

/// <summary>
/// What was taken off display does not come back by being typed anew: a listing named like it, in the same shop, is kept off display
/// until a person has looked. What a person let pass under its name stays so.
/// </summary>
sealed class RetypedListings(IKomejiDb db, Notifier notifier)
{
    /// <summary>A table of thousands of rows asks for each.</summary>
    readonly Dictionary<StoreId, IReadOnlyList<WithheldListing>> known = [];

    /// <param name="product">With a name it did not have before.</param>
    public async Task HoldIfRetyped(Product product, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var like = (await Withheld(product.StoreId, cancellationToken)).FirstOrDefault(w => w.Flag.ProductId != product.Id && w.IsNamedLike(product.Name));
        if (like is not null && await Hold(product, like.Flag, now, cancellationToken))
        {
            await Tell([product], cancellationToken);
        }
    }

    /// <summary>Listings of the shop that had the name before one of them was taken off display.</summary>
    public async Task HoldOthersLike(ListingFlag flag, Product withheld, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var like = new WithheldListing(flag, withheld.Name);
        var others = await db.Products.Where(p => p.StoreId == withheld.StoreId && p.Id != withheld.Id && p.WithheldReason == "").Select(p => new { p.Id, p.Name }).ToListAsync(cancellationToken);
        var named = others.Where(p => like.IsNamedLike(p.Name)).Select(p => p.Id).ToList();
        var held = new List<Product>();
        foreach (var product in await db.Products.Where(p => named.Contains(p.Id)).OrderBy(p => p.Name).ToListAsync(cancellationToken))
        {
            if (await Hold(product, flag, now, cancellationToken))
            {
                held.Add(product);
            }
        }

        if (held.Count > 0)
        {
            await Tell(held, cancellationToken);
        }
    }

    async Task<bool> Hold(Product product, ListingFlag like, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (product.WithheldReason.Length > 0 || await db.ListingFlags.AnyAsync(f => f.ProductId == product.Id && f.Name == product.Name && f.State == ListingFlagState.Cleared, cancellationToken))
        {
            return false;
        }

        product.Hold(now);
        db.ListingFlags.Add(ListingFlag.Hold(product.Id, product.Name, like, now));
        return true;
    }

    async Task Tell(IReadOnlyList<Product> held, CancellationToken cancellationToken) => await notifier.Tell(
        await db.OwnerOf(held[0], cancellationToken),
        new Notice(
            "Produk Anda ditinjau petugas",
            $"{string.Join(", ", held.Select(p => p.Name))}: namanya seperti produk toko Anda yang diturunkan, jadi tidak tampil sampai petugas melihatnya. Anda diberi tahu begitu diputuskan.",
            held.Count == 1 ? $"/penjual/produk/{held[0].Id.Value}" : "/penjual/produk?tampil=diturunkan"),
        cancellationToken);

    async Task<IReadOnlyList<WithheldListing>> Withheld(StoreId store, CancellationToken cancellationToken)
    {
        if (!known.TryGetValue(store, out var withheld))
        {
            var rows = await (from flag in db.ListingFlags.AsNoTracking()
                              where flag.State == ListingFlagState.Withheld || flag.State == ListingFlagState.AskedAgain
                              join product in db.Products on flag.ProductId equals product.Id
                              where product.StoreId == store
                              select new { flag, product.Name }).ToListAsync(cancellationToken);
            known[store] = withheld = rows.ConvertAll(r => new WithheldListing(r.flag, r.Name));
        }

        return withheld;
    }

    /// <param name="Name">Of the listing now; it may have had another when it was flagged.</param>
    sealed record WithheldListing(ListingFlag Flag, string Name)
    {
        public bool IsNamedLike(string name) => RetypedName.IsOf(Flag.Name, Flag.Words, name) || RetypedName.IsOf(Name, Flag.Words, name);
    }
}
