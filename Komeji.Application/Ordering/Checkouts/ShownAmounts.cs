using System.Globalization;
using Komeji.Domain.Common;

namespace Komeji.Application.Ordering.Checkouts;

/// <summary>
/// The amounts a checkout page showed, carried through the browser in a hidden field. They are only ever compared with what is
/// reckoned anew, never used as prices: whoever changes them is asked again, or agrees to the true ones.
/// </summary>
public static class ShownAmounts
{
    public const int Longest = 8_000;

    public static string Of(CheckoutOffer offer) => string.Join(';', Parts(offer).Select(p => $"{p.Key}={p.Value}"));

    /// <summary>What is different now, in sentences; none when the buyer saw what would be charged.</summary>
    public static IReadOnlyList<string> Changes(CheckoutOffer offer, string shown)
    {
        var before = Parse(shown);
        var now = Parts(offer).ToDictionary(p => p.Key, p => p.Value);
        var changes = new List<string>();
        changes.AddRange(offer.Items.SelectMany(item => ItemChanges(item, before)));
        changes.AddRange(offer.Shops.SelectMany(shop => WayChanges(shop, before)));

        if (before.Keys.Any(key => key.StartsWith('b') && !now.ContainsKey(key)))
        {
            changes.Add("Sebagian barang sudah tidak ada di keranjang Anda.");
        }

        if (before.GetValueOrDefault("total") != now["total"])
        {
            changes.Add(offer.AtTheDoor.IsZero ? $"Yang Anda bayar sekarang {offer.Now}." : $"Yang Anda bayar sekarang {offer.Now}, dan di tempat {offer.AtTheDoor}.");
        }

        return changes;
    }

    static IEnumerable<KeyValuePair<string, string>> Parts(CheckoutOffer offer)
    {
        foreach (var item in offer.Items)
        {
            yield return new(Key(item), $"{Text(item.Item.Price)}x{item.Item.Quantity}");
        }

        foreach (var shop in offer.Shops)
        {
            yield return new(Key(shop), shop.Way is null ? "-" : Text(shop.Way.Fee));
        }

        yield return new("total", Text(offer.Total));
    }

    static IEnumerable<string> ItemChanges(OfferedItem item, Dictionary<string, string> before)
    {
        if (!before.TryGetValue(Key(item), out var seen))
        {
            yield return $"{item.Item.FullName} baru masuk ke keranjang.";
            yield break;
        }

        var parts = seen.Split('x');
        if (long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var price) && new Rupiah(price) != item.Item.Price)
        {
            yield return $"Harga {item.Item.FullName} berubah dari {new Rupiah(price)} menjadi {item.Item.Price}.";
        }

        if (parts.Length != 2 || parts[1] != item.Item.Quantity.ToString(CultureInfo.InvariantCulture))
        {
            yield return $"Jumlah {item.Item.FullName} sekarang {item.Item.Quantity}.";
        }
    }

    static IEnumerable<string> WayChanges(OfferedShop shop, Dictionary<string, string> before)
    {
        if (shop.WayGone)
        {
            yield return $"Pengiriman pilihan Anda dari {shop.Name} tidak tersedia lagi.";
        }

        if (shop is { WantsCash: true, PaysInCash: false })
        {
            yield return $"{shop.Name} tidak bisa dibayar di tempat untuk pesanan ini. {shop.Cash.Refusal}";
        }

        if (shop.Way is { } way && before.TryGetValue(Key(shop), out var fee) && fee != Text(way.Fee))
        {
            yield return $"Ongkos kirim {shop.Name} dengan {way.Name} {way.Fee}.";
        }
    }

    static Dictionary<string, string> Parse(string shown)
    {
        var parts = new Dictionary<string, string>();
        foreach (var pair in shown.Split(';').Select(p => p.Split('=', 2)).Where(p => p.Length == 2))
        {
            parts[pair[0]] = pair[1];
        }

        return parts;
    }

    static string Key(OfferedItem item) => "b" + item.Item.VariantId.Value.ToString("N");

    static string Key(OfferedShop shop) => "t" + shop.Id.Value.ToString("N");

    static string Text(Rupiah amount) => amount.Amount.ToString(CultureInfo.InvariantCulture);
}
