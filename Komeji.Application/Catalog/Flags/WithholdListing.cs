using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Application.Stores;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Catalog.Flags;

/// <summary>
/// A person looked: the listing is taken off display, or stays off it when the seller had asked again, and she is told why. Orders
/// there are go on. Other listings of the shop with that name are held until a person has looked at them, too.
/// </summary>
public sealed record WithholdListing(ListingFlagId Id, string Reason) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, Notifier notifier, RetypedListings retyped, TimeProvider clock) : IRequestHandler<WithholdListing>
    {
        public async Task<Unit> Handle(WithholdListing request, CancellationToken cancellationToken)
        {
            var flag = await db.ListingFlags.SingleOrDefaultAsync(f => f.Id == request.Id, cancellationToken) ?? throw new NotFound();
            var product = await db.Products.Include(p => p.Variants).SingleAsync(p => p.Id == flag.ProductId, cancellationToken);
            await db.RequireUntied(user.Require(), product.StoreId, cancellationToken);
            var now = clock.GetUtcNow();
            var again = flag.State == ListingFlagState.AskedAgain;
            flag.Withhold(user.Require(), request.Reason, now);
            product.Withhold(PlainText.Sentence(flag.Note), now);
            await retyped.HoldOthersLike(flag, product, now, cancellationToken);
            await notifier.Tell(await db.OwnerOf(product, cancellationToken), new Notice(
                again ? "Hasil tinjau ulang produk Anda" : "Produk Anda diturunkan",
                $"{product.Name} {(again ? "tetap tidak tampil" : "tidak tampil lagi")} di Komeji. Alasan petugas: {PlainText.Sentence(flag.Note)} Pesanan yang sudah ada tetap berjalan. Perbaiki produknya lalu minta ditinjau lagi di halaman produknya.",
                $"/penjual/produk/{product.Id.Value}"), cancellationToken);
            return Unit.Value;
        }
    }
}
