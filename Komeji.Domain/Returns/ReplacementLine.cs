using Komeji.Domain.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Domain.Returns;

/// <summary>Pieces the shop sends for one order line.</summary>
public sealed class ReplacementLine
{
    ReplacementLine() { }

    internal ReplacementLine(ReplacementId replacementId, OrderLine line, int pieces, VariantId? variant) =>
        (ReplacementId, OrderLineId, VariantId, Pieces) = (replacementId, line.Id, variant ?? line.VariantId, pieces);

    public ReplacementId ReplacementId { get; private set; }
    public OrderLineId OrderLineId { get; private set; }

    /// <summary>What is sent: the variant that was bought, or another of the same product.</summary>
    public VariantId VariantId { get; private set; }
    public int Pieces { get; private set; }

    internal void Limit(int most) => Pieces = Math.Min(Pieces, most);
}
