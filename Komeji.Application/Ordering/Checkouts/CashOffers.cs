using System.Globalization;
using Komeji.Application.Common;
using Komeji.Application.Ledger.Cash;
using Komeji.Application.Ordering.Carts;
using Komeji.Application.Settings;
using Komeji.Application.Shipping;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Shipping;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering.Checkouts;

/// <summary>Whether a shop's part of a checkout may be paid to it in cash when the goods are handed over (Bayar di Tempat).</summary>
/// <param name="IsListed">The shop takes cash at all.</param>
/// <param name="Refusal">Why this part may not be paid so, with what to do; null when it may.</param>
public sealed record CashOffer(bool IsListed, string? Refusal)
{
    public static readonly CashOffer None = new(false, "Toko ini tidak menerima bayar di tempat.");

    public bool IsPossible => IsListed && Refusal is null;
}

/// <summary>Reckons it from the shop's wish, the buyer's place, the way of delivery, the amount, and what the shop owes of cash it took before.</summary>
public sealed class CashOffers(IKomejiDb db, SettingsInForce settings)
{
    const int RegencyLength = 5;

    /// <summary>The fee is frozen, and is owed when the order is complete.</summary>
    static readonly OrderState[] Open = [.. Enum.GetValues<OrderState>().Where(s => s != OrderState.AwaitingPayment && !OrderMoves.IsFinal(s))];

    /// <param name="item">Any of the shop's things in the cart.</param>
    public async Task<CashOffer> Of(CartItem item, OfferedAddress? address, ShippingOption? way, Rupiah goods, CancellationToken cancellationToken)
    {
        if (!item.StoreTakesCash || await settings.Number(SettingCatalogue.CashAllowed, cancellationToken) == 0)
        {
            return CashOffer.None;
        }

        var most = new Rupiah(await settings.Number(SettingCatalogue.CashMost, cancellationToken));
        return new CashOffer(true,
            await IsOverDebtLimit(item.StoreId, cancellationToken) ? "Toko ini sedang tidak menerima bayar di tempat."
            : address is null ? "Pilih alamat Anda dahulu."
            : RegencyOf(address.VillageCode) != RegencyOf(item.Origin.VillageCode) ? $"Hanya untuk alamat di {item.Regency}."
            : way is not { Kind: ShipmentKind.SellerDelivery or ShipmentKind.Pickup } ? "Hanya bila diantar penjual sendiri atau diambil di toko."
            : goods + way.Fee > most ? $"Paling banyak {most}."
            : null);
    }

    /// <summary>The shop owes so much of cash it took before, or will owe of what is on its way, that it takes no more until some of it is paid.</summary>
    public async Task<bool> IsOverDebtLimit(StoreId store, CancellationToken cancellationToken)
    {
        var coming = await db.Orders.Where(o => o.StoreId == store && o.PaysInCash && Open.Contains(o.State)).SumAsync(o => (long)o.Fee + (long)o.Vat, cancellationToken);
        return await db.CashDebtOf(store, cancellationToken) + new Rupiah(coming) >= await DebtLimit(cancellationToken);
    }

    public async Task<Rupiah> DebtLimit(CancellationToken cancellationToken) =>
        new(long.Parse(await settings.Text(SettingCatalogue.CashDebtMost, cancellationToken), CultureInfo.InvariantCulture));

    static string RegencyOf(string village) => village.Length >= RegencyLength ? village[..RegencyLength] : "";
}
