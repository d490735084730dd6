using Komeji.Domain.Common;

namespace Komeji.Domain.Complaints;

/// <summary>Where a complaint stands. A return or a replacement that it leads to has a machine of its own.</summary>
public enum ComplaintState
{
    /// <summary>The buyer is still writing; nobody else sees it and nothing is frozen.</summary>
    Draft,
    Submitted,
    AwaitingSeller,
    Negotiating,
    Agreed,
    AwaitingReturn,
    Mediation,
    AwaitingEvidence,
    Decided,
    Appealed,
    FinalDecided,
    Executing,
    Resolved,
    ClosedNoReply,
    Cancelled,
    Referred,
}

/// <summary>On whose side somebody acts on a complaint.</summary>
[Flags]
public enum ComplaintSide
{
    None = 0,
    Buyer = 1,
    Seller = 2,
    CallCentre = 4,
    Officer = 8,
    System = 16,

    Parties = Buyer | Seller,
    Staff = CallCentre | Officer,
}

/// <summary>The legal moves of a complaint and who may make each. docs/domain/complaints.md draws them; a test compares the two.</summary>
public static class ComplaintMoves
{
    /// <summary>Whose step leads from one state to the other; nobody's where there is no such move.</summary>
    public static ComplaintSide By(ComplaintState from, ComplaintState to) => (from, to) switch
    {
        (ComplaintState.Draft, ComplaintState.Submitted) => ComplaintSide.Buyer | ComplaintSide.Staff,
        (ComplaintState.Draft, ComplaintState.Cancelled) => ComplaintSide.Buyer,
        (ComplaintState.Submitted, ComplaintState.AwaitingSeller) => ComplaintSide.System,
        (ComplaintState.AwaitingSeller or ComplaintState.Negotiating, ComplaintState.Cancelled) => ComplaintSide.Buyer,
        (ComplaintState.AwaitingSeller, ComplaintState.Negotiating) => ComplaintSide.Seller,
        (ComplaintState.AwaitingSeller, ComplaintState.Agreed) => ComplaintSide.Seller | ComplaintSide.System,
        (ComplaintState.AwaitingSeller, ComplaintState.Mediation) => ComplaintSide.Staff | ComplaintSide.System,
        (ComplaintState.Negotiating, ComplaintState.Agreed) => ComplaintSide.Parties,
        (ComplaintState.Negotiating, ComplaintState.Mediation) => ComplaintSide.Parties | ComplaintSide.Staff | ComplaintSide.System,
        (ComplaintState.Negotiating, ComplaintState.ClosedNoReply) => ComplaintSide.System,
        (ComplaintState.Agreed, ComplaintState.AwaitingReturn or ComplaintState.Executing) => ComplaintSide.System,
        (ComplaintState.AwaitingReturn, ComplaintState.Executing or ComplaintState.ClosedNoReply) => ComplaintSide.System,
        (ComplaintState.Mediation, ComplaintState.AwaitingEvidence or ComplaintState.Decided or ComplaintState.FinalDecided) => ComplaintSide.Officer,
        (ComplaintState.AwaitingEvidence, ComplaintState.Mediation) => ComplaintSide.Officer | ComplaintSide.System,
        (ComplaintState.Decided, ComplaintState.Appealed) => ComplaintSide.Parties,
        (ComplaintState.Decided, ComplaintState.Mediation) => ComplaintSide.Officer,
        (ComplaintState.Decided or ComplaintState.FinalDecided, ComplaintState.AwaitingReturn or ComplaintState.Executing) => ComplaintSide.System,
        (ComplaintState.Appealed, ComplaintState.FinalDecided) => ComplaintSide.Officer,
        (ComplaintState.Executing, ComplaintState.Resolved or ComplaintState.Referred) => ComplaintSide.System,
        (ComplaintState.Executing, ComplaintState.Mediation) => ComplaintSide.Officer | ComplaintSide.System,

        // All the money went back by another way.
        (ComplaintState.AwaitingSeller or ComplaintState.Negotiating or ComplaintState.AwaitingReturn or ComplaintState.Mediation or ComplaintState.AwaitingEvidence
            or ComplaintState.Decided or ComplaintState.Appealed, ComplaintState.Resolved) => ComplaintSide.System,
        _ => ComplaintSide.None,
    };

    public static IReadOnlyList<ComplaintState> From(ComplaintState state) => [.. Enum.GetValues<ComplaintState>().Where(to => By(state, to) != ComplaintSide.None)];

    public static bool IsFinal(ComplaintState state) =>
        state is ComplaintState.Resolved or ComplaintState.ClosedNoReply or ComplaintState.Cancelled or ComplaintState.Referred;

    /// <summary>Submitted and not over: the order's money waits for it.</summary>
    public static bool IsOpen(ComplaintState state) => state != ComplaintState.Draft && !IsFinal(state);

    /// <exception cref="RuleBroken"><c>complaint.illegal_move</c>, <c>complaint.not_yours</c></exception>
    public static void Ensure(ComplaintState from, ComplaintState to, ComplaintSide side)
    {
        var who = By(from, to);
        if (who == ComplaintSide.None)
        {
            throw Illegal();
        }

        if ((who & side) == ComplaintSide.None)
        {
            throw new RuleBroken("complaint.not_yours", "Langkah ini bukan bagian Anda. Tunggu pihak lain, atau kirim pesan di percakapan komplain.");
        }
    }

    public static RuleBroken Illegal() =>
        new("complaint.illegal_move", "Komplain ini sudah berubah, jadi langkah ini tidak bisa dilakukan. Muat ulang halaman untuk melihat keadaan terbaru.");

    public static ComplaintSide SideOf(Actor actor) => actor.Role switch
    {
        "pembeli" => ComplaintSide.Buyer,
        "penjual" or "staf_toko" => ComplaintSide.Seller,
        "sistem" => ComplaintSide.System,
        Accounts.Roles.CallCentre => ComplaintSide.CallCentre,
        Accounts.Roles.Operator => ComplaintSide.Officer,
        _ => ComplaintSide.None,
    };
}
