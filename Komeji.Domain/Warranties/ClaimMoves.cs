using Komeji.Domain.Accounts;
using Komeji.Domain.Common;

namespace Komeji.Domain.Warranties;

public enum ClaimState
{
    /// <summary>Being written; nobody else sees it.</summary>
    Draft,
    Submitted,

    /// <summary>The term was over when it was submitted; a person may be asked to look.</summary>
    OutOfTerm,
    AwaitingAnswer,
    Accepted,
    Rejected,

    /// <summary>An officer of the cooperative decides.</summary>
    UnderReview,
    AwaitingGoods,
    GoodsReceived,

    /// <summary>The finding is written down, with photos.</summary>
    Examined,
    Repaired,
    Replaced,

    /// <summary>An officer found that the warranty does not cover it: the thing goes back as it is.</summary>
    NotCovered,
    SentBack,
    Completed,
    Refunded,

    /// <summary>No, and nobody is left to ask here.</summary>
    Refused,
    Cancelled,
    Expired,
}

/// <summary>On whose behalf a claim is moved.</summary>
public enum ClaimSide
{
    Buyer,
    Warrantor,
    Officer,
    System,
}

/// <summary>One legal step and who may take it.</summary>
public sealed record ClaimMove(ClaimState To, params IReadOnlyList<ClaimSide> By);

/// <summary>The legal moves of a warranty claim. docs/domain/warranty.md draws them; a test compares the two.</summary>
public static class ClaimMoves
{
    /// <summary>The warrantor has the thing and has to go on with it.</summary>
    public static readonly IReadOnlyList<ClaimState> AtWork = [ClaimState.GoodsReceived, ClaimState.Examined, ClaimState.Repaired, ClaimState.Replaced, ClaimState.NotCovered];

    public static IReadOnlyList<ClaimMove> Of(ClaimState state) => state switch
    {
        ClaimState.Draft => [new(ClaimState.Submitted, ClaimSide.Buyer), new(ClaimState.Cancelled, ClaimSide.Buyer)],
        ClaimState.Submitted => [new(ClaimState.AwaitingAnswer, ClaimSide.System), new(ClaimState.OutOfTerm, ClaimSide.System)],
        ClaimState.OutOfTerm => [new(ClaimState.UnderReview, ClaimSide.Buyer), new(ClaimState.Refused, ClaimSide.System)],
        ClaimState.AwaitingAnswer =>
        [
            new(ClaimState.Accepted, ClaimSide.Warrantor), new(ClaimState.Rejected, ClaimSide.Warrantor), new(ClaimState.UnderReview, ClaimSide.System),
            new(ClaimState.Cancelled, ClaimSide.Buyer),
        ],
        ClaimState.Accepted => [new(ClaimState.AwaitingGoods, ClaimSide.System), new(ClaimState.GoodsReceived, ClaimSide.System)],
        ClaimState.Rejected => [new(ClaimState.UnderReview, ClaimSide.Buyer), new(ClaimState.Refused, ClaimSide.System)],
        ClaimState.AwaitingGoods =>
        [
            new(ClaimState.GoodsReceived, ClaimSide.Warrantor), new(ClaimState.UnderReview, ClaimSide.System), new(ClaimState.Expired, ClaimSide.System),
            new(ClaimState.Cancelled, ClaimSide.Buyer),
        ],
        ClaimState.GoodsReceived => [new(ClaimState.Examined, ClaimSide.Warrantor), new(ClaimState.UnderReview, ClaimSide.System)],
        ClaimState.Examined =>
        [
            new(ClaimState.Repaired, ClaimSide.Warrantor), new(ClaimState.Replaced, ClaimSide.Warrantor),
            new(ClaimState.UnderReview, ClaimSide.Warrantor, ClaimSide.System),
        ],
        ClaimState.Repaired or ClaimState.Replaced or ClaimState.NotCovered => [new(ClaimState.SentBack, ClaimSide.Warrantor), new(ClaimState.UnderReview, ClaimSide.System)],
        ClaimState.SentBack => [new(ClaimState.Completed, ClaimSide.Buyer, ClaimSide.System), new(ClaimState.UnderReview, ClaimSide.Buyer)],
        ClaimState.UnderReview =>
        [
            .. new[]
            {
                ClaimState.Accepted, ClaimState.Refused, ClaimState.GoodsReceived, ClaimState.Examined, ClaimState.Repaired, ClaimState.Replaced,
                ClaimState.NotCovered, ClaimState.Completed, ClaimState.Refunded,
            }.Select(to => new ClaimMove(to, ClaimSide.Officer)),
        ],
        ClaimState.Completed or ClaimState.Refunded or ClaimState.Refused or ClaimState.Cancelled or ClaimState.Expired => [],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    public static IReadOnlyList<ClaimState> From(ClaimState state) => [.. Of(state).Select(m => m.To)];

    public static bool IsFinal(ClaimState state) => Of(state).Count == 0;

    public static bool May(ClaimState from, ClaimState to, ClaimSide? side) => side is { } who && Of(from).Any(m => m.To == to && m.By.Contains(who));

    /// <summary>Null for whoever has no part in claims.</summary>
    public static ClaimSide? SideOf(Actor actor) => actor.Role switch
    {
        "pembeli" => ClaimSide.Buyer,
        "penjual" or "staf_toko" => ClaimSide.Warrantor,
        Roles.Operator or Roles.Finance => ClaimSide.Officer,
        "sistem" => ClaimSide.System,
        _ => null,
    };

    public static RuleBroken Illegal() =>
        new("claim.illegal_move", "Status klaim sudah berubah, jadi langkah ini tidak bisa dilakukan. Muat ulang halaman untuk melihat status terbaru.");
}
