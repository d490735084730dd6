using Komeji.Domain.Common;

namespace Komeji.Domain.Returns;

/// <summary>Where goods that come back stand. The pages show the Indonesian terms.</summary>
public enum GoodsReturnState
{
    AwaitingReturn,
    ReturnInTransit,

    /// <summary>The shop accepted fewer pieces than were sent, with a reason and photos; the buyer answers.</summary>
    PartlyAccepted,

    /// <summary>One side objects; an officer decides what counts as received.</summary>
    Objected,
    ReturnReceived,

    /// <summary>Nothing came back: the buyer did not send it in time, or keeps the goods.</summary>
    Closed,
}

/// <summary>The legal moves of a return. docs/domain/returns.md draws them; a test compares the two.</summary>
public static class GoodsReturnMoves
{
    public static IReadOnlyList<GoodsReturnState> From(GoodsReturnState state) => state switch
    {
        GoodsReturnState.AwaitingReturn => [GoodsReturnState.ReturnInTransit, GoodsReturnState.Closed],
        GoodsReturnState.ReturnInTransit => [GoodsReturnState.ReturnReceived, GoodsReturnState.PartlyAccepted, GoodsReturnState.Objected],
        GoodsReturnState.PartlyAccepted => [GoodsReturnState.ReturnReceived, GoodsReturnState.Objected],
        GoodsReturnState.Objected => [GoodsReturnState.ReturnReceived],
        GoodsReturnState.ReturnReceived or GoodsReturnState.Closed => [],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static RuleBroken Illegal() =>
        new("return.illegal_move", "Status retur sudah berubah, jadi langkah ini tidak bisa dilakukan. Muat ulang halaman untuk melihat status terbaru.");
}

/// <summary>What happens to a return by itself when its clock runs out.</summary>
public enum ReturnClock
{
    CloseUnsent,
    AssumeArrived,
    ReceiveWhole,
    AgreeWithCount,
    RemindOffice,
}

/// <summary>What the shop found of one line.</summary>
/// <param name="Sellable">Goes back into the stock.</param>
/// <param name="Unsellable">Came back, and cannot be sold again.</param>
public readonly record struct ReturnCount(int Sellable, int Unsellable)
{
    public int Accepted => Sellable + Unsellable;
}

// Facts other capabilities react to, in the same transaction.

public sealed record ReturnOpened(GoodsReturnId ReturnId, OrderId OrderId);

public sealed record ReturnSent(GoodsReturnId ReturnId, OrderId OrderId);

/// <summary>It is at the shop, or counts as if it were: the shop counts.</summary>
public sealed record ReturnArrived(GoodsReturnId ReturnId, OrderId OrderId);

public sealed record ReturnPartlyAccepted(GoodsReturnId ReturnId, OrderId OrderId);

public sealed record ReturnObjected(GoodsReturnId ReturnId, OrderId OrderId, bool ByShop);

/// <summary>No officer decided the objection in time.</summary>
public sealed record ReturnOverdue(GoodsReturnId ReturnId, string Number);

/// <summary>What came back is certain: whoever agreed to the return goes on from here.</summary>
/// <param name="Lines">Every line of the return, also what did not come.</param>
/// <param name="Freight">What the buyer laid out for bringing it back and gets back; zero where she pays it herself.</param>
public sealed record GoodsReturned(GoodsReturnId ReturnId, ReturnCause Cause, Guid CauseId, OrderId OrderId, IReadOnlyList<ReturnedLine> Lines, Rupiah Freight);

/// <param name="Accepted">Pieces that count as returned.</param>
/// <param name="Sellable">Of them, what the shop puts back on its shelf.</param>
/// <param name="Offered">What goes back to the buyer for them: of what was agreed the part that came, never more.</param>
public sealed record ReturnedLine(OrderLineId Line, VariantId Variant, int Pieces, int Accepted, int Sellable, Rupiah Offered);

/// <summary>Nothing came back.</summary>
public sealed record ReturnClosed(GoodsReturnId ReturnId, ReturnCause Cause, Guid CauseId, OrderId OrderId, string ReasonCode);
