using Komeji.Application.Common;
using Komeji.Application.Ordering.Carts;
using Komeji.Application.Ordering.Checkouts;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Promotions;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Promotions;

/// <summary>Reckons what a typed code takes off a checkout, or says why it does not count. Whether a place is left is decided by <see cref="VoucherPlaces"/> alone.</summary>
public sealed class VoucherOffers(IKomejiDb db, SettingsInForce settings, TimeProvider clock)
{
    /// <param name="typed">What the buyer wrote; empty for none.</param>
    /// <returns>Null where nothing was typed.</returns>
    public async Task<VoucherOffer?> Read(UserId buyer, string typed, CheckoutOffer offer, CancellationToken cancellationToken)
    {
        var code = VoucherTerms.Normal(typed);
        if (code.Length == 0 || offer.IsEmpty)
        {
            return null;
        }

        // Half a character would be no text for the database.
        var voucher = code.Length <= VoucherTerms.LongestCode && code.All(char.IsAsciiLetterOrDigit)
            ? await db.Vouchers.AsNoTracking().SingleOrDefaultAsync(v => v.Code == code && v.State != VoucherState.Draft && v.State != VoucherState.Dropped, cancellationToken)
            : null;
        return voucher is null
            ? new VoucherOffer(PlainText.Cut(typed.Trim(), VoucherTerms.LongestCode), "Kode voucher ini tidak dikenal. Periksa ejaannya, atau kosongkan.")
            : await Reckon(voucher, buyer, offer, cancellationToken);
    }

    async Task<VoucherOffer> Reckon(Voucher voucher, UserId buyer, CheckoutOffer offer, CancellationToken cancellationToken)
    {
        VoucherOffer No(string why) => new(voucher.Code, why);
        var now = clock.GetUtcNow();
        if (!voucher.IsOpen(now))
        {
            return No(voucher.State == VoucherState.Active && now < voucher.StartsAt
                ? $"Voucher ini baru berlaku mulai {voucher.From:d MMMM yyyy}."
                : "Voucher ini sudah berakhir. Kosongkan kodenya, atau pakai yang lain.");
        }

        var orders = OrdersOf(offer).Where(o => voucher.StoreId is null || o[0].StoreId == voucher.StoreId).ToList();
        if (orders.Count == 0 && offer.Shops.Any(s => s.PaysInCash && (voucher.StoreId is null || s.Id == voucher.StoreId)))
        {
            return No("Voucher hanya memotong yang dibayar lewat Komeji, bukan yang dibayar di tempat. Hilangkan centang Bayar di tempat, atau kosongkan kodenya.");
        }

        if (orders.Count == 0)
        {
            var shop = await db.Stores.Where(s => s.Id == voucher.StoreId).Select(s => s.Name).SingleAsync(cancellationToken);
            return No($"Voucher ini hanya untuk barang dari {shop}.");
        }

        var goods = Rupiah.Sum(orders.SelectMany(o => o).Select(i => i.Total));
        if (goods < voucher.MinimumPurchase)
        {
            return No($"Voucher ini untuk belanja paling sedikit {voucher.MinimumPurchase}. Tambah {voucher.MinimumPurchase - goods} lagi.");
        }

        if (await Full(voucher, buyer, cancellationToken) is { } full)
        {
            return No(full);
        }

        var least = new Rupiah(await settings.Number(SettingCatalogue.VoucherLeastPaid, cancellationToken));
        var whole = offer.Now;
        IReadOnlyList<IReadOnlyList<Rupiah>> prices = [.. orders.Select(o => (IReadOnlyList<Rupiah>)[.. o.Select(i => i.Total)])];
        var discount = Rupiah.Min(Rupiah.Min(voucher.Off(goods), VoucherSplit.Most(prices)), whole - Rupiah.Min(whole, least));
        if (!discount.IsPositive)
        {
            return No($"Setelah voucher masih ada paling sedikit {least} yang dibayar sendiri, dan belanja ini tidak lebih dari itu.");
        }

        var parts = VoucherSplit.Over(prices, discount, voucher.OfShop);
        var counted = new VoucherOffer(voucher.Code, null)
        {
            Id = voucher.Id,
            Title = voucher.Title,
            Lines = orders.SelectMany(o => o).Zip(parts.SelectMany(p => p)).ToDictionary(x => x.First.VariantId, x => x.Second),
        };
        return voucher.Committed + counted.OfCooperative.Amount > voucher.Budget.Amount ? No(VoucherPlaces.Gone) : counted;
    }

    /// <summary>What is placed as one order each and paid here, in that order.</summary>
    static IEnumerable<IReadOnlyList<CartItem>> OrdersOf(CheckoutOffer offer) =>
        offer.Shops.Where(s => !s.PaysInCash).Select(s => (IReadOnlyList<CartItem>)[.. s.Items.Select(i => i.Item)]).Concat(offer.Services.Select(s => (IReadOnlyList<CartItem>)[s.Item]));

    async Task<string?> Full(Voucher voucher, UserId buyer, CancellationToken cancellationToken)
    {
        if (voucher.Taken >= voucher.Quota)
        {
            return VoucherPlaces.Gone;
        }

        return await db.UsesBy(voucher.Id, buyer, cancellationToken) is var mine && mine >= voucher.PerBuyer
            ? $"Anda sudah memakai voucher ini {mine} kali, dan itu batasnya untuk satu pembeli."
            : null;
    }
}
