using Komeji.Application.Common;
using Komeji.Domain.Catalog;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog;

/// <summary>Every public address of the catalogue, for search engines.</summary>
public sealed record ListPublicAddresses : IQuery<IReadOnlyList<PublicAddress>>
{
    /// <summary>What one sitemap file may hold, with room for the fixed pages.</summary>
    const int Most = 45_000;

    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ListPublicAddresses, IReadOnlyList<PublicAddress>>
    {
        public async Task<IReadOnlyList<PublicAddress>> Handle(ListPublicAddresses request, CancellationToken cancellationToken) =>
        [
            .. await db.Categories.AsNoTracking().OrderBy(c => c.Position).Select(c => new PublicAddress("/kategori/" + c.Slug, null)).ToListAsync(cancellationToken),
            .. await db.Stores.AsNoTracking().Where(s => s.State == StoreState.Active).OrderBy(s => s.Slug)
                .Select(s => new PublicAddress("/toko/" + s.Slug, null)).Take(Most).ToListAsync(cancellationToken),
            .. await db.OnDisplay().OrderByDescending(p => p.ChangedAt).ThenBy(p => p.Id)
                .Select(p => new PublicAddress("/produk/" + p.Slug, p.ChangedAt)).Take(Most).ToListAsync(cancellationToken),
        ];
    }
}

public sealed record PublicAddress(string Path, DateTimeOffset? ChangedAt);
