using System.Globalization;
using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Application.Ordering.Carts;
using Komeji.Application.Ordering.Services;
using Komeji.Application.Promotions;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering.Checkouts;

/// <summary>
/// Makes the purchase the buyer saw, or none: everything is reckoned anew, and when anything differs from what the page showed
/// the buyer is asked again. The same token a second time finds the first purchase. What is paid to a shop in cash is a purchase of its
/// own, since it is paid at another time and to another: one token then makes several, what is paid here first.
/// </summary>
/// <param name="Shown">The page's <see cref="ShownAmounts"/>.</param>
public sealed record PlaceOrders(string Token, CheckoutWish Wish, string Shown) : ICommand<PlacedPurchase>
{
    internal sealed class Handler(IKomejiDb db, UnitOfWork unit, OfferReader offers, Stock stock, Bookings bookings, VoucherPlaces vouchers, SettingsInForce settings, ICurrentUser user, ICodes codes, TimeProvider clock)
        : IRequestHandler<PlaceOrders, PlacedPurchase>
    {
        public async Task<PlacedPurchase> Handle(PlaceOrders request, CancellationToken cancellationToken)
        {
            var buyer = user.Require();
            await db.TakeTurn(CartKeys.Turn(buyer, null), cancellationToken);
            var standing = await Standing(request.Token, buyer, cancellationToken);
            if (standing.PlacedBefore() is { } number)
            {
                return new PlacedPurchase(number);
            }

            await RequireGoodStanding(standing, 1, cancellationToken);
            await db.HoldShops(buyer, cancellationToken);
            var offer = await offers.Read(buyer, request.Wish, cancellationToken);
            RequireAsShown(offer, request.Shown);
            await RequireGoodStanding(standing, PurchasesIn(offer), cancellationToken);

            var now = clock.GetUtcNow();
            var terms = await settings.OrderTerms(cancellationToken);
            var numbers = new Queue<string>(await FreeNumbers(PurchasesIn(offer), offer.Shops.Count + offer.Services.Count, now, cancellationToken));
            var purchaseNumbers = Enumerable.Range(0, PurchasesIn(offer)).Select(_ => numbers.Dequeue()).ToList();
            var drafts = Drafts(offer, numbers, terms).ToList();
            var usual = TimeSpan.FromHours(await settings.Number(SettingCatalogue.PayWithinHours, cancellationToken));
            List<Purchase> purchases =
            [
                .. PaidTogether(drafts).Zip(purchaseNumbers).Select((part, i) => Purchase.Place(
                    part.Second, buyer, i == 0 ? request.Token : $"{request.Token}-{i}", DestinationOf(offer.Address, standing), part.First, PayWithin(usual, part.First, now), now)),
            ];
            await Take(purchases, offer.Voucher, cancellationToken);
            purchases.ForEach(purchase => Add(purchase, now));
            await EmptyCart(buyer, purchases.SelectMany(p => p.Orders), now, cancellationToken);
            return new PlacedPurchase(purchases[0].Number);
        }

        /// <summary>What is paid here in one purchase, and each order paid in cash in one of its own.</summary>
        static int PurchasesIn(CheckoutOffer offer)
        {
            var cash = offer.Shops.Count(s => s.PaysInCash);
            return offer.Shops.Count + offer.Services.Count > cash ? cash + 1 : cash;
        }

        static IEnumerable<IReadOnlyList<OrderDraft>> PaidTogether(IReadOnlyList<OrderDraft> drafts) =>
            new[] { drafts.Where(d => !d.InCash).ToList() }.Where(here => here.Count > 0).Concat(drafts.Where(d => d.InCash).Select(d => new List<OrderDraft> { d }));

        void Add(Purchase purchase, DateTimeOffset now)
        {
            var payment = Payment.Of(purchase.Id, purchase.Total, now);
            if (purchase.Orders[0].PaysInCash)
            {
                payment.LeaveToShop(now);
            }

            db.Purchases.Add(purchase);
            db.Payments.Add(payment);
        }

        /// <summary>While an order paid in cash is on its way to the buyer; one that came back waits for the shop.</summary>
        static readonly OrderState[] Unpaid = [OrderState.AwaitingSeller, OrderState.Processing, OrderState.ReadyForPickup, OrderState.Shipped];

        /// <summary>How it stands with the buyer and this token, before anything is reckoned.</summary>
        Task<Standing> Standing(string token, UserId buyer, CancellationToken cancellationToken) =>
            db.Users.Where(u => u.Id == buyer.Value).Select(u => new Standing(
                u.FullName,
                u.PhoneNumber,
                u.EmailConfirmed || u.PhoneNumberConfirmed,
                db.Orders.Where(o => o.BuyerId == buyer && (o.State == OrderState.AwaitingPayment || (o.PaysInCash && Unpaid.Contains(o.State)))).Select(o => o.PurchaseId).Distinct().Count(),
                db.Purchases.Where(p => p.CheckoutToken == token).Select(p => p.Number).SingleOrDefault(),
                db.Purchases.Any(p => p.CheckoutToken == token && p.BuyerId == buyer)))
            .SingleAsync(cancellationToken);

        /// <summary>Reserved pieces cost the buyer nothing, so nobody may hold a shop's whole stock by never paying.</summary>
        /// <param name="more">Purchases about to be made.</param>
        async Task RequireGoodStanding(Standing standing, int more, CancellationToken cancellationToken)
        {
            if (!standing.IsConfirmed)
            {
                throw new RuleBroken("checkout.unconfirmed", "Konfirmasi surel atau nomor ponsel Anda dahulu, lalu lanjutkan belanja.");
            }

            var most = await settings.Number(SettingCatalogue.UnpaidPurchases, cancellationToken);
            if (standing.Unpaid + more > most)
            {
                throw new RuleBroken("checkout.unpaid", standing.Unpaid == 0
                    ? $"Ini menjadi {more} belanja, karena tiap pesanan yang dibayar di tempat dihitung sendiri. Sekaligus paling banyak {most} yang belum dibayar. Bayar sebagian sekarang, atau kurangi isi keranjang."
                    : $"Masih ada {standing.Unpaid} belanja Anda yang menunggu pembayaran atau dibayar di tempat, dan paling banyak {most}. Bayar, terima, atau batalkan dahulu di halaman Pesanan, lalu tekan tombolnya lagi.");
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

        /// <summary>One order each, with what a voucher takes off it.</summary>
        IEnumerable<OrderDraft> Drafts(CheckoutOffer offer, Queue<string> numbers, OrderTerms terms) =>
            offer.Shops.Select(shop => Draft(shop, numbers.Dequeue()))
                .Concat(offer.Services.Select(service => service.Draft(numbers.Dequeue(), codes.Number(), terms.Services)))
                .Select(draft => offer.Voucher?.On(draft) ?? draft);

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
                shop.Note)
            {
                InCash = shop.PaysInCash,
            };
        }

        /// <summary>
        /// Pieces last of all: a thing that very many want at once is one row, held until the commit. With appointments all at once, since a time
        /// is taken before the order that goes at it is saved; with a voucher too, whose place comes after the pieces wherever both move; and of cash,
        /// since what is paid at the door is sold as it is placed.
        /// </summary>
        async Task Take(IReadOnlyList<Purchase> purchases, VoucherOffer? voucher, CancellationToken cancellationToken)
        {
            var orders = purchases.SelectMany(p => p.Orders).ToList();
            var pieces = Stock.Of(orders);
            var appointments = orders.Select(o => o.Appointment).OfType<Appointment>().ToList();
            if (appointments.Count == 0 && voucher is null && !orders.Any(o => o.PaysInCash))
            {
                unit.AtTheEnd(ending => stock.Reserve(pieces, ending));
                return;
            }

            await stock.Reserve(pieces, cancellationToken);
            await bookings.Take(appointments, cancellationToken);
            await vouchers.Take(voucher, purchases[0], cancellationToken);
        }

        /// <summary>Without an address, where none is needed, the person alone.</summary>
        static Destination DestinationOf(OfferedAddress? to, Standing buyer) => to is null
            ? new Destination(buyer.Name, buyer.Phone ?? "", "", "", "", "", "")
            : new Destination(to.Recipient, to.Phone, to.Street, to.VillageCode, to.Region, to.PostalCode, to.Landmark);

        /// <summary>An appointment is paid while the shop can still get ready for it: in half of the time until it begins.</summary>
        static TimeSpan PayWithin(TimeSpan usual, IEnumerable<OrderDraft> drafts, DateTimeOffset now) =>
            drafts.Select(d => d.Appointment).OfType<AppointmentDraft>().Select(a => (a.StartsAt - now) / 2).Append(usual).Min();

        /// <summary>The purchases', then one for each order: the day in WIB and six characters drawn, all anew in the rare case that one is taken.</summary>
        async Task<IReadOnlyList<string>> FreeNumbers(int purchases, int orders, DateTimeOffset now, CancellationToken cancellationToken)
        {
            while (true)
            {
                string[] drawn = [.. Enumerable.Range(0, purchases).Select(_ => Draw("BLJ", now)), .. Enumerable.Range(0, orders).Select(_ => Draw("KMJ", now))];
                if (drawn.Distinct().Count() == drawn.Length
                    && !await db.Orders.Where(o => drawn.Contains(o.Number)).Select(o => o.Number)
                        .Concat(db.Purchases.Where(p => drawn.Contains(p.Number)).Select(p => p.Number)).AnyAsync(cancellationToken))
                {
                    return drawn;
                }
            }
        }

        string Draw(string prefix, DateTimeOffset now) => string.Create(CultureInfo.InvariantCulture, $"{prefix}-{Wib.DayOf(now):yyyyMMdd}-{codes.SixCharacters()}");

        async Task EmptyCart(UserId buyer, IEnumerable<Order> orders, DateTimeOffset now, CancellationToken cancellationToken)
        {
            var cart = await db.Carts.Of(buyer, null).Include(c => c.Lines).SingleAsync(cancellationToken);
            foreach (var line in orders.SelectMany(o => o.Lines))
            {
                cart.Remove(line.VariantId, now);
            }
        }
    }
}

/// <param name="Unpaid">How many of the buyer's purchases wait for payment, here or at the door.</param>
/// <param name="Placed">The purchase this token made before.</param>
/// <param name="IsOwn">Whether that is the buyer's.</param>
sealed record Standing(string Name, string? Phone, bool IsConfirmed, int Unpaid, string? Placed, bool IsOwn)
{
    /// <exception cref="NotFound">It is somebody else's.</exception>
    public string? PlacedBefore() => Placed is null || IsOwn ? Placed : throw new NotFound();
}

/// <param name="Number"><c>BLJ-…</c>; it is paid at <c>/bayar/{number}</c>, or that page says what to pay the shop.</param>
public sealed record PlacedPurchase(string Number);
