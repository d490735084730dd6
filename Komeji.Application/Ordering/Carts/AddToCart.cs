using Komeji.Application.Common;
using Komeji.Application.Legal;
using Komeji.Application.Settings;
using Komeji.Application.Stores;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering.Carts;

/// <param name="PriceSeen">The price the page showed.</param>
/// <param name="VisitorToken">What the visitor's cookie holds; null at first.</param>
/// <param name="ExactlySo">"Beli Sekarang": so many pieces, not so many more.</param>
public sealed record AddToCart(VariantId VariantId, int Quantity, Rupiah PriceSeen, string? VisitorToken, bool ExactlySo) : ICommand<AddedToCart>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, ICodes codes, SettingsInForce settings, Standings standings, TimeProvider clock) : IRequestHandler<AddToCart, AddedToCart>
    {
        public async Task<AddedToCart> Handle(AddToCart request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            await db.TakeTurn(CartKeys.Turn(user.Id, request.VisitorToken), cancellationToken);
            var offer = await Find(request.VariantId, cancellationToken);
            var cart = await db.Carts.Of(user.Id, request.VisitorToken).Include(c => c.Lines).SingleOrDefaultAsync(cancellationToken);
            var token = cart is null && user.Id is null ? codes.Token() : request.VisitorToken;
            if (cart is null)
            {
                cart = user.Id is { } owner ? Cart.Of(owner, now) : Cart.OfVisitor(CartKeys.Hash(token!), now);
                db.Carts.Add(cart);
            }

            if (request.ExactlySo)
            {
                cart.Put(request.VariantId, request.Quantity, request.PriceSeen, now);
            }
            else
            {
                cart.Add(request.VariantId, request.Quantity, request.PriceSeen, now);
            }

            var wanted = cart.Lines.Single(l => l.VariantId == request.VariantId).Quantity;
            if (wanted > offer.Stock)
            {
                throw new RuleBroken("stock.short", offer.Stock == 0
                    ? "Stok barang ini habis."
                    : $"Stok tinggal {offer.Stock}. Kurangi jumlahnya, lalu coba lagi.");
            }

            return new AddedToCart(user.Id is null ? token : null, await settings.Number(SettingCatalogue.CartDays, cancellationToken));
        }

        async Task<Offer> Find(VariantId variantId, CancellationToken cancellationToken)
        {
            var offer = await (
                from variant in db.Variants
                where variant.Id == variantId
                join product in db.Products on variant.ProductId equals product.Id
                join store in db.Stores on product.StoreId equals store.Id
                select new Offer(variant.Stock, variant.IsOnSale && product.State == ProductState.Published, store.State == StoreState.Active && !store.OnHoliday, store.Id))
                .SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
            if (!offer.OnSale || !offer.StoreTakesOrders)
            {
                throw new RuleBroken("cart.not_on_sale", "Barang ini sedang tidak dijual. Pilih barang lain.");
            }

            if ((await standings.Restricted([offer.Store], cancellationToken)).Count > 0)
            {
                throw new RuleBroken("cart.restricted", "Toko ini belum bisa menerima pesanan baru karena NIB-nya belum terverifikasi. Pilih barang dari toko lain.");
            }

            if (user.Id is { } person && await db.WorkedIn(person).AnyAsync(s => s.Id == offer.Store, cancellationToken))
            {
                throw new RuleBroken("cart.own_shop", "Ini barang toko Anda sendiri atau toko tempat Anda bekerja, jadi tidak bisa Anda beli.");
            }

            return offer;
        }

        sealed record Offer(int Stock, bool OnSale, bool StoreTakesOrders, StoreId Store);
    }
}

/// <param name="VisitorToken">What a visitor's browser must keep; null for a person.</param>
/// <param name="KeepDays">How long a visitor's cart is kept untouched.</param>
public sealed record AddedToCart(string? VisitorToken, int KeepDays);
