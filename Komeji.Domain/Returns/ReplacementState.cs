using Komeji.Domain.Common;

namespace Komeji.Domain.Returns;

/// <summary>Why the shop sends without another payment.</summary>
public enum ReplacementKind
{
    /// <summary>The same or another variant instead of what was wrong (Tukar Barang).</summary>
    Exchange,

    /// <summary>What was bought and not in the parcel (Kirim Kekurangan).</summary>
    Missing,

    /// <summary>The buyer's own goods, repaired or not accepted, go back to her; they are not of the stock.</summary>
    SentBack,
}

/// <summary>Where it stands. The pages show the Indonesian terms.</summary>
public enum ReplacementState
{
    /// <summary>The shop sends when the goods have come back.</summary>
    AwaitingReturn,
    AwaitingShipment,

    /// <summary>On its way, or waiting at the shop to be collected.</summary>
    Sent,
    Delivered,

    /// <summary>The shop cannot or did not send it, or it was lost: whoever agreed to it finds another solution.</summary>
    Failed,
}

/// <summary>The legal moves of a replacement. docs/domain/returns.md draws them; a test compares the two.</summary>
public static class ReplacementMoves
{
    public static IReadOnlyList<ReplacementState> From(ReplacementState state) => state switch
    {
        ReplacementState.AwaitingReturn => [ReplacementState.AwaitingShipment, ReplacementState.Failed],
        ReplacementState.AwaitingShipment => [ReplacementState.Sent, ReplacementState.Failed],
        ReplacementState.Sent => [ReplacementState.Delivered, ReplacementState.Failed],
        ReplacementState.Delivered or ReplacementState.Failed => [],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static RuleBroken Illegal() =>
        new("replacement.illegal_move", "Status barang pengganti sudah berubah, jadi langkah ini tidak bisa dilakukan. Muat ulang halaman untuk melihat status terbaru.");
}

/// <summary>What happens to a replacement by itself when its clock runs out.</summary>
public enum ReplacementClock
{
    GiveUpUnsent,
    AssumeDelivered,
    RemindOffice,
}

/// <summary>The shop has to send, at once or when goods have come back.</summary>
public sealed record ReplacementOpened(ReplacementId ReplacementId, OrderId OrderId);

/// <summary>The goods have come back: now the shop has to send.</summary>
public sealed record ReplacementDue(ReplacementId ReplacementId, OrderId OrderId);

public sealed record ReplacementSent(ReplacementId ReplacementId, OrderId OrderId);

public sealed record ReplacementNotArrived(ReplacementId ReplacementId, OrderId OrderId);

/// <summary>No officer decided in time whether it came.</summary>
public sealed record ReplacementOverdue(ReplacementId ReplacementId, string Number);

/// <summary>The buyer has it: whoever agreed to it is done.</summary>
public sealed record ReplacementDelivered(ReplacementId ReplacementId, ReturnCause Cause, Guid CauseId, OrderId OrderId);

/// <summary>Nothing comes: whoever agreed to it finds another solution, such as a refund.</summary>
/// <param name="PutBack">Pieces of the stock that were set aside for it and are free again.</param>
public sealed record ReplacementFailed(ReplacementId ReplacementId, ReturnCause Cause, Guid CauseId, OrderId OrderId, string ReasonCode, IReadOnlyList<ReplacedPieces> PutBack);

public readonly record struct ReplacedPieces(VariantId Variant, int Count);
