using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Komeji.Domain.Ordering;

namespace Komeji.Tests.Support;

/// <summary>Complaints brought to a state by their own verbs, without a database: of two packets at 18,500, shipping 8,000, one packet is broken.</summary>
public static class ComplaintCase
{
    public static readonly Actor Buyer = Orders.Buyer;
    public static readonly Actor Seller = Orders.Seller;
    public static readonly Actor CallCentre = Actor.Staff(new Guid(4, 0, 0, new byte[8]), "call_center");
    public static readonly Actor Officer = Orders.Staff;
    public static readonly Actor Second = Actor.Staff(new Guid(5, 0, 0, new byte[8]), "operator");

    public static readonly DateTimeOffset Now = Orders.Monday;

    public static readonly Dictionary<OrderLineId, int> NoneTaken = [];

    public static ComplaintTerms Terms(long grantMost = 500_000, params DateOnly[] holidays) => new(
        TimeSpan.FromHours(72), TimeSpan.FromHours(72), TimeSpan.FromHours(24), new Rupiah(grantMost), 5, TimeSpan.FromDays(2), TimeSpan.FromDays(3), TimeSpan.FromDays(3), 7, 1, new WorkingCalendar(holidays));

    public static Complaint Draft(Order order, int pieces = 1, ComplaintSolution wish = ComplaintSolution.FullRefund, long amount = 0, long shipping = 0, bool needsReturn = false, ComplaintType type = ComplaintType.Damaged)
    {
        var complaint = Complaint.Begin(order, "KPL-20261005-AAAAAA", Now);
        var items = new Dictionary<OrderLineId, ComplaintItemFacts> { [order.Lines[0].Id] = new(pieces, new Rupiah(amount)) };
        complaint.Write(new ComplaintFacts(type, "Satu bungkus datang pecah", items, wish, new Rupiah(shipping), needsReturn));
        return complaint;
    }

    public static Complaint Submitted(Order order, ComplaintTerms? terms = null, ComplaintSolution wish = ComplaintSolution.FullRefund, bool needsReturn = false)
    {
        var complaint = Draft(order, wish: wish, needsReturn: needsReturn);
        complaint.Submit(order, NoneTaken, Buyer, terms ?? Terms(), Now);
        return complaint;
    }

    public static Settlement Part(Complaint complaint, long amount, long shipping = 0, bool needsReturn = false) =>
        new(ComplaintSolution.PartRefund, new Dictionary<OrderLineId, Rupiah> { [complaint.Items[0].OrderLineId] = new(amount) }, new Rupiah(shipping), needsReturn);

    /// <summary>The order it is about is delivered. In a state an officer decides in, the right one has it; the offer on the table is the seller's.</summary>
    public static Complaint In(ComplaintState state, Order order)
    {
        var terms = Terms();
        Complaint complaint;
        switch (state)
        {
            case ComplaintState.Draft:
                return Draft(order);
            case ComplaintState.AwaitingSeller:
                return Submitted(order);
            case ComplaintState.Negotiating:
                complaint = In(ComplaintState.AwaitingSeller, order);
                complaint.Propose(Part(complaint, 5_000), "Hanya sedikit retak", Seller, terms, Now);
                break;
            case ComplaintState.AwaitingReturn:
                complaint = Submitted(order, needsReturn: true);
                complaint.Accept(1, Seller, terms, Now);
                break;
            case ComplaintState.Mediation:
                complaint = In(ComplaintState.AwaitingSeller, order);
                complaint.AskForHelp("Pembeli menelepon", CallCentre, terms, Now);
                complaint.Claim(Officer, Now);
                break;
            case ComplaintState.AwaitingEvidence:
                complaint = In(ComplaintState.Mediation, order);
                complaint.AskForEvidence("Foto kemasan", Officer, terms, Now);
                break;
            case ComplaintState.Decided:
                complaint = In(ComplaintState.Mediation, order);
                complaint.Decide(Part(complaint, 10_000), new Liability(50, 30, 0, 20, 0), "Kemasan tipis", false, Officer, terms, Now);
                break;
            case ComplaintState.Appealed:
                complaint = In(ComplaintState.Decided, order);
                complaint.Appeal("Ada foto baru", Buyer, terms, Now);
                complaint.Claim(Second, Now);
                break;
            case ComplaintState.Executing:
                complaint = In(ComplaintState.AwaitingSeller, order);
                complaint.Accept(1, Seller, terms, Now);
                break;
            case ComplaintState.Resolved:
                complaint = In(ComplaintState.Executing, order);
                complaint.Settle(RefundId.New(Now), Now);
                break;
            case ComplaintState.ClosedNoReply:
                complaint = In(ComplaintState.AwaitingReturn, order);
                complaint.GiveUpReturn(Now);
                break;
            case ComplaintState.Cancelled:
                complaint = In(ComplaintState.AwaitingSeller, order);
                complaint.Cancel("Ternyata utuh", Buyer, Now);
                break;
            case ComplaintState.Referred:
                complaint = In(ComplaintState.Mediation, order);
                complaint.Decide(Part(complaint, 10_000), Liability.OfSeller, "Kemasan tipis", true, Officer, terms, Now);
                complaint.RunOut(terms, Now.AddDays(4));
                complaint.Settle(RefundId.New(Now), Now);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(state), state, "No complaint stays there.");
        }

        complaint.State.ShouldBe(state);
        return complaint;
    }
}
