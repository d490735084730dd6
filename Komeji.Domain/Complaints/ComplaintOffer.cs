using Komeji.Domain.Common;

namespace Komeji.Domain.Complaints;

public enum ComplaintOfferKind
{
    /// <summary>What the buyer asked for with the complaint.</summary>
    Wish,
    Offer,
    Decision,

    /// <summary>Decided once more, by another officer.</summary>
    Final,
}

/// <summary>A solution somebody proposed, or an officer decided, with who answers for it. It is written once and never changed.</summary>
public sealed class ComplaintOffer
{
    readonly List<ComplaintOfferLine> lines = [];

    ComplaintOffer() { }

    internal ComplaintOffer(ComplaintId complaintId, ComplaintOfferKind kind, Settlement settlement, Liability liability, Actor by, string reason, bool refers, int number, DateTimeOffset now)
    {
        Id = ComplaintOfferId.New(now);
        ComplaintId = complaintId;
        Kind = kind;
        Number = number;
        Side = ComplaintMoves.SideOf(by);
        ById = by.UserId ?? throw new InvalidOperationException("A person proposes or decides.");
        ByRole = by.Role;
        At = now;
        Reason = reason;
        Solution = settlement.Solution;
        NeedsReturn = settlement.NeedsReturn;
        Shipping = settlement.Shipping;
        Refers = refers;
        (SellerPercent, CourierPercent, PlatformPercent, BuyerPercent, CommunityPercent) = (liability.Seller, liability.Courier, liability.Platform, liability.Buyer, liability.Community);
        lines.AddRange(settlement.Lines.Where(l => l.Value.IsPositive).OrderBy(l => l.Key.Value).Select(l => new ComplaintOfferLine(Id, l.Key, l.Value)));
    }

    public ComplaintOfferId Id { get; private set; }
    public ComplaintId ComplaintId { get; private set; }

    /// <summary>The first of a complaint is 1.</summary>
    public int Number { get; private set; }
    public ComplaintOfferKind Kind { get; private set; }
    public ComplaintSide Side { get; private set; }
    public Guid ById { get; private set; }
    public string ByRole { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
    public string Reason { get; private set; } = "";
    public ComplaintSolution Solution { get; private set; }
    public bool NeedsReturn { get; private set; }
    public Rupiah Shipping { get; private set; }

    /// <summary>With it the complaint is referred to the BPSK; it is carried out all the same.</summary>
    public bool Refers { get; private set; }
    public int SellerPercent { get; private set; }
    public int CourierPercent { get; private set; }
    public int PlatformPercent { get; private set; }
    public int BuyerPercent { get; private set; }
    public int CommunityPercent { get; private set; }

    /// <summary>The loss of each line, before the buyer's own part of it.</summary>
    public IReadOnlyList<ComplaintOfferLine> Lines => lines;

    public Rupiah Loss => Rupiah.Sum(lines.Select(l => l.Amount)) + Shipping;

    public Liability Liability => new(SellerPercent, CourierPercent, PlatformPercent, BuyerPercent, CommunityPercent);

    /// <summary>What goes back to the buyer: the loss without her own part of it.</summary>
    public Rupiah Back => Loss - new Rupiah(checked(Loss.Amount * BuyerPercent) / Liability.Whole);

    public bool IsDecision => Kind is ComplaintOfferKind.Decision or ComplaintOfferKind.Final;
}

/// <summary>What one line lost.</summary>
public sealed class ComplaintOfferLine
{
    ComplaintOfferLine() { }

    internal ComplaintOfferLine(ComplaintOfferId offerId, OrderLineId orderLineId, Rupiah amount) => (OfferId, OrderLineId, Amount) = (offerId, orderLineId, amount);

    public ComplaintOfferId OfferId { get; private set; }
    public OrderLineId OrderLineId { get; private set; }
    public Rupiah Amount { get; private set; }
}
