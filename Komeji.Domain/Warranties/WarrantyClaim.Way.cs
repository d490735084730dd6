using Komeji.Domain.Common;

namespace Komeji.Domain.Warranties;

/// <summary>How the thing gets to the warrantor: by a courier, or by a community point against a code.</summary>
public sealed partial class WarrantyClaim
{
    public const int CodeTries = 5;

    /// <summary>The courier's number of the way to the warrantor; empty while it is not sent, or was brought.</summary>
    public string Waybill { get; private set; } = "";

    /// <summary>The community point the buyer brings it to.</summary>
    public PointId? PointId { get; private set; }

    /// <summary>Shown to the buyer, typed by the keeper who takes it in: so nobody takes in what was not brought.</summary>
    public string? DropCode { get; private set; }
    public int CodeFailures { get; private set; }

    /// <summary>Whoever took it in at the point.</summary>
    public UserId? TakenInBy { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }

    public bool IsLocked => CodeFailures >= CodeTries;

    /// <summary>The buyer has given it to a courier.</summary>
    /// <exception cref="RuleBroken"><c>claim.waybill</c>, <c>claim.sent</c>, <c>claim.illegal_move</c></exception>
    public void Send(Actor by, string waybill, ClaimTerms terms, DateTimeOffset now)
    {
        Require(ClaimMoves.SideOf(by) == ClaimSide.Buyer);
        RequireWithBuyer();
        if (waybill.Trim() is not { Length: >= 4 and <= 60 } given)
        {
            throw new RuleBroken("claim.waybill", "Tulis nama kurir dan nomor resinya, 4 sampai 60 huruf.");
        }

        (Waybill, PointId, DropCode) = (given, null, null);
        Leave(by, "sent", given, terms, now);
    }

    /// <summary>The buyer will bring it to a community point; choosing again draws another code.</summary>
    /// <exception cref="RuleBroken"><c>claim.sent</c>, <c>claim.illegal_move</c></exception>
    public void BringTo(PointId point, string code, Actor by, DateTimeOffset now)
    {
        Require(ClaimMoves.SideOf(by) == ClaimSide.Buyer);
        RequireWithBuyer();
        (PointId, DropCode, CodeFailures, ChangedAt) = (point, code, 0, now);
        Record(Step(State, State, by, now, "point_chosen", null));
    }

    /// <summary>Whoever keeps the point has taken it in, by name. A wrong code is remembered; after five the buyer draws another.</summary>
    /// <returns>Whether the code was right.</returns>
    /// <exception cref="RuleBroken"><c>claim.locked</c>, <c>claim.sent</c>, <c>claim.illegal_move</c></exception>
    public bool TakeIn(UserId keeper, string code, ClaimTerms terms, DateTimeOffset now)
    {
        RequireWithBuyer();
        Require(PointId is not null);
        if (IsLocked)
        {
            throw new RuleBroken("claim.locked", "Kode salah lima kali. Minta pembeli memilih titiknya sekali lagi di halaman klaimnya untuk mendapat kode baru.");
        }

        if (DropCode is null || !string.Equals(DropCode, code, StringComparison.Ordinal))
        {
            (CodeFailures, ChangedAt) = (CodeFailures + 1, now);
            return false;
        }

        (TakenInBy, DropCode) = (keeper, null);
        Leave(Actor.Keeper(keeper.Value), "taken_in", null, terms, now);
        return true;
    }

    void RequireWithBuyer()
    {
        Require(State == ClaimState.AwaitingGoods);
        if (SentAt is not null)
        {
            throw new RuleBroken("claim.sent", "Barang ini sudah dicatat dikirim. Tunggu sampai penanggung menerimanya.");
        }
    }

    void Leave(Actor by, string reasonCode, string? note, ClaimTerms terms, DateTimeOffset now)
    {
        (SentAt, DueAt, ChangedAt) = (now, terms.ReceiveBy(now), now);
        Record(Step(State, State, by, now, reasonCode, note));
        Raise(new ClaimGoodsSent(Id));
    }
}
