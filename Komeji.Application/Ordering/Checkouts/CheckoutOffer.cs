using Komeji.Application.Ordering.Carts;
using Komeji.Application.Ordering.Services;
using Komeji.Application.Promotions;
using Komeji.Application.Shipping;
using Komeji.Domain.Common;

namespace Komeji.Application.Ordering.Checkouts;

/// <summary>What the buyer wants of the cart: where to, and how from each shop.</summary>
/// <param name="AddressId">Null: the default address.</param>
/// <param name="Ways">For each shop the code of a <see cref="ShippingOption"/>; a shop left out gets its first.</param>
/// <param name="Notes">For each shop what the buyer wants it to know.</param>
/// <param name="Only">"Beli Sekarang": this thing alone; null for the whole cart.</param>
public sealed record CheckoutWish(
    AddressId? AddressId,
    IReadOnlyDictionary<StoreId, string> Ways,
    IReadOnlyDictionary<StoreId, string> Notes,
    VariantId? Only)
{
    /// <summary>For each service in the cart the time and note.</summary>
    public IReadOnlyDictionary<VariantId, ServiceWish> Services { get; init; } = new Dictionary<VariantId, ServiceWish>();

    /// <summary>Shops the buyer wants to pay in cash when she has the goods.</summary>
    public IReadOnlySet<StoreId> Cash { get; init; } = new HashSet<StoreId>();
    /// <summary>The code of a voucher, as typed; empty for none.</summary>
    public string Voucher { get; init; } = "";

    public static readonly CheckoutWish Nothing = new(null, new Dictionary<StoreId, string>(), new Dictionary<StoreId, string>(), null);
}

/// <summary>A checkout as the catalogue, the tariffs and the stock allow it now. Nothing in it comes from the browser but the wishes.</summary>
/// <param name="Shops">The goods, one order a shop.</param>
/// <param name="Services">The services, one order each.</param>
public sealed record CheckoutOffer(IReadOnlyList<OfferedAddress> Addresses, OfferedAddress? Address, IReadOnlyList<OfferedShop> Shops, IReadOnlyList<OfferedWork> Services)
{
    public IEnumerable<OfferedItem> Items => [.. Shops.SelectMany(s => s.Items), .. Services.Select(s => s.Offered)];

    public bool IsEmpty => !Items.Any();

    /// <summary>Something is sent there, or done there, as things are chosen.</summary>
    public bool NeedsAddress => Shops.Any(s => s.Way is null || s.Way.Travels) || Services.Any(s => s.IsAtBuyer);

    /// <summary>Something could be sent there, or is done there.</summary>
    public bool AsksAddress => Shops.Count > 0 || NeedsAddress;

    public Rupiah Goods => Rupiah.Sum(Items.Select(i => i.Item.Total));

    public Rupiah Shipping => Rupiah.Sum(Shops.Select(s => s.Way?.Fee ?? Rupiah.Zero));

    /// <summary>What the typed code does; null where none was typed.</summary>
    public VoucherOffer? Voucher { get; init; }

    public Rupiah Discount => Voucher?.Discount ?? Rupiah.Zero;

    public Rupiah Total => Goods + Shipping - Discount;

    /// <summary>What is paid to shops in cash when the goods are handed over.</summary>
    public Rupiah AtTheDoor => Rupiah.Sum(Shops.Where(s => s.PaysInCash).Select(s => s.Total));

    /// <summary>What is paid here after placing.</summary>
    public Rupiah Now => Total - AtTheDoor;

    /// <summary>What stands in the way of paying, in sentences that say what to do.</summary>
    public IReadOnlyList<string> Problems => Sentences(i => i.Problem);

    /// <summary>The same without shortages: whether enough is left is decided by the reservation alone.</summary>
    public IReadOnlyList<string> Obstacles => Sentences(i => i.Obstacle);

    IReadOnlyList<string> Sentences(Func<OfferedItem, string?> problem) =>
    [
        .. Address is null && NeedsAddress ? new[] { Shops.Any(s => s.Way is null) ? "Pilih atau tambahkan alamat pengiriman." : "Pilih atau tambahkan alamat tempat jasa dikerjakan." } : [],
        .. Items.Where(i => problem(i) is not null).Select(i => $"{i.Item.FullName}: {problem(i)}"),
        .. Voucher?.Problem is { } why ? new[] { why } : [],
        .. Shops.Where(s => Address is not null && s.Way is null).Select(s => $"{s.Name} tidak melayani pengiriman ke alamat ini. Pilih alamat lain atau hapus barangnya dari keranjang."),
    ];
}

/// <param name="Label">What the person calls it.</param>
/// <param name="Street">With RT/RW and hamlet.</param>
/// <param name="Region">Village, district, regency and province in words.</param>
public sealed record OfferedAddress(
    AddressId Id, string Label, string Recipient, string Phone, string Street, string VillageCode, string Region, string PostalCode, string Landmark);

/// <param name="Way">The chosen way of shipping; null when the shop does not reach the address.</param>
/// <param name="WayGone">The way the buyer chose is no longer offered.</param>
public sealed record OfferedShop(
    StoreId Id,
    string Name,
    string Slug,
    IReadOnlyList<OfferedItem> Items,
    long Grams,
    IReadOnlyList<ShippingOption> Ways,
    ShippingOption? Way,
    bool WayGone,
    string Note)
{
    public Rupiah Goods => Rupiah.Sum(Items.Select(i => i.Item.Total));

    public Rupiah Total => Goods + (Way?.Fee ?? Rupiah.Zero);

    /// <summary>Whether it may be paid in cash.</summary>
    public CashOffer Cash { get; init; } = CashOffer.None;

    public bool WantsCash { get; init; }

    public bool PaysInCash => WantsCash && Cash.IsPossible;

    public int Pieces => Items.Sum(i => i.Item.Quantity);
}

/// <param name="Obstacle">Why it cannot be bought however many are left.</param>
/// <param name="Problem">Why it cannot be bought as it stands, with what to do.</param>
public sealed record OfferedItem(CartItem Item, string? Obstacle, string? Problem);
