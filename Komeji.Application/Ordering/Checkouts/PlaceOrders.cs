using System.Globalization;
using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Application.Ordering.Carts;
using Komeji.Application.Ordering.Services;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering.Checkouts;

/// <summary>
/// Makes the purchase the buyer saw, or none: everything is reckoned anew, and when anything differs from what the page showed
/// the buyer is asked again. The same token a second time finds the first purchase.
/// </summary>
/// <param name="Shown">The page's <see cref="ShownAmounts"/>.</param>
public sealed record PlaceOrders(string Token, CheckoutWish Wish, string Shown) : ICommand<PlacedPurchase>
{
    internal sealed class Handler(IKomejiDb db, OfferReader offers, Stock stock, Bookings bookings, SettingsInForce settings, ICurrentUser user, ICodes codes, TimeProvider clock)
        : IRequestHandler<PlaceOrders, PlacedPurchase>
    {
        public async Task<PlacedPurchase> Handle(PlaceOrders request, CancellationToken cancellationToken)
        {
            var buyer = user.Require();
            await db.TakeTurn(CartKeys.Turn(buyer, null), cancellationToken);
            if (await PlacedBefore(request.Token, buyer, cancellationToken) is { } number)
            {
                return new PlacedPurchase(number);
            }

            await RequireConfirmed(buyer, cancellationToken);
            await RequireFewUnpaid(buyer, cancellationToken);
            var offer = await offers.Read(buyer, request.Wish, cancellationToken);
            RequireAsShown(offer, request.Shown);

            var now = clock.GetUtcNow();
            var terms = await settings.OrderTerms(cancellationToken);
            var drafts = new List<OrderDraft>();
            foreach (var shop in offer.Shops)
            {
                drafts.Add(Draft(shop, await FreeOrderNumber(now, cancellationToken)));
            }

            foreach (var service in offer.Services)
            {
                drafts.Add(service.Draft(await FreeOrderNumber(now, cancellationToken), codes.Number(), terms.Services));
            }

            var purchase = Purchase.Place(
                await FreeNumber("BLJ", n => db.Purchases.AnyAsync(p => p.Number == n, cancellationToken), now),
                buyer, request.Token, await DestinationOf(offer.Address, buyer, cancellationToken), drafts,
                PayWithin(TimeSpan.FromHours(await settings.Number(SettingCatalogue.PayWithinHours, cancellationToken)), drafts, now), now);
            await stock.Reserve(Stock.Of(purchase.Orders), cancellationToken);
            await bookings.Take(purchase.Orders.Select(o => o.Appointment).OfType<Appointment>(), cancellationToken);
            db.Purchases.Add(purchase);
            db.Payments.Add(Payment.Of(purchase.Id, purchase.Total, now));
            await EmptyCart(buyer, purchase, now, cancellationToken);
            return new PlacedPurchase(purchase.Number);
        }

        async Task<string?> PlacedBefore(string token, UserId buyer, CancellationToken cancellationToken)
        {
            var placed = await db.Purchases.Where(p => p.CheckoutToken == token).Select(p => new { p.Number, p.BuyerId }).SingleOrDefaultAsync(cancellationToken);
            return placed is null || placed.BuyerId == buyer ? placed?.Number : throw new NotFound();
        }

        async Task RequireConfirmed(UserId buyer, CancellationToken cancellationToken)
        {
            if (!await db.Users.AnyAsync(u => u.Id == buyer.Value && (u.EmailConfirmed || u.PhoneNumberConfirmed), cancellationToken))
            {
                throw new RuleBroken("checkout.unconfirmed", "Konfirmasi surel atau nomor HP Anda dahulu, lalu lanjutkan belanja.");
            }
        }

        /// <summary>Reserved pieces cost the buyer nothing, so nobody may hold a shop's whole stock by never paying.</summary>
        async Task RequireFewUnpaid(UserId buyer, CancellationToken cancellationToken)
        {
            var most = await settings.Number(SettingCatalogue.UnpaidPurchases, cancellationToken);
            if (await db.Orders.Where(o => o.BuyerId == buyer && o.State == OrderState.AwaitingPayment).Select(o => o.PurchaseId).Distinct().CountAsync(cancellationToken) >= most)
            {
                throw new RuleBroken("checkout.unpaid", $"Masih ada {most} belanja Anda yang menunggu pembayaran. Bayar atau batalkan dahulu di halaman Pesanan, lalu tekan Bayar Sekarang lagi.");
            }
        }

        static void RequireAsShown(CheckoutOffer offer, string shown)
        {
            if (offer.IsEmpty)
            {
                throw new RuleBroken("order.empty", "Keranjang Anda kosong. Bila Anda baru saja menekan Bayar, pesanannya ada di halaman Pesanan.");
            }

            if (offer.Obstacles is [var obstacle, ..])
            {
                throw new RuleBroken("checkout.problem", obstacle);
            }

            if (ShownAmounts.Changes(offer, shown).Count > 0)
            {
                throw new RuleBroken("checkout.changed", "Ada yang berubah sejak halaman ini ditampilkan, jadi belum ada yang dipesan. Periksa kembali, lalu tekan Bayar Sekarang.");
            }
        }

        OrderDraft Draft(OfferedShop shop, string number)
        {
            var way = shop.Way!;
            return new OrderDraft(
                number,
                codes.Number(),
                shop.Id,
                shop.Name,
                [.. shop.Items.Select(i => i.Item.ToLine())],
                new ShippingChoice(way.Kind, way.Courier, way.Name, way.Fee, way.EtaMinDays, way.EtaMaxDays, way.Point),
                shop.Items.Max(i => i.Item.HandlingDays),
                shop.Note);
        }

        /// <summary>Without an address, where none is needed, the person alone.</summary>
        async Task<Destination> DestinationOf(OfferedAddress? to, UserId buyer, CancellationToken cancellationToken)
        {
            if (to is not null)
            {
                return new Destination(to.Recipient, to.Phone, to.Street, to.VillageCode, to.Region, to.PostalCode, to.Landmark);
            }

            var person = await db.Users.Where(u => u.Id == buyer.Value).Select(u => new { u.FullName, u.PhoneNumber }).SingleAsync(cancellationToken);
            return new Destination(person.FullName, person.PhoneNumber ?? "", "", "", "", "", "");
        }

        /// <summary>An appointment is paid while the shop can still get ready for it: in half of the time until it begins.</summary>
        static TimeSpan PayWithin(TimeSpan usual, IEnumerable<OrderDraft> drafts, DateTimeOffset now) =>
            drafts.Select(d => d.Appointment).OfType<AppointmentDraft>().Select(a => (a.StartsAt - now) / 2).Append(usual).Min();

        Task<string> FreeOrderNumber(DateTimeOffset now, CancellationToken cancellationToken) =>
            FreeNumber("KMJ", n => db.Orders.AnyAsync(o => o.Number == n, cancellationToken), now);

        /// <summary>The day in WIB and six characters drawn; drawn again in the rare case that they are taken.</summary>
        async Task<string> FreeNumber(string prefix, Func<string, Task<bool>> taken, DateTimeOffset now)
        {
            while (true)
            {
                var number = string.Create(CultureInfo.InvariantCulture, $"{prefix}-{Wib.DayOf(now):yyyyMMdd}-{codes.SixCharacters()}");
                if (!await taken(number))
                {
                    return number;
                }
            }
        }

        async Task EmptyCart(UserId buyer, Purchase purchase, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var cart = await db.Carts.Of(buyer, null).Include(c => c.Lines).SingleAsync(cancellationToken);
            foreach (var line in purchase.Orders.SelectMany(o => o.Lines))
            {
                cart.Remove(line.VariantId, now);
            }
        }
    }
}

/// <param name="Number"><c>BLJ-…</c>; it is paid at <c>/bayar/{number}</c>.</param>
public sealed record PlacedPurchase(string Number);
