using Komeji.Domain.Common;

namespace Komeji.Domain.Catalog;

public enum ProductState
{
    Draft,
    Published,
    Archived,
}

/// <summary>The legal moves of a product. A diagram in docs/domain/catalog.md shows the same, and a test compares them.</summary>
public static class ProductMoves
{
    public static IReadOnlyList<ProductState> From(ProductState state) => state switch
    {
        ProductState.Draft => [ProductState.Published, ProductState.Archived],
        ProductState.Published => [ProductState.Archived],
        ProductState.Archived => [ProductState.Published],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}

/// <summary>Whether buyers see it: what the seller publishes, and what the cooperative or a lost permit takes off display.</summary>
public sealed partial class Product
{
    /// <summary>What <see cref="WithheldReason"/> says of a listing about which nobody has decided yet.</summary>
    public const string HeldReason = "Namanya seperti produk toko Anda yang diturunkan petugas, jadi petugas melihatnya dahulu.";

    /// <summary>Why the cooperative took it off display; empty when it did not.</summary>
    public string WithheldReason { get; private set; } = "";

    /// <summary>The permit its category needs and its shop has lost, by the paper's word: it comes back with the permit. Empty when none is lost.</summary>
    public string LostPermit { get; private set; } = "";
    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>When a listing that had been published first went into another category: what that one asks for has its time from then. Once, so that moving to and fro wins none.</summary>
    public DateTimeOffset? MovedAt { get; private set; }

    /// <summary>Since when buyers have seen it without a break; null before it was published, and for listings from before this was kept.</summary>
    public DateTimeOffset? ShownSince { get; private set; }

    /// <exception cref="RuleBroken"><c>product.picture_required</c>, <c>product.withheld</c>, <c>product.permit_lost</c></exception>
    public void Publish(DateTimeOffset now)
    {
        if (pictures.Count == 0)
        {
            throw new RuleBroken("product.picture_required", "Tambahkan paling sedikit satu foto sebelum menayangkan produk.");
        }

        RequireNotWithheld();
        if (LostPermit.Length > 0)
        {
            throw new RuleBroken("product.permit_lost", "Izin yang diperlukan produk ini sudah tidak berlaku. Perbarui izinnya di halaman Legalitas; produk tayang lagi begitu dinas memverifikasinya.");
        }

        Move(ProductState.Published, now);
        PublishedAt ??= now;
    }

    /// <exception cref="RuleBroken"><c>product.withheld</c></exception>
    public void RequireNotWithheld()
    {
        if (WithheldReason.Length > 0)
        {
            throw new RuleBroken("product.withheld", WithheldReason == HeldReason
                ? $"Produk ini belum boleh tayang. {HeldReason} Anda diberi tahu begitu diputuskan."
                : $"Produk ini diturunkan oleh petugas koperasi: {WithheldReason} Perbaiki, lalu minta ditinjau lagi di halaman produknya.");
        }
    }

    /// <summary>Off display until the shop has the permit again; its orders go on.</summary>
    /// <returns>False when it was not on display.</returns>
    public bool HideFor(string permit, DateTimeOffset now)
    {
        if (State != ProductState.Published)
        {
            return false;
        }

        LostPermit = permit;
        Archive(now);
        return true;
    }

    /// <summary>The shop has what the product needs: it is shown again, as it was before.</summary>
    public void ComeBack(DateTimeOffset now)
    {
        LostPermit = "";
        if (WithheldReason.Length == 0)
        {
            Move(ProductState.Published, now);
        }
    }

    /// <summary>In another category it needs no permit that is lost; the seller may publish it again.</summary>
    public void NeedsNoLostPermit() => LostPermit = "";

    /// <summary>Taken off display by the cooperative; the seller cannot publish it again until it is let go.</summary>
    public void Withhold(string reason, DateTimeOffset now)
    {
        WithheldReason = reason;
        Archive(now);
    }

    /// <summary>Kept off display until a person of the cooperative has looked; what is a draft stays one.</summary>
    public void Hold(DateTimeOffset now)
    {
        WithheldReason = HeldReason;
        if (State == ProductState.Published)
        {
            Archive(now);
        }
    }

    /// <summary>The cooperative lets it go: the seller may publish it again.</summary>
    public void Release(DateTimeOffset now) => (WithheldReason, ChangedAt) = ("", now);

    /// <summary>Takes it off display. It can be published again.</summary>
    public void Archive(DateTimeOffset now) => Move(ProductState.Archived, now);

    /// <summary>Pressed twice, it stands where it stood.</summary>
    void Move(ProductState to, DateTimeOffset now)
    {
        if (State != to && !ProductMoves.From(State).Contains(to))
        {
            throw new RuleBroken("product.illegal_move", "Status produk sudah berubah, jadi langkah ini tidak bisa dilakukan. Muat ulang halaman untuk melihat status terbaru.");
        }

        if (to == ProductState.Published && State != to)
        {
            ShownSince = now;
        }

        State = to;
        ChangedAt = now;
    }
}
