using Komeji.Domain.Common;

namespace Komeji.Domain.Returns;

/// <summary>By a community point: the buyer brings it, the keeper takes it in and hands it over, each against a code.</summary>
public sealed partial class GoodsReturn
{
    /// <summary>The buyer will bring it to a community point; choosing again draws another code.</summary>
    /// <exception cref="RuleBroken"><c>return.not_yours</c>, <c>return.illegal_move</c></exception>
    public void PlanDropOff(Actor actor, PointId point, string code, DateTimeOffset now)
    {
        Require(State == GoodsReturnState.AwaitingReturn);
        ReturnSides.Require(actor, ReturnSide.Buyer);
        (PointId, DropCode, CodeFailures) = (point, code, 0);
        Record(Step(State.ToString(), State, actor, now, "drop_off_planned"));
    }

    /// <summary>The keeper of the point takes it in. A wrong code is remembered; after five the buyer draws another.</summary>
    /// <returns>Whether the code was right.</returns>
    /// <exception cref="RuleBroken"><c>return.not_yours</c>, <c>return.illegal_move</c>, <c>return.locked</c></exception>
    public bool TakeIn(Actor keeper, string code, string fetchCode, ReturnTerms terms, DateTimeOffset now)
    {
        Require(State == GoodsReturnState.AwaitingReturn && PointId is not null);
        ReturnSides.Require(keeper, ReturnSide.Keeper);
        if (!Matches(code, DropCode))
        {
            return false;
        }

        Move(GoodsReturnState.ReturnInTransit, keeper, now, "taken_in");
        (SentAt, AtPointAt, FetchCode) = (now, now, fetchCode);
        Wait(ReturnClock.AssumeArrived, now + terms.Fetch);
        Raise(new ReturnSent(Id, OrderId));
        return true;
    }

    /// <summary>The keeper hands it over to the shop. What lies there is handed over also when it has been counted as fetched.</summary>
    /// <returns>Whether the code was right.</returns>
    /// <exception cref="RuleBroken"><c>return.not_yours</c>, <c>return.illegal_move</c>, <c>return.locked</c></exception>
    public bool HandOver(Actor keeper, string code, ReturnTerms terms, DateTimeOffset now)
    {
        Require(IsAtPoint);
        ReturnSides.Require(keeper, ReturnSide.Keeper);
        if (!Matches(code, FetchCode))
        {
            return false;
        }

        FetchedAt = now;
        Record(Step(State.ToString(), State, keeper, now, "fetched"));
        if (State == GoodsReturnState.ReturnInTransit && ArrivedAt is null)
        {
            Arrive(terms, now);
        }

        return true;
    }

    /// <summary>The shop asks for another code, as after five wrong ones.</summary>
    /// <exception cref="RuleBroken"><c>return.not_yours</c>, <c>return.illegal_move</c></exception>
    public void RenewFetchCode(Actor actor, string code, DateTimeOffset now)
    {
        Require(IsAtPoint);
        ReturnSides.Require(actor, ReturnSide.Shop);
        (FetchCode, CodeFailures) = (code, 0);
        Record(Step(State.ToString(), State, actor, now, "code_renewed"));
    }

    bool Matches(string code, string? expected)
    {
        if (IsLocked)
        {
            throw new RuleBroken("return.locked", "Kode salah lima kali. Minta pemilik kode membuat kode baru di halaman returnya, lalu coba lagi.");
        }

        if (expected is not null && string.Equals(expected, code.Replace(" ", "", StringComparison.Ordinal), StringComparison.Ordinal))
        {
            CodeFailures = 0;
            return true;
        }

        CodeFailures++;
        return false;
    }

    /// <summary>Nobody counts what still lies at the point.</summary>
    void RequireFetched()
    {
        if (IsAtPoint && ArrivedAt is null)
        {
            throw new RuleBroken("return.not_fetched", "Barangnya masih di titik komunitas. Ambil dahulu dengan kode di halaman ini, lalu hitung isinya.");
        }
    }
}
