namespace Komeji.Domain.Legal;

public enum DocumentState
{
    Draft,
    Submitted,

    /// <summary>Somebody of a community looks whether it is complete, before the office does.</summary>
    PreCheck,
    InReview,
    NeedsFix,
    Approved,

    /// <summary>Holds, but not for long.</summary>
    Expiring,
    Expired,
    Revoked,
    Rejected,

    /// <summary>The seller does not accept the no; another officer looks.</summary>
    Appealed,

    /// <summary>The office lets the seller go without it until a day.</summary>
    Waived,
}

/// <summary>The legal moves of a document's verification. docs/domain/legal.md draws them; a test compares the two.</summary>
public static class DocumentMoves
{
    public static IReadOnlyList<DocumentState> From(DocumentState state) => state switch
    {
        DocumentState.Draft => [DocumentState.Submitted, DocumentState.PreCheck],
        DocumentState.Submitted => [DocumentState.InReview],
        DocumentState.PreCheck => [DocumentState.Submitted, DocumentState.NeedsFix],
        DocumentState.InReview => [DocumentState.Approved, DocumentState.NeedsFix, DocumentState.Rejected, DocumentState.Waived, DocumentState.Submitted, DocumentState.InReview],
        DocumentState.NeedsFix => [DocumentState.Submitted, DocumentState.PreCheck, DocumentState.Draft],
        DocumentState.Approved => [DocumentState.Expiring, DocumentState.Expired, DocumentState.Revoked],
        DocumentState.Expiring => [DocumentState.Expired, DocumentState.Revoked],
        DocumentState.Waived => [DocumentState.Expired, DocumentState.Revoked],
        DocumentState.Rejected => [DocumentState.Appealed],
        DocumentState.Appealed => [DocumentState.InReview],
        DocumentState.Expired => [],
        DocumentState.Revoked => [],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };

    /// <summary>The office has looked and vouches for it: what badges, filter and register go by.</summary>
    public static readonly IReadOnlyList<DocumentState> Vouched = [DocumentState.Approved, DocumentState.Expiring];

    /// <summary>The office has said yes and it still holds: it vouches, or lets the shop go without.</summary>
    public static readonly IReadOnlyList<DocumentState> InForce = [DocumentState.Approved, DocumentState.Expiring, DocumentState.Waived];

    /// <summary>On its way to a decision: no second one of its kind is begun meanwhile.</summary>
    public static readonly IReadOnlyList<DocumentState> Open = [DocumentState.Draft, DocumentState.Submitted, DocumentState.PreCheck, DocumentState.InReview, DocumentState.NeedsFix, DocumentState.Appealed];
}
