using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Complaints;

/// <summary>Everything a page tells about one complaint, to its buyer, its shop or the officers.</summary>
public sealed record ComplaintPage
{
    public required string Number { get; init; }
    public required string OrderNumber { get; init; }
    public required OrderState OrderState { get; init; }
    public required string StoreName { get; init; }
    public required string BuyerName { get; init; }
    public required ComplaintState State { get; init; }
    public required ComplaintType Type { get; init; }
    public required string Story { get; init; }
    public required DateTimeOffset SubmittedAt { get; init; }
    public required DateTimeOffset? EndedAt { get; init; }

    /// <summary>Whose answer is waited for, until when, and what happens then.</summary>
    public required ComplaintSide Turn { get; init; }
    public required DateTimeOffset? DueAt { get; init; }
    public required ComplaintSilence Silence { get; init; }

    /// <summary>Closed for want of an answer, its pieces are complained of no more.</summary>
    public required bool IsSecondTry { get; init; }

    /// <summary>It was closed for want of an answer, and its buyer may complain once more.</summary>
    public required bool MayOpenAgain { get; init; }

    /// <summary>From when the two sides may ask for help.</summary>
    public required DateTimeOffset? HelpFrom { get; init; }
    public required IReadOnlyList<ComplaintPageItem> Items { get; init; }
    public required Rupiah ShippingMost { get; init; }
    public required bool ByCourier { get; init; }

    /// <summary>What waits for an answer, or waited last.</summary>
    public required ComplaintPageOffer? Current { get; init; }

    /// <summary>What was decided last; null while nothing was.</summary>
    public required ComplaintPageOffer? Decision { get; init; }

    /// <summary>What holds: agreed, decided or granted.</summary>
    public required ComplaintPageOffer? Outcome { get; init; }
    public required bool Appealed { get; init; }
    public required IReadOnlyList<ComplaintEntry> Thread { get; init; }
    public required IReadOnlyList<ComplaintPagePicture> Pictures { get; init; }

    /// <summary>Since when pictures count anew; null while all of them count.</summary>
    public required DateTimeOffset? EvidenceFrom { get; init; }

    /// <summary>The officer who has it; empty while nobody has.</summary>
    public required string ClaimedBy { get; init; }
    public required bool ClaimedByMe { get; init; }

    /// <summary>The reader decided before the appeal: another officer decides now.</summary>
    public required bool DecidedByMe { get; init; }
    public required Rupiah? Refunded { get; init; }
    public required RefundState? RefundState { get; init; }

    /// <summary>When it had gone back; null while it is on its way.</summary>
    public required DateTimeOffset? RefundedAt { get; init; }

    /// <summary>What of the refund the seller bears; null while nothing is booked.</summary>
    public required Rupiah? SellerBore { get; init; }

    /// <summary>How the buyer paid, in the provider's word; empty where she paid otherwise.</summary>
    public required string PaidWith { get; init; }

    /// <summary>A replacement leaves the shop within so many.</summary>
    public int SendWorkingDays { get; init; }

    /// <summary>Freight the buyer laid out and the refund does not cover.</summary>
    public required Rupiah FreightUncovered { get; init; }

    /// <summary>Freight the buyer laid out that the refund was reckoned with.</summary>
    public required Rupiah FreightCounted { get; init; }
    public required string HeldUp { get; init; }

    /// <summary>What was decided waits for a second officer.</summary>
    public required bool AwaitsSecond { get; init; }

    /// <summary>What comes back because of it, and what is sent again.</summary>
    public required OrderReturns Goods { get; init; }

    /// <summary>What the reader had begun to write; empty where she had not.</summary>
    public required string Scrap { get; init; }
    public required DateTimeOffset Now { get; init; }

    /// <summary>What officers alone read; null for everybody else.</summary>
    public ComplaintBackground? Background { get; init; }

    public bool IsOpen => ComplaintMoves.IsOpen(State);

    public int PicturesLeft(ComplaintSide side) => Math.Max(0, Complaint.MostPictures - Pictures.Count(p => p.Side == side && (EvidenceFrom is not { } from || p.At >= from)));

    /// <summary>In rupiah what the seller answers for: as booked, or as it was agreed or decided. Null where nothing of it is money.</summary>
    public Rupiah? SellerBears => SellerBore ?? ((Outcome ?? Decision) is { } holds && holds.Solution.PaysBack() ? holds.PartOf(ComplaintParty.Seller) : (Rupiah?)null);

    public bool MayAskForHelp => State is ComplaintState.AwaitingSeller or ComplaintState.Negotiating && HelpFrom is { } from && from <= Now;

    /// <exception cref="NotFound">It is not among those the reader may see.</exception>
    internal static async Task<ComplaintPage> Read(IKomejiDb db, IQueryable<Complaint> visible, string number, UserId reader, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var complaint = await visible.AsNoTracking().Include(c => c.Items).Include(c => c.Offers).ThenInclude(o => o.Lines)
            .SingleOrDefaultAsync(c => c.Number == number, cancellationToken) ?? throw new NotFound();
        var order = await db.Orders.AsNoTracking().Include(o => o.Lines).SingleAsync(o => o.Id == complaint.OrderId, cancellationToken);
        var refund = complaint.RefundId is { } id ? await db.Refunds.AsNoTracking().Where(r => r.Id == id).Select(r => new { r.Amount, r.State, r.EndedAt }).SingleOrDefaultAsync(cancellationToken) : null;
        var bore = complaint.RefundId is { } booked ? await db.RefundDecisions.AsNoTracking().Include(d => d.Shares).SingleOrDefaultAsync(d => d.Id == booked, cancellationToken) : null;
        var names = order.Lines.ToDictionary(l => l.Id, l => l.VariantName.Length > 0 ? $"{l.ProductName}, {l.VariantName}" : l.ProductName);
        ComplaintPageOffer? Offer(ComplaintOffer? offer) => offer is null ? null : ComplaintPageOffer.Of(offer, names);
        return new ComplaintPage
        {
            Number = complaint.Number,
            OrderNumber = complaint.OrderNumber,
            OrderState = order.State,
            StoreName = complaint.StoreName,
            BuyerName = await NameOf(db, complaint.BuyerId.Value, cancellationToken),
            State = complaint.State,
            Type = complaint.Type,
            Story = complaint.Story,
            SubmittedAt = complaint.SubmittedAt ?? complaint.BegunAt,
            EndedAt = complaint.EndedAt,
            Turn = complaint.Turn,
            DueAt = complaint.DueAt,
            Silence = complaint.OnSilence,
            IsSecondTry = complaint.IsSecondTry,
            MayOpenAgain = complaint.State == ComplaintState.ClosedNoReply && !complaint.IsSecondTry && RuleBroken.By(() => Complaint.RequireWindow(order)) is null
                && !await db.Complaints.AnyAsync(c => c.OrderId == complaint.OrderId && c.SubmittedAt > complaint.SubmittedAt && c.State != ComplaintState.Cancelled, cancellationToken),
            HelpFrom = complaint.HelpFrom,
            Items = [.. complaint.Items.OrderBy(i => i.OrderLineId.Value).Select(i => new ComplaintPageItem(i.OrderLineId, names[i.OrderLineId], order.Lines.Single(l => l.Id == i.OrderLineId).PictureKey, i.Quantity, i.Most, i.Accepted))],
            ShippingMost = complaint.ShippingMost,
            ByCourier = complaint.ByCourier,
            Current = Offer(complaint.Current),
            Decision = Offer(complaint.Decision),
            Outcome = Offer(complaint.Outcome),
            Appealed = complaint.Offers.Any(o => o.Kind == ComplaintOfferKind.Final),
            Thread = await ThreadOf(db, complaint, names, cancellationToken),
            Pictures = await db.Complaints.Where(c => c.Id == complaint.Id).SelectMany(c => c.Pictures).OrderBy(p => p.At).ThenBy(p => p.Id)
                .Select(p => new ComplaintPagePicture(p.Id, p.Side, p.At)).ToListAsync(cancellationToken),
            EvidenceFrom = complaint.EvidenceFrom,
            ClaimedBy = complaint.ClaimedBy is { } officer ? await NameOf(db, officer, cancellationToken) : "",
            ClaimedByMe = complaint.ClaimedBy == reader.Value,
            DecidedByMe = complaint.IsClosedTo(reader.Value),
            Refunded = refund?.Amount,
            RefundState = refund?.State,
            RefundedAt = refund?.State == Domain.Payments.RefundState.Succeeded ? refund.EndedAt : null,
            SellerBore = bore?.OfShop,
            PaidWith = await db.Payments.Where(p => p.PurchaseId == order.PurchaseId && p.State == PaymentState.Paid).Select(p => p.Method).FirstOrDefaultAsync(cancellationToken) ?? "",
            FreightUncovered = complaint.FreightUncovered,
            FreightCounted = refund is null ? Rupiah.Zero : complaint.ReturnFreight - complaint.FreightUncovered,
            HeldUp = complaint.HeldUp,
            AwaitsSecond = complaint.AwaitsSecond,
            Goods = (await OrderReturns.Read(db, complaint.OrderId, cancellationToken)).Of(complaint.Number),
            Scrap = await db.ComplaintScraps.Where(s => s.ComplaintId == complaint.Id && s.PersonId == reader.Value).Select(s => s.Text).SingleOrDefaultAsync(cancellationToken) ?? "",
            Now = now,
        };
    }

    /// <summary>What was said, proposed, decided and done, in its order.</summary>
    static async Task<IReadOnlyList<ComplaintEntry>> ThreadOf(IKomejiDb db, Complaint complaint, IReadOnlyDictionary<OrderLineId, string> names, CancellationToken cancellationToken)
    {
        var posts = await db.Complaints.Where(c => c.Id == complaint.Id).SelectMany(c => c.Posts)
            .Select(p => new { p.At, p.ById, p.ByRole, p.Text }).ToListAsync(cancellationToken);
        var steps = await db.StateChanges.Where(c => c.SubjectId == complaint.Id.Value && c.Subject == "complaint").OrderBy(c => c.Id)
            .Select(c => new { c.At, c.ActorId, c.ActorRole, c.ReasonCode, c.Note }).ToListAsync(cancellationToken);
        return
        [
            .. posts.Select(p => new ComplaintEntry(p.At, p.ByRole, ComplaintEntry.Post, p.Text, null) { By = p.ById })
                .Concat(complaint.Offers.Select(o => new ComplaintEntry(o.At, o.ByRole, ComplaintEntry.Offer, o.Kind == ComplaintOfferKind.Wish ? "" : o.Reason, ComplaintPageOffer.Of(o, names)) { By = o.ById }))
                .Concat(steps.Where(s => !ComplaintEntry.ToldByOffers.Contains(s.ReasonCode)).Select(s => new ComplaintEntry(s.At, s.ActorRole, s.ReasonCode, s.Note ?? "", null) { By = s.ActorId }))
                .OrderBy(e => e.At),
        ];
    }

    static async Task<string> NameOf(IKomejiDb db, Guid person, CancellationToken cancellationToken) =>
        await db.Users.Where(u => u.Id == person).Select(u => u.FullName).SingleOrDefaultAsync(cancellationToken) ?? "";
}

/// <param name="Most">What can go back for these pieces.</param>
/// <param name="Accepted">Pieces that came back; null while nothing was counted.</param>
public sealed record ComplaintPageItem(OrderLineId Line, string Name, string? PictureKey, int Quantity, Rupiah Most, int? Accepted);

public sealed record ComplaintPagePicture(ComplaintPictureId Id, ComplaintSide Side, DateTimeOffset At);

public sealed record ComplaintPageOffer
{
    public required int Number { get; init; }
    public required ComplaintOfferKind Kind { get; init; }
    public required ComplaintSide Side { get; init; }
    public required DateTimeOffset At { get; init; }
    public required string Reason { get; init; }
    public required ComplaintSolution Solution { get; init; }
    public required bool NeedsReturn { get; init; }

    /// <summary>The loss of each line; shipping last, without a name.</summary>
    public required IReadOnlyList<ComplaintPart> Parts { get; init; }

    /// <summary>What goes back to the buyer: the loss without her own part.</summary>
    public required Rupiah Back { get; init; }
    public required IReadOnlyList<(ComplaintParty Party, int Percent)> Bearers { get; init; }
    public required bool Refers { get; init; }

    /// <summary>One party's part of the loss.</summary>
    public Rupiah PartOf(ComplaintParty party) => new(checked(Rupiah.Sum(Parts.Select(p => p.Amount)).Amount * Bearers.Where(b => b.Party == party).Sum(b => b.Percent)) / Liability.Whole);

    internal static ComplaintPageOffer Of(ComplaintOffer offer, IReadOnlyDictionary<OrderLineId, string> names)
    {
        var parts = offer.Lines.OrderBy(l => l.OrderLineId.Value).Select(l => new ComplaintPart(l.OrderLineId, names[l.OrderLineId], l.Amount)).ToList();
        if (offer.Shipping.IsPositive)
        {
            parts.Add(new ComplaintPart(null, "", offer.Shipping));
        }

        return new ComplaintPageOffer
        {
            Number = offer.Number,
            Kind = offer.Kind,
            Side = offer.Side,
            At = offer.At,
            Reason = offer.Reason,
            Solution = offer.Solution,
            NeedsReturn = offer.NeedsReturn,
            Parts = parts,
            Back = offer.Back,
            Bearers = offer.Liability.Parts,
            Refers = offer.Refers,
        };
    }
}

/// <param name="Name">Empty for shipping.</param>
public sealed record ComplaintPart(OrderLineId? Line, string Name, Rupiah Amount);

/// <summary>One thing that was said or done.</summary>
/// <param name="Code"><see cref="Post"/>, <see cref="Offer"/>, or the reason code of a step.</param>
public sealed record ComplaintEntry(DateTimeOffset At, string Role, string Code, string Text, ComplaintPageOffer? Proposal)
{
    public const string Post = "post";
    public const string Offer = "offer";

    /// <summary>The person's account; null for the system.</summary>
    public Guid? By { get; init; }

    /// <summary>Steps that are read from the proposal or decision they were made with, or are none to a reader.</summary>
    internal static readonly HashSet<string> ToldByOffers = ["submitted", "seller_asked", "answered", "decided", "final_decided"];
}
