using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Returns;
using Komeji.Domain.Shipping;

namespace Komeji.Domain.Complaints;

/// <summary>
/// A buyer says what is wrong with lines of an order (Komplain). It ends with a solution, a reason and a named party that answers for
/// it; meanwhile the order's money waits. Its money goes the way of decided refunds.
/// </summary>
public sealed partial class Complaint : StatefulAggregate
{
    /// <summary>Pictures each side may bring; so many anew once an officer asks for evidence, and once a decision can be appealed.</summary>
    public const int MostPictures = 5;

    /// <summary>How often an officer may ask for evidence.</summary>
    public const int MostEvidence = 2;
    public const int LongestStory = 2_000;
    public const int LongestReason = 1_000;

    readonly List<ComplaintItem> items = [];
    readonly List<ComplaintOffer> offers = [];
    readonly List<ComplaintPost> posts = [];
    readonly List<ComplaintPicture> pictures = [];

    Complaint() { }

    public ComplaintId Id { get; private set; }

    /// <summary><c>KPL-yyyyMMdd-XXXXXX</c>, the day in WIB.</summary>
    public string Number { get; private set; } = "";
    public OrderId OrderId { get; private set; }
    public string OrderNumber { get; private set; } = "";
    public UserId BuyerId { get; private set; }
    public StoreId StoreId { get; private set; }
    public string StoreName { get; private set; } = "";
    public ComplaintState State { get; private set; }
    public ComplaintType Type { get; private set; }
    public string Story { get; private set; } = "";
    public ComplaintSolution WishSolution { get; private set; }
    public Rupiah WishShipping { get; private set; }
    public bool WishReturn { get; private set; }
    public DateTimeOffset BegunAt { get; private set; }
    public DateTimeOffset? SubmittedAt { get; private set; }

    /// <summary>When the seller first answered; null while she has not.</summary>
    public DateTimeOffset? AnsweredAt { get; private set; }

    /// <summary>When the two sides may ask for help, while they talk.</summary>
    public DateTimeOffset? HelpFrom { get; private set; }

    /// <summary>When <see cref="OnSilence"/> happens; null while nothing happens by itself.</summary>
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>A silent seller grants the wish. Frozen when it is submitted, so that both sides know beforehand.</summary>
    public bool GrantsBySilence { get; private set; }

    /// <summary>A complaint of one of these lines was closed before because its buyer was silent; closed so again, its pieces are complained of no more.</summary>
    public bool IsSecondTry { get; private set; }

    /// <summary>What was paid for shipping and can still go back, when it was submitted.</summary>
    public Rupiah ShippingMost { get; private set; }

    /// <summary>A courier carried the goods, who may answer for them.</summary>
    public bool ByCourier { get; private set; }

    /// <summary>Since when pictures count anew; null while all of them count.</summary>
    public DateTimeOffset? EvidenceFrom { get; private set; }

    /// <summary>The officer who has it; another one cannot decide meanwhile.</summary>
    public Guid? ClaimedBy { get; private set; }
    public DateTimeOffset? ClaimedAt { get; private set; }

    /// <summary>The offer or decision that holds.</summary>
    public ComplaintOfferId? OutcomeId { get; private set; }

    /// <summary>The refund it caused.</summary>
    public RefundId? RefundId { get; private set; }

    /// <summary>Why its solution could not be carried out yet; empty where nothing stands in the way.</summary>
    public string HeldUp { get; private set; } = "";
    public DateTimeOffset? EndedAt { get; private set; }

    public IReadOnlyList<ComplaintItem> Items => items;
    public IReadOnlyList<ComplaintOffer> Offers => offers;
    public IReadOnlyList<ComplaintPost> Posts => posts;
    public IReadOnlyList<ComplaintPicture> Pictures => pictures;

    public bool IsOpen => ComplaintMoves.IsOpen(State);

    public ComplaintOffer? Outcome => OutcomeId is { } id ? offers.Single(o => o.Id == id) : null;

    /// <summary>The proposal that waits for an answer, or waited last.</summary>
    public ComplaintOffer? Current => offers.Where(o => !o.IsDecision).MaxBy(o => o.Number);

    public ComplaintOffer? Decision => offers.Where(o => o.IsDecision).MaxBy(o => o.Number);

    /// <summary>The buyer begins to write; the money is not touched before it is submitted.</summary>
    /// <exception cref="RuleBroken">What <see cref="RequireWindow"/> refuses.</exception>
    public static Complaint Begin(Order order, string number, DateTimeOffset now)
    {
        RequireWindow(order);
        return new Complaint
        {
            Id = ComplaintId.New(now),
            Number = number,
            OrderId = order.Id,
            OrderNumber = order.Number,
            BuyerId = order.BuyerId,
            StoreId = order.StoreId,
            StoreName = order.StoreName,
            State = ComplaintState.Draft,
            BegunAt = now,
        };
    }

    /// <summary>Keeps what is written so far; whether it is complete is asked when it is submitted.</summary>
    /// <exception cref="RuleBroken"><c>complaint.illegal_move</c>, <c>complaint.story</c></exception>
    public void Write(ComplaintFacts facts)
    {
        if (State != ComplaintState.Draft)
        {
            throw ComplaintMoves.Illegal();
        }

        Type = facts.Type;
        Story = facts.Story.Trim().Length <= LongestStory ? facts.Story.Trim() : throw StoryLength();
        (WishSolution, WishShipping, WishReturn) = (facts.Solution, facts.Shipping, facts.NeedsReturn);
        var meant = facts.Items.Where(i => i.Value.Quantity > 0).OrderBy(i => i.Key.Value).ToList();
        items.RemoveAll(i => meant.All(m => m.Key != i.OrderLineId));
        foreach (var (line, item) in meant)
        {
            if (items.SingleOrDefault(i => i.OrderLineId == line) is { } known)
            {
                known.Write(item.Quantity, item.Wish);
            }
            else
            {
                items.Add(new ComplaintItem(Id, line, item.Quantity, item.Wish));
            }
        }
    }

    /// <summary>The buyer throws the draft away, its pictures too.</summary>
    /// <exception cref="RuleBroken"><c>complaint.illegal_move</c></exception>
    public void Discard(Actor by, DateTimeOffset now)
    {
        if (State != ComplaintState.Draft)
        {
            throw ComplaintMoves.Illegal();
        }

        Move(ComplaintState.Cancelled, by, now, "discarded");
        pictures.Clear();
    }

    /// <summary>From now on the order's money waits and the seller's clock runs.</summary>
    /// <param name="taken">Pieces of each line that other complaints of the order are or were about.</param>
    /// <param name="closed">Lines of which a complaint was closed before for want of an answer.</param>
    /// <exception cref="RuleBroken"><c>complaint.story</c>, <c>complaint.items</c>, <c>complaint.too_many</c>, <c>complaint.same_unit</c>, <c>complaint.line_refunded</c>, <c>complaint.wish</c>, <c>complaint.too_much</c>, <c>complaint.amount</c>, <c>complaint.return</c>, <c>complaint.service</c>, and what <see cref="RequireWindow"/> refuses.</exception>
    public void Submit(Order order, IReadOnlyDictionary<OrderLineId, int> taken, Actor by, ComplaintTerms terms, DateTimeOffset now, IReadOnlyCollection<OrderLineId>? closed = null)
    {
        RequireWindow(order);
        if (Story.Length < 10)
        {
            throw StoryLength();
        }

        RequireItems(order, taken);
        foreach (var item in items)
        {
            var line = order.Lines.Single(l => l.Id == item.OrderLineId);
            var (before, bought, paid) = (taken.GetValueOrDefault(line.Id), line.Quantity - line.Cancelled, line.Total - line.CancelledTotal);

            // A cumulative target: however a line is complained of piece by piece, its pieces together are the whole of it.
            item.Freeze(Rupiah.Min(line.Left, Returnable.Target(paid, before + item.Quantity, bought) - Returnable.Target(paid, before, bought)));
        }

        IsSecondTry = closed is not null && items.Any(i => closed.Contains(i.OrderLineId));
        ShippingMost = order.LeftShipping;
        ByCourier = order.Shipping.Kind == ShipmentKind.Courier;
        OfGoods = order.Appointment is null;
        var wish = Checked(new Settlement(WishSolution, items.ToDictionary(i => i.OrderLineId, i => WishSolution == ComplaintSolution.PartRefund ? i.Wish : Rupiah.Zero), WishSolution.PaysBack() ? WishShipping : Rupiah.Zero, WishReturn));
        if (wish.Solution == ComplaintSolution.NoCompensation)
        {
            throw new RuleBroken("complaint.wish", "Pilih solusi yang Anda inginkan.");
        }

        Move(ComplaintState.Submitted, by, now, "submitted");
        SubmittedAt = now;
        offers.Add(new ComplaintOffer(Id, ComplaintOfferKind.Wish, wish, Liability.OfSeller, Actor.Buyer(BuyerId.Value), Story, false, 1, now));
        GrantsBySilence = wish.Solution.PaysBack() && wish.Amount <= terms.GrantMost;
        Move(ComplaintState.AwaitingSeller, Actor.System, now, "seller_asked");
        DueAt = now + terms.SellerAnswer;
    }

    /// <summary>From leaving the shop until the order is complete; afterwards there is the warranty.</summary>
    /// <exception cref="RuleBroken"><c>complaint.window</c>, <c>complaint.refunded</c>, <c>complaint.too_early</c>, <c>refund.cash</c></exception>
    public static void RequireWindow(Order order)
    {
        order.RequireMoneyHere();
        switch (order.State)
        {
            case OrderState.Shipped or OrderState.Delivered when order.Left.IsPositive:
                return;
            case OrderState.Completed:
                throw new RuleBroken("complaint.window", "Waktu komplain sudah lewat karena pesanan sudah selesai. Bila barangnya bergaransi, ajukan klaim garansi; atau hubungi kami di halaman Pengaduan.");
            case OrderState.Shipped or OrderState.Delivered or OrderState.Refunded or OrderState.Cancelled or OrderState.Expired:
                throw new RuleBroken("complaint.refunded", "Dana pesanan ini sudah kembali seluruhnya, jadi tidak ada lagi yang dikomplain.");
            case OrderState.PartiallyShipped:
                throw new RuleBroken("complaint.too_early", "Sebagian barang belum dikirim. Bila yang sudah dikirim belum sampai, tekan Laporkan Belum Sampai di halaman pesanan; komplain dibuka setelah semuanya dikirim.");
            default:
                throw new RuleBroken("complaint.too_early", "Komplain dibuka setelah pesanan dikirim. Sebelum itu Anda dapat membatalkan pesanan di halamannya.");
        }
    }

    void RequireItems(Order order, IReadOnlyDictionary<OrderLineId, int> taken)
    {
        if (items.Count == 0 || items.Any(i => order.Lines.All(l => l.Id != i.OrderLineId)))
        {
            throw new RuleBroken("complaint.items", "Pilih barang yang bermasalah dan isi jumlahnya.");
        }

        foreach (var (item, line) in items.Select(i => (i, order.Lines.Single(l => l.Id == i.OrderLineId))))
        {
            var bought = line.Quantity - line.Cancelled;
            if (item.Quantity > bought)
            {
                throw new RuleBroken("complaint.too_many", $"Anda menerima paling banyak {bought} buah {line.ProductName}. Kurangi jumlahnya.");
            }

            if (item.Quantity + taken.GetValueOrDefault(line.Id) > bought)
            {
                throw new RuleBroken("complaint.same_unit", $"{taken.GetValueOrDefault(line.Id)} dari {bought} buah {line.ProductName} sudah pernah dikomplain. Satu barang dikomplain sekali.");
            }

            if (!line.Left.IsPositive)
            {
                throw new RuleBroken("complaint.line_refunded", $"Harga {line.ProductName} sudah kembali seluruhnya. Kosongkan jumlahnya.");
            }
        }
    }

    /// <summary>The whole price is filled in where all of it goes back; nothing is above what was paid for these pieces and shipping.</summary>
    Settlement Checked(Settlement typed)
    {
        var settlement = typed.Solution == ComplaintSolution.FullRefund ? typed with { Lines = items.ToDictionary(i => i.OrderLineId, i => i.Most) } : typed;
        var most = items.ToDictionary(i => i.OrderLineId, i => i.Most);
        if (settlement.Shipping.IsNegative || settlement.Shipping > ShippingMost || settlement.Lines.Any(l => l.Value.IsNegative || l.Value > most.GetValueOrDefault(l.Key)))
        {
            throw new RuleBroken("complaint.too_much", $"Jumlahnya lebih dari yang dibayar: paling banyak {Rupiah.Sum(most.Values)} untuk barang yang dikomplain dan {ShippingMost} untuk ongkos kirim.");
        }

        if (settlement.Solution.PaysBack() != settlement.Amount.IsPositive)
        {
            throw new RuleBroken("complaint.amount", settlement.Solution.PaysBack() ? "Isi jumlah dana yang kembali." : "Solusi ini tidak mengembalikan dana. Kosongkan jumlahnya, atau pilih solusi pengembalian dana.");
        }

        if (settlement.NeedsReturn && (Type == ComplaintType.NotReceived || settlement.Solution is ComplaintSolution.SendMissing or ComplaintSolution.NoCompensation))
        {
            throw new RuleBroken("complaint.return", "Dengan solusi ini tidak ada barang yang dikembalikan. Hapus centang barang kembali.");
        }

        if (!OfGoods && (settlement.NeedsReturn || settlement.Solution.Sends()))
        {
            throw new RuleBroken("complaint.service", "Jasa tidak dikirim balik atau dikirim lagi. Pilih pengembalian dana.");
        }

        return settlement;
    }

    void Move(ComplaintState to, Actor by, DateTimeOffset now, string reasonCode, string? note = null)
    {
        var from = State;
        ComplaintMoves.Ensure(from, to, ComplaintMoves.SideOf(by));
        Record(new StateChange("complaint", Id.Value, from.ToString(), to.ToString(), by, now, reasonCode, note is null ? null : PlainText.Cut(note, 500)));
        (State, DueAt, HeldUp, AwaitsSecond) = (to, null, "", false);
        if (ComplaintMoves.IsFinal(to))
        {
            EndedAt = now;
        }

        Raise(new ComplaintMoved(Id, OrderId, from, to, reasonCode));
    }

    static string Reasoned(string reason) => reason.Trim() is { Length: >= 3 and <= LongestReason } given
        ? given
        : throw new RuleBroken("complaint.reason", $"Tulis alasannya, 3 sampai {LongestReason} huruf.");

    static RuleBroken StoryLength() => new("complaint.story", $"Ceritakan masalahnya, 10 sampai {LongestStory} huruf.");
}

/// <summary>What a buyer has written so far.</summary>
public sealed record ComplaintFacts(
    ComplaintType Type,
    string Story,
    IReadOnlyDictionary<OrderLineId, ComplaintItemFacts> Items,
    ComplaintSolution Solution,
    Rupiah Shipping,
    bool NeedsReturn);

/// <param name="Wish">What she wishes to get back for these pieces, where a part goes back.</param>
public readonly record struct ComplaintItemFacts(int Quantity, Rupiah Wish);
