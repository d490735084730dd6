using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Returns;

namespace Komeji.Domain.Complaints;

/// <summary>Goods that go back, or are sent anew, because a complaint ended so. They have machines of their own, hung on the outcome's id.</summary>
public sealed partial class Complaint
{
    /// <summary>Goods, which can go back and be sent again; a service cannot.</summary>
    public bool OfGoods { get; private set; }

    /// <summary>What the buyer laid out for bringing them back and gets back, as far as what she paid for shipping covers it.</summary>
    public Rupiah ReturnFreight { get; private set; }

    /// <summary>What of it that does not cover, and so does not go back with the refund.</summary>
    public Rupiah FreightUncovered => Outcome is { } outcome && outcome.Solution.PaysBack() ? Rupiah.Max(Rupiah.Zero, outcome.Shipping + ReturnFreight - ShippingMost) : Rupiah.Zero;

    /// <summary>The return begins: of each line all the pieces, and what goes back for them at most.</summary>
    /// <param name="order">With its lines, as they are now.</param>
    public void BeginReturn(Order order)
    {
        Require(ComplaintState.AwaitingReturn);
        var outcome = Outcome!;
        var items = Items.Select(i => new ReturnItem(i.OrderLineId, i.Quantity, Rupiah.Min(BackOf(outcome, i.OrderLineId), order.Lines.Single(l => l.Id == i.OrderLineId).Left)));
        Raise(new ReturnAgreed(ReturnCause.Complaint, outcome.Id.Value, Number, OrderId, [.. items], FreightOf(outcome.Liability)));
    }

    /// <summary>The seller sends: of what had to come back first no more pieces than came.</summary>
    public void BeginSending()
    {
        Require(ComplaintState.Executing);
        var outcome = Outcome!;
        var items = Items.Select(i => new ReplacementItem(i.OrderLineId, i.Accepted ?? i.Quantity)).Where(i => i.Pieces > 0);
        var kind = outcome.Solution == ComplaintSolution.SendMissing ? ReplacementKind.Missing : ReplacementKind.Exchange;
        Raise(new ReplacementAgreed(ReturnCause.Complaint, outcome.Id.Value, Number, OrderId, kind, [.. items]));
    }

    /// <summary>It is on its way, and has its own clock from now on.</summary>
    /// <exception cref="RuleBroken"><c>complaint.illegal_move</c></exception>
    public void NoteGoodsSent(DateTimeOffset now)
    {
        RequireSending();
        DueAt = null;
        Record(Step(Actor.System, now, "goods_sent"));
    }

    /// <summary>It will not come: an officer finds another solution.</summary>
    /// <exception cref="RuleBroken"><c>complaint.illegal_move</c></exception>
    public void NoteNotSent(ComplaintTerms terms, DateTimeOffset now)
    {
        RequireSending();
        Mediate(Actor.System, "not_sent", null, terms, now);
    }

    void RequireSending()
    {
        if (State != ComplaintState.Executing || Outcome?.Solution.Sends() != true)
        {
            throw ComplaintMoves.Illegal();
        }
    }

    /// <summary>Without the buyer's own part of the loss.</summary>
    static Rupiah BackOf(ComplaintOffer outcome, OrderLineId line)
    {
        var loss = Rupiah.Sum(outcome.Lines.Where(l => l.OrderLineId == line).Select(l => l.Amount));
        return loss - new Rupiah(checked(loss.Amount * outcome.BuyerPercent) / Liability.Whole);
    }

    /// <summary>Whoever answers for most of it pays the way back.</summary>
    static FreightPayer FreightOf(Liability liability) => liability.Parts.OrderByDescending(p => p.Percent).First().Party switch
    {
        ComplaintParty.Courier => FreightPayer.Courier,
        ComplaintParty.Platform => FreightPayer.Platform,
        ComplaintParty.Buyer => FreightPayer.Buyer,
        ComplaintParty.Community => FreightPayer.Community,
        _ => FreightPayer.Seller,
    };
}
