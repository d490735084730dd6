using Komeji.Domain.Common;
using Komeji.Domain.Payments;

namespace Komeji.Domain.Complaints;

/// <summary>What was agreed or decided is carried out: goods come back, others are sent, money goes back by a decided refund.</summary>
public sealed partial class Complaint
{
    /// <summary>What was decided waits for a second officer; until that answer nobody changes it.</summary>
    public bool AwaitsSecond { get; private set; }

    /// <summary>Nobody said anything until the deadline: what both sides had read beforehand happens. A clock that has not run out does nothing.</summary>
    /// <param name="clock">The officer's, as the steps so far tell; it goes on when the time for evidence is over.</param>
    public void RunOut(ComplaintTerms terms, DateTimeOffset now, DecisionClock? clock = null)
    {
        if (DueAt is not { } due || due > now)
        {
            return;
        }

        switch (OnSilence)
        {
            case ComplaintSilence.Granted:
                Move(ComplaintState.Agreed, Actor.System, now, "granted_by_silence");
                Take(offers.Single(o => o.Kind == ComplaintOfferKind.Wish), terms, now);
                break;
            case ComplaintSilence.Mediated:
                Mediate(Actor.System, State == ComplaintState.Executing ? "not_sent" : "seller_silent", null, terms, now);
                break;
            case ComplaintSilence.Closed:
                Move(ComplaintState.ClosedNoReply, Actor.System, now, State == ComplaintState.AwaitingReturn ? "not_returned" : "buyer_silent");
                break;
            case ComplaintSilence.EvidenceOver:
                EndEvidence(Actor.System, "evidence_over", terms, now, clock);
                break;
            case ComplaintSilence.OfficerChanged:
                Remind(terms, now);
                break;
            case ComplaintSilence.CarriedOut:
                Take(Decision!, terms, now);
                break;
            default:
                break;
        }
    }

    /// <summary>The goods are on their way back: the buyer's clock is kept, and the return has its own.</summary>
    /// <exception cref="RuleBroken"><c>complaint.illegal_move</c></exception>
    public void NoteReturnSent(Actor by, DateTimeOffset now)
    {
        Require(ComplaintState.AwaitingReturn);
        DueAt = null;
        Record(Step(by, now, "return_sent"));
    }

    /// <summary>The seller has counted what came back; for pieces that did not, nothing is given.</summary>
    /// <param name="accepted">Pieces of each line; a line left out did not come back.</param>
    /// <param name="freight">What the buyer laid out for it and does not bear.</param>
    /// <exception cref="RuleBroken"><c>complaint.returned</c>, <c>complaint.illegal_move</c></exception>
    public void CountReturn(IReadOnlyDictionary<OrderLineId, int> accepted, ComplaintTerms terms, DateTimeOffset now, Rupiah freight = default)
    {
        Require(ComplaintState.AwaitingReturn);
        if (accepted.Any(a => a.Value < 0 || items.SingleOrDefault(i => i.OrderLineId == a.Key) is not { } item || a.Value > item.Quantity))
        {
            throw new RuleBroken("complaint.returned", "Yang kembali tidak bisa lebih banyak daripada yang dikomplain.");
        }

        items.ForEach(i => i.Count(accepted.GetValueOrDefault(i.OrderLineId)));
        ReturnFreight = freight;
        Execute(Outcome!, terms, now);
    }

    /// <summary>The goods never came: the complaint ends without a solution.</summary>
    /// <exception cref="RuleBroken"><c>complaint.illegal_move</c></exception>
    public void GiveUpReturn(DateTimeOffset now)
    {
        Require(ComplaintState.AwaitingReturn);
        Move(ComplaintState.ClosedNoReply, Actor.System, now, "not_returned");
    }

    /// <summary>What was sent anew has come.</summary>
    /// <exception cref="RuleBroken"><c>complaint.illegal_move</c></exception>
    public void NoteSentArrived(DateTimeOffset now)
    {
        RequireSending();
        End("goods_arrived", now);
    }

    /// <summary>What is to go back by a decided refund, and who bears it; null where nothing does, as when none of the goods came back.</summary>
    /// <param name="sequence">The order's; it decides ties.</param>
    public RefundPlan? Plan(long sequence)
    {
        if (Outcome is not { } outcome || !outcome.Solution.PaysBack() || items.All(i => i.Accepted == 0))
        {
            return null;
        }

        var losses = outcome.Lines.Select(l => (Line: l.OrderLineId, Amount: items.Single(i => i.OrderLineId == l.OrderLineId).Arrived(l.Amount))).Where(l => l.Amount.IsPositive).ToList();
        var shipping = Rupiah.Min(outcome.Shipping + ReturnFreight, ShippingMost);
        var loss = Rupiah.Sum(losses.Select(l => l.Amount)) + shipping;
        var back = loss - new Rupiah(checked(loss.Amount * outcome.BuyerPercent) / Liability.Whole);
        if (!back.IsPositive)
        {
            return null;
        }

        var parts = Allocation.Allocate(back, [.. losses.Select(l => l.Amount.Amount), shipping.Amount], sequence);
        return new RefundPlan(
            losses.Zip(parts).ToDictionary(x => x.First.Line, x => x.Second),
            parts[^1],
            new Dictionary<RefundBearer, int> { [RefundBearer.Seller] = outcome.SellerPercent, [RefundBearer.Courier] = outcome.CourierPercent, [RefundBearer.Platform] = outcome.PlatformPercent })
        {
            OfBuyer = outcome.BuyerPercent,
        };
    }

    /// <summary>The refund is booked, or none was needed.</summary>
    /// <exception cref="RuleBroken"><c>complaint.illegal_move</c></exception>
    public void Settle(RefundId? refund, DateTimeOffset now)
    {
        if (State != ComplaintState.Executing || Outcome?.Solution.Sends() != false)
        {
            throw ComplaintMoves.Illegal();
        }

        RefundId = refund;
        End(refund is null ? "nothing_back" : "refunded", now);
    }

    /// <summary>Something stands in the way, as a dispute at the buyer's bank: it is tried again later, and an officer sees why.</summary>
    /// <param name="until">When it is tried again; null where somebody has to say something first.</param>
    public void HoldUp(string why, DateTimeOffset? until)
    {
        if (State is not (ComplaintState.Executing or ComplaintState.Decided))
        {
            throw ComplaintMoves.Illegal();
        }

        (HeldUp, DueAt, AwaitsSecond) = (PlainText.Cut(why, 300), until, false);
    }

    /// <summary>So much another officer has to agree to; the answer books it or holds it up.</summary>
    /// <exception cref="RuleBroken"><c>complaint.illegal_move</c></exception>
    public void AwaitSecond()
    {
        HoldUp("Jumlahnya menunggu persetujuan petugas keuangan kedua.", null);
        AwaitsSecond = true;
    }

    /// <summary>An officer takes a complaint that cannot be carried out back, to decide what can.</summary>
    /// <exception cref="RuleBroken"><c>complaint.not_held_up</c>, <c>complaint.awaits_second</c>, <c>complaint.reason</c>, <c>complaint.not_yours</c></exception>
    public void Reopen(string reason, Actor by, ComplaintTerms terms, DateTimeOffset now)
    {
        if (HeldUp.Length == 0)
        {
            throw new RuleBroken("complaint.not_held_up", "Solusi komplain ini sedang dilaksanakan, jadi tidak dibuka lagi.");
        }

        if (AwaitsSecond)
        {
            throw new RuleBroken("complaint.awaits_second", "Keputusannya menunggu petugas keuangan kedua. Tunggu jawabannya; bila ia menolak, komplain ini dapat dibuka lagi.");
        }

        Mediate(by, "reopened", Reasoned(reason), terms, now);
    }

    /// <summary>All the order's money went back by another way: nothing is left to decide.</summary>
    public void EndWithOrder(DateTimeOffset now)
    {
        if (IsOpen)
        {
            Move(ComplaintState.Resolved, Actor.System, now, "order_refunded");
        }
    }

    void Take(ComplaintOffer outcome, ComplaintTerms terms, DateTimeOffset now)
    {
        (OutcomeId, ReturnFreight) = (outcome.Id, Rupiah.Zero);
        items.ForEach(i => i.Count(null));
        if (!outcome.NeedsReturn)
        {
            Execute(outcome, terms, now);
            return;
        }

        Move(ComplaintState.AwaitingReturn, Actor.System, now, "return_awaited");
        DueAt = now + terms.Return;
        Raise(new ComplaintAwaitsReturn(Id, OrderId));
    }

    void Execute(ComplaintOffer outcome, ComplaintTerms terms, DateTimeOffset now)
    {
        Move(ComplaintState.Executing, Actor.System, now, "carrying_out");
        DueAt = outcome.Solution.Sends() ? terms.SendBy(now) : now;
        if (outcome.Solution.Sends() && items.All(i => i.Accepted == 0))
        {
            End("nothing_back", now);
        }
        else if (outcome.Solution.Sends())
        {
            Raise(new ComplaintSendsGoods(Id, OrderId));
        }
    }

    void End(string reasonCode, DateTimeOffset now) =>
        Move(Outcome?.Refers == true ? ComplaintState.Referred : ComplaintState.Resolved, Actor.System, now, reasonCode);

    void Require(ComplaintState state)
    {
        if (State != state)
        {
            throw ComplaintMoves.Illegal();
        }
    }
}
