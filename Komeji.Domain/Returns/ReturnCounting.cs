using Komeji.Domain.Common;

namespace Komeji.Domain.Returns;

/// <summary>What came back, who says so, and what stands when somebody is silent.</summary>
public sealed partial class GoodsReturn
{
    /// <summary>
    /// The shop counts what came back. All of it ends the return; fewer pieces need a reason and photos, and the buyer answers.
    /// </summary>
    /// <param name="found">For each line; one left out did not come.</param>
    /// <exception cref="RuleBroken"><c>return.not_fetched</c>, <c>return.count</c>, <c>return.reason</c>, <c>return.photos</c>, <c>return.not_yours</c>, <c>return.illegal_move</c></exception>
    public void Count(Actor actor, IReadOnlyDictionary<OrderLineId, ReturnCount> found, string reason, IReadOnlyList<string> photoKeys, ReturnTerms terms, DateTimeOffset now)
    {
        CheckCount(found, reason, photoKeys.Count);
        ReturnSides.Require(actor, ReturnSide.Shop);
        ArrivedAt ??= now;
        Keep(photoKeys, ReturnPhotoOf.Counting, now);
        Take(found);
        if (lines.All(l => l.Accepted == l.Pieces))
        {
            Receive(actor, "counted_whole", now);
            return;
        }

        ShortReason = reason.Trim();
        Move(GoodsReturnState.PartlyAccepted, actor, now, "counted_short", ShortReason);
        Wait(ReturnClock.AgreeWithCount, now + terms.Answer);
        Raise(new ReturnPartlyAccepted(Id, OrderId));
    }

    /// <summary>Whether the shop may count so, before photos are uploaded.</summary>
    /// <exception cref="RuleBroken"><c>return.not_fetched</c>, <c>return.count</c>, <c>return.reason</c>, <c>return.photos</c>, <c>return.illegal_move</c></exception>
    public void CheckCount(IReadOnlyDictionary<OrderLineId, ReturnCount> found, string reason, int photoCount)
    {
        Require(State == GoodsReturnState.ReturnInTransit);
        RequireFetched();
        RequireWithin(found);
        var isShort = lines.Any(l => found.GetValueOrDefault(l.OrderLineId).Accepted < l.Pieces);
        if (isShort)
        {
            Why(reason);
        }

        CheckPhotos(photoCount, isShort ? 1 : 0);
    }

    /// <summary>The buyer agrees with what the shop counted.</summary>
    /// <exception cref="RuleBroken"><c>return.not_yours</c>, <c>return.illegal_move</c></exception>
    public void Agree(Actor actor, DateTimeOffset now)
    {
        Require(State == GoodsReturnState.PartlyAccepted);
        ReturnSides.Require(actor, ReturnSide.Buyer);
        Receive(actor, "count_agreed", now);
    }

    /// <summary>The buyer objects to the shop's count, or the shop to the parcel: it never came, or holds other things. The office decides.</summary>
    /// <exception cref="RuleBroken"><c>return.reason</c>, <c>return.not_yours</c>, <c>return.illegal_move</c></exception>
    public void RaiseObjection(Actor actor, bool byShop, string reason, ReturnTerms terms, DateTimeOffset now)
    {
        Require(State == (byShop ? GoodsReturnState.ReturnInTransit : GoodsReturnState.PartlyAccepted));
        ReturnSides.Require(actor, byShop ? ReturnSide.Shop : ReturnSide.Buyer);
        Objection = Why(reason);
        Move(GoodsReturnState.Objected, actor, now, byShop ? "shop_objected" : "buyer_objected", Objection);
        ObjectedAt = now;
        Wait(ReturnClock.RemindOffice, terms.DecideBy(now));
        Raise(new ReturnObjected(Id, OrderId, byShop));
    }

    /// <summary>The office decides what counts as received; nothing of a line may count.</summary>
    /// <exception cref="RuleBroken"><c>return.count</c>, <c>return.reason</c>, <c>return.not_yours</c>, <c>return.illegal_move</c></exception>
    public void Decide(Actor actor, IReadOnlyDictionary<OrderLineId, ReturnCount> found, string reason, DateTimeOffset now)
    {
        Require(State == GoodsReturnState.Objected);
        ReturnSides.Require(actor, ReturnSide.Officer);
        RequireWithin(found);
        var why = Why(reason);
        Take(found);
        Receive(actor, "decided", now, why);
    }

    /// <summary>Does what the clock that ran out asks for; one that was stopped or set anew does nothing.</summary>
    public void RunOut(ReturnTerms terms, DateTimeOffset now)
    {
        if (DueAt is not { } due || due > now)
        {
            return;
        }

        switch (Clock)
        {
            case ReturnClock.CloseUnsent:
                Close(Actor.System, "not_sent_in_time", now);
                break;
            case ReturnClock.AssumeArrived:
                Record(Step(State.ToString(), State, Actor.System, now, "assumed_arrived"));
                Arrive(terms, now);
                break;
            case ReturnClock.ReceiveWhole:
                Take(lines.ToDictionary(l => l.OrderLineId, l => new ReturnCount(0, l.Pieces)));
                Receive(Actor.System, "not_counted_in_time", now);
                break;
            case ReturnClock.AgreeWithCount:
                Receive(Actor.System, "count_unanswered", now);
                break;
            case ReturnClock.RemindOffice:
                Record(Step(State.ToString(), State, Actor.System, now, "decision_overdue"));
                Wait(ReturnClock.RemindOffice, terms.DecideAgainBy(now));
                Raise(new ReturnOverdue(Id, Number));
                break;
            default:
                throw new InvalidOperationException($"Unknown clock {Clock}.");
        }
    }

    void Receive(Actor actor, string reasonCode, DateTimeOffset now, string? note = null)
    {
        Move(GoodsReturnState.ReturnReceived, actor, now, reasonCode, note);
        EndedAt = now;
        lines.ForEach(line => line.Offer());
        Raise(new GoodsReturned(Id, Cause, CauseId, OrderId, [.. lines.Select(l => new ReturnedLine(l.OrderLineId, l.VariantId, l.Pieces, l.Accepted, l.Sellable, l.Offered))], FreightBack));
    }

    void Take(IReadOnlyDictionary<OrderLineId, ReturnCount> found) => lines.ForEach(line => line.Take(found.GetValueOrDefault(line.OrderLineId)));

    void RequireWithin(IReadOnlyDictionary<OrderLineId, ReturnCount> found)
    {
        if (found.Keys.Any(id => lines.All(l => l.OrderLineId != id)) || lines.Any(l => !Fits(l, found.GetValueOrDefault(l.OrderLineId))))
        {
            throw new RuleBroken("return.count", "Isi jumlah yang datang: tidak kurang dari nol, dan layak jual ditambah tidak layak jual tidak lebih dari yang dikirim balik untuk setiap barang.");
        }
    }

    static bool Fits(ReturnLine line, ReturnCount count) =>
        count.Sellable >= 0 && count.Unsellable >= 0 && count.Sellable <= line.Pieces && count.Unsellable <= line.Pieces - count.Sellable;

    static string Why(string reason) => reason.Trim() is { Length: >= 3 and <= 500 } given
        ? given
        : throw new RuleBroken("return.reason", "Tulis alasannya, 3 sampai 500 huruf.");
}
