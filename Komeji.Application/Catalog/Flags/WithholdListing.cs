using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog.Flags;

/// <summary>A person looked: the listing is taken off display, and the seller is told why. Orders there are go on.</summary>
public sealed record WithholdListing(ListingFlagId Id, string Reason) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, Notifier notifier, TimeProvider clock) : IRequestHandler<WithholdListing>
    {
        public async Task<Unit> Handle(WithholdListing request, CancellationToken cancellationToken)
        {
            var flag = await db.ListingFlags.SingleOrDefaultAsync(f => f.Id == request.Id, cancellationToken) ?? throw new NotFound();
            var product = await db.Products.Include(p => p.Variants).SingleAsync(p => p.Id == flag.ProductId, cancellationToken);
            var now = clock.GetUtcNow();
            flag.Withhold(user.Require(), request.Reason, now);
            product.Withhold(flag.Note, now);
            var owner = await db.Stores.Where(s => s.Id == product.StoreId).Select(s => s.OwnerId).SingleAsync(cancellationToken);
            await notifier.Tell(owner, new Notice(
                "Produk Anda diturunkan",
                $"{product.Name} tidak tampil lagi di Komeji. Alasan petugas: {flag.Note} Pesanan yang sudah ada tetap berjalan. Hubungi layanan Komeji bila Anda tidak setuju.",
                $"/penjual/produk/{product.Id.Value}"), cancellationToken);
            return Unit.Value;
        }
    }
}
