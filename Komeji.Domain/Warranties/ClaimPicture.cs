using Komeji.Domain.Common;

namespace Komeji.Domain.Warranties;

public enum ClaimPictureOf
{
    /// <summary>What the buyer shows of the fault.</summary>
    Fault,

    /// <summary>What the warrantor found.</summary>
    Finding,
}

/// <summary>A picture of a claim. Only its two sides and the officers see it.</summary>
public sealed class ClaimPicture
{
    ClaimPicture() { }

    internal ClaimPicture(WarrantyClaimId claimId, string fileKey, ClaimPictureOf of, DateTimeOffset now) =>
        (Id, ClaimId, FileKey, Of, At) = (ClaimPictureId.New(now), claimId, fileKey, of, now);

    public ClaimPictureId Id { get; private set; }
    public WarrantyClaimId ClaimId { get; private set; }
    public string FileKey { get; private set; } = "";
    public ClaimPictureOf Of { get; private set; }
    public DateTimeOffset At { get; private set; }
}

/// <summary>A claim came to stand somewhere; both sides are told what they need to act on.</summary>
/// <param name="Cause">Why it is with the officers; null where it is not.</param>
public sealed record ClaimMoved(WarrantyClaimId ClaimId, ClaimState To, ReviewCause? Cause);

/// <summary>The thing of a claim is on its way to the warrantor, or waits at a community point.</summary>
public sealed record ClaimGoodsSent(WarrantyClaimId ClaimId);
