using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Application.Stores;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog.Flags;

/// <summary>
/// A person looked: the listing may stay, or, when it was taken off display or held, the seller may show it again and is told so. It stays
/// off display while another of its flags holds it.
/// </summary>
public sealed record ClearListing(ListingFlagId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, Notifier notifier, TimeProvider clock) : IRequestHandler<ClearListing>
    {
        public async Task<Unit> Handle(ClearListing request, CancellationToken cancellationToken)
        {
            var flag = await db.ListingFlags.SingleOrDefaultAsync(f => f.Id == request.Id, cancellationToken) ?? throw new NotFound();
            var product = await db.Products.SingleAsync(p => p.Id == flag.ProductId, cancellationToken);
            await db.RequireUntied(user.Require(), product.StoreId, cancellationToken);
            var was = flag.State;
            var now = clock.GetUtcNow();
            flag.Clear(user.Require(), now);
            if (was != ListingFlagState.Open && !await db.ListingFlags.Holding(flag.ProductId).AnyAsync(f => f.Id != flag.Id, cancellationToken))
            {
                product.Release(now);
                await notifier.Tell(await db.OwnerOf(product, cancellationToken), new Notice(
                    was == ListingFlagState.Held ? "Produk Anda boleh tayang" : "Produk Anda boleh tayang lagi",
                    $"{product.Name} sudah ditinjau dan boleh dijual. Buka halamannya, lalu tekan Tayangkan Produk.",
                    $"/penjual/produk/{product.Id.Value}"), cancellationToken);
            }

            return Unit.Value;
        }
    }
}
