using Komeji.Domain.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Domain.Returns;

/// <summary>
/// What of an order can still come back: pieces the buyer was sent and has not returned, and money that has neither gone back nor been
/// promised by another return. What was sent instead of a returned piece may come back in its turn.
/// </summary>
public sealed class Returnable
{
    readonly Order order;
    readonly List<GoodsReturn> returns;
    readonly List<Replacement> replacements;

    /// <param name="order">With its lines.</param>
    /// <param name="returns">All of the order, with their lines.</param>
    /// <param name="replacements">All of the order, with their lines.</param>
    public Returnable(Order order, IEnumerable<GoodsReturn> returns, IEnumerable<Replacement> replacements)
    {
        this.order = order;
        this.returns = [.. returns.Where(r => r.State != GoodsReturnState.Closed)];
        this.replacements = [.. replacements.Where(r => r.State == ReplacementState.Delivered && r.Kind != ReplacementKind.Missing)];
    }

    /// <summary>Pieces of the line that are with the buyer and not on their way back.</summary>
    public int Pieces(OrderLine line)
    {
        var bought = line.Quantity - line.Cancelled;
        var sent = order.DeliveredAt is null ? line.Shipped : bought;
        var back = LinesOf(line.Id).Sum(l => l.Counted ? l.Line.Accepted : l.Line.Pieces);
        var sentAgain = replacements.SelectMany(r => r.Lines).Where(l => l.OrderLineId == line.Id).Sum(l => l.Pieces);
        return Math.Clamp(sent - back + sentAgain, 0, bought);
    }

    /// <summary>What of the line's money no return has promised yet.</summary>
    public Rupiah Money(OrderLine line)
    {
        var promised = Rupiah.Sum(LinesOf(line.Id).Where(l => !l.Refunded).Select(l => l.Counted ? l.Line.Offered : l.Line.Agreed));
        return Rupiah.Max(Rupiah.Zero, line.Left - promised);
    }

    /// <summary>
    /// What goes back for so many more pieces of a line: with all that came back for money before them, their part of what was paid,
    /// less the part of those before (a cumulative target, so that the sum does not depend on how it was cut).
    /// </summary>
    public Rupiah Share(OrderLine line, int pieces)
    {
        var before = Math.Min(line.Quantity, LinesOf(line.Id).Where(l => l.Line.Agreed.IsPositive).Sum(l => l.Counted ? l.Line.Accepted : l.Line.Pieces));
        var until = Math.Min(line.Quantity, before + pieces);
        return Rupiah.Min(Target(line.Total, until, line.Quantity) - Target(line.Total, before, line.Quantity), Money(line));
    }

    /// <summary>The part of an amount that so many of the pieces are, rounded down; all of it for all of them.</summary>
    public static Rupiah Target(Rupiah whole, int pieces, int of) => new((long)((Int128)whole.Amount * pieces / of));

    IEnumerable<(ReturnLine Line, bool Counted, bool Refunded)> LinesOf(OrderLineId id) =>
        returns.SelectMany(r => r.Lines.Where(l => l.OrderLineId == id).Select(l => (l, r.State == GoodsReturnState.ReturnReceived, r.RefundId is not null)));
}
