using Komeji.Domain.Common;

namespace Komeji.Domain.Legal;

/// <summary>How far a shop, or one of its products, has come. Derived from the papers in force, never stored.</summary>
public enum Rung
{
    None,

    /// <summary>Terdaftar: the office knows who the owner is.</summary>
    Registered,

    /// <summary>Legal Dasar: it holds an NIB.</summary>
    Basic,

    /// <summary>Legal Produk: and the permits the product's category needs.</summary>
    Product,
}

/// <summary>A paper as the ladder sees it.</summary>
public sealed record HeldDocument(DocumentKind Kind, DocumentState State, DateOnly? ExpiresOn)
{
    public bool IsInForce(DateOnly today) => DocumentMoves.InForce.Contains(State) && !(ExpiresOn < today);
}

public static class Ladder
{
    /// <summary>A waiver lifts a need of the goods; nobody has seen a paper, so it is no step of the ladder itself.</summary>
    /// <param name="needs">Permits the product's category needs; each is met by any one of its papers. Null for a shop as a whole.</param>
    public static Rung Of(IEnumerable<HeldDocument> held, IReadOnlyList<Requirement>? needs, DateOnly today)
    {
        var inForce = held.Where(d => d.IsInForce(today)).ToList();
        var vouched = inForce.Where(d => DocumentMoves.Vouched.Contains(d.State)).Select(d => d.Kind).ToHashSet();
        if (!vouched.Contains(DocumentKind.BusinessNumber))
        {
            return vouched.Contains(DocumentKind.IdentityCard) ? Rung.Registered : Rung.None;
        }

        var kinds = inForce.Select(d => d.Kind).ToHashSet();
        return needs is not null && needs.All(need => need.AnyOf.Any(kinds.Contains)) ? Rung.Product : Rung.Basic;
    }
}
