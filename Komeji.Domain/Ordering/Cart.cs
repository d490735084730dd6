using Komeji.Domain.Common;

namespace Komeji.Domain.Ordering;

/// <summary>What somebody means to buy. A visitor's cart is known by a token in a cookie; signing in makes it the person's own.</summary>
public sealed class Cart : Aggregate
{
    public const int MostLines = 50;
    public const int MostPieces = 999;

    readonly List<CartLine> lines = [];

    Cart() { }

    public CartId Id { get; private set; }
    public UserId? OwnerId { get; private set; }

    /// <summary>SHA-256 of the visitor's token, in hex; empty once it belongs to a person.</summary>
    public string TokenHash { get; private set; } = "";
    public DateTimeOffset TouchedAt { get; private set; }
    public IReadOnlyList<CartLine> Lines => lines;

    public static Cart OfVisitor(string tokenHash, DateTimeOffset now) =>
        new() { Id = CartId.New(now), TokenHash = tokenHash, TouchedAt = now };

    public static Cart Of(UserId owner, DateTimeOffset now) =>
        new() { Id = CartId.New(now), OwnerId = owner, TouchedAt = now };

    /// <summary>Adds pieces of a variant, on top of those already there.</summary>
    /// <param name="priceSeen">The price the page showed; a later change is pointed out.</param>
    /// <exception cref="RuleBroken"><c>cart.quantity</c>, <c>cart.full</c></exception>
    public void Add(VariantId variantId, int quantity, Rupiah priceSeen, DateTimeOffset now)
    {
        var line = lines.SingleOrDefault(l => l.VariantId == variantId);
        CheckQuantity(quantity);
        CheckQuantity(quantity + (line?.Quantity ?? 0));
        if (line is null && lines.Count >= MostLines)
        {
            throw new RuleBroken("cart.full", $"Keranjang berisi paling banyak {MostLines} macam barang. Bayar atau hapus sebagian dahulu.");
        }

        TouchedAt = now;
        if (line is null)
        {
            lines.Add(new CartLine(Id, variantId, quantity, priceSeen, now));
        }
        else
        {
            line.Change(line.Quantity + quantity, priceSeen);
        }
    }

    /// <summary>Buy now: exactly so many pieces, whatever was there before.</summary>
    /// <exception cref="RuleBroken"><c>cart.quantity</c>, <c>cart.full</c></exception>
    public void Put(VariantId variantId, int quantity, Rupiah priceSeen, DateTimeOffset now)
    {
        if (lines.SingleOrDefault(l => l.VariantId == variantId) is not { } line)
        {
            Add(variantId, quantity, priceSeen, now);
            return;
        }

        CheckQuantity(quantity);
        TouchedAt = now;
        line.Change(quantity, priceSeen);
    }

    /// <exception cref="RuleBroken"><c>cart.quantity</c>, <c>cart.no_such_line</c></exception>
    public void Change(VariantId variantId, int quantity, DateTimeOffset now)
    {
        CheckQuantity(quantity);
        var line = lines.SingleOrDefault(l => l.VariantId == variantId)
            ?? throw new RuleBroken("cart.no_such_line", "Barang ini sudah tidak ada di keranjang.");
        TouchedAt = now;
        line.Change(quantity, line.PriceSeen);
    }

    public void Remove(VariantId variantId, DateTimeOffset now)
    {
        TouchedAt = now;
        lines.RemoveAll(l => l.VariantId == variantId);
    }

    /// <summary>Takes over a visitor's lines on signing in. Of a thing that is in both the larger count stays; lines beyond the limit are lost.</summary>
    public void TakeOver(Cart visitor, DateTimeOffset now)
    {
        foreach (var other in visitor.lines)
        {
            var mine = lines.SingleOrDefault(l => l.VariantId == other.VariantId);
            if (mine is not null)
            {
                mine.Change(Math.Max(mine.Quantity, other.Quantity), other.PriceSeen);
            }
            else if (lines.Count < MostLines)
            {
                lines.Add(new CartLine(Id, other.VariantId, other.Quantity, other.PriceSeen, now));
            }
        }

        visitor.lines.Clear();
        TouchedAt = now;
    }

    static void CheckQuantity(int quantity)
    {
        if (quantity is < 1 or > MostPieces)
        {
            throw new RuleBroken("cart.quantity", $"Jumlah harus 1 sampai {MostPieces}.");
        }
    }
}

public sealed class CartLine
{
    CartLine() { }

    internal CartLine(CartId cartId, VariantId variantId, int quantity, Rupiah priceSeen, DateTimeOffset now)
    {
        CartId = cartId;
        VariantId = variantId;
        Quantity = quantity;
        PriceSeen = priceSeen;
        AddedAt = now;
    }

    public CartId CartId { get; private set; }
    public VariantId VariantId { get; private set; }
    public int Quantity { get; private set; }
    public Rupiah PriceSeen { get; private set; }
    public DateTimeOffset AddedAt { get; private set; }

    internal void Change(int quantity, Rupiah priceSeen)
    {
        Quantity = quantity;
        PriceSeen = priceSeen;
    }
}
