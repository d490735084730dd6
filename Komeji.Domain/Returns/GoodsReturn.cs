using Komeji.Domain.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Domain.Returns;

/// <summary>
/// Goods of an order on their way back to the shop (Retur), because a complaint or a claim ended so. It says what came back in which
/// condition, and so what the buyer gets back at most; it moves no money itself.
/// </summary>
public sealed partial class GoodsReturn : StatefulAggregate
{
    public const int MostPhotos = 5;
    public const int CodeTries = 5;

    readonly List<ReturnLine> lines = [];
    readonly List<ReturnPhoto> photos = [];

    GoodsReturn() { }

    public GoodsReturnId Id { get; private set; }

    /// <summary><c>RTR-yyyyMMdd-XXXXXX</c>, the day in WIB.</summary>
    public string Number { get; private set; } = "";
    public ReturnCause Cause { get; private set; }
    public Guid CauseId { get; private set; }
    public string CauseNumber { get; private set; } = "";
    public OrderId OrderId { get; private set; }
    public StoreId StoreId { get; private set; }
    public UserId BuyerId { get; private set; }
    public GoodsReturnState State { get; private set; }

    /// <summary>Who pays for bringing it back.</summary>
    public FreightPayer Freight { get; private set; }

    /// <summary>What the buyer laid out for it and does not bear.</summary>
    public Rupiah FreightPaid { get; private set; }

    /// <summary>Of that, what a refund gave back.</summary>
    public Rupiah FreightCovered { get; private set; }

    /// <summary>Key of the photo of the receipt.</summary>
    public string? FreightProof { get; private set; }

    /// <summary>As the buyer names it; empty where she brings it to a community point.</summary>
    public string Courier { get; private set; } = "";
    public string TrackingNumber { get; private set; } = "";

    /// <summary>The community point it is brought to.</summary>
    public PointId? PointId { get; private set; }

    /// <summary>Shown to the buyer, typed by the keeper who takes it in.</summary>
    public string? DropCode { get; private set; }

    /// <summary>Shown to the shop, typed by the keeper who hands it over.</summary>
    public string? FetchCode { get; private set; }
    public int CodeFailures { get; private set; }

    public DateTimeOffset OpenedAt { get; private set; }
    public DateTimeOffset? SentAt { get; private set; }

    /// <summary>A community point took it in.</summary>
    public DateTimeOffset? AtPointAt { get; private set; }
    public DateTimeOffset? FetchedAt { get; private set; }

    /// <summary>It is at the shop, or counts as if it were.</summary>
    public DateTimeOffset? ArrivedAt { get; private set; }
    public DateTimeOffset? ObjectedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>What happens next by itself, and when.</summary>
    public ReturnClock? Clock { get; private set; }
    public DateTimeOffset? DueAt { get; private set; }

    /// <summary>Why the shop accepted fewer pieces, as it says.</summary>
    public string ShortReason { get; private set; } = "";

    /// <summary>Why one side objects.</summary>
    public string Objection { get; private set; } = "";

    /// <summary>The decided refund that gave back what this return offers for the goods; freight may still be owed.</summary>
    public RefundId? RefundId { get; private set; }

    public IReadOnlyList<ReturnLine> Lines => lines;
    public IReadOnlyList<ReturnPhoto> Photos => photos;

    public bool IsLocked => CodeFailures >= CodeTries;

    /// <summary>What goes back to the buyer for what came back.</summary>
    public Rupiah Offered => Rupiah.Sum(lines.Select(l => l.Offered));

    /// <summary>Of what she laid out for it: nothing where nothing came.</summary>
    public Rupiah FreightBack => lines.Any(l => l.Accepted > 0) ? FreightPaid : Rupiah.Zero;

    /// <summary>What of it no refund has given back.</summary>
    public Rupiah FreightOwed => FreightBack - FreightCovered;

    /// <summary>It waits at the community point for the shop.</summary>
    public bool IsAtPoint => AtPointAt is not null && FetchedAt is null;

    /// <param name="order">With its lines.</param>
    /// <param name="left">What of the order can still come back.</param>
    /// <exception cref="RuleBroken"><c>return.pieces</c>, <c>return.amount</c>, <c>return.not_goods</c></exception>
    public static GoodsReturn Open(ReturnAgreed agreed, Order order, Returnable left, string number, ReturnTerms terms, DateTimeOffset now)
    {
        if (order.Appointment is not null || (order.ShippedAt is null && order.DeliveredAt is null))
        {
            throw new RuleBroken("return.not_goods", "Hanya barang yang sudah dikirim yang bisa dikembalikan.");
        }

        var made = new GoodsReturn
        {
            Id = GoodsReturnId.New(now),
            Number = number,
            Cause = agreed.Cause,
            CauseId = agreed.CauseId,
            CauseNumber = agreed.CauseNumber,
            OrderId = order.Id,
            StoreId = order.StoreId,
            BuyerId = order.BuyerId,
            State = GoodsReturnState.AwaitingReturn,
            Freight = agreed.Freight,
            OpenedAt = now,
        };
        made.lines.AddRange(Items(agreed, order, left).Select(i => new ReturnLine(made.Id, i.Line, i.Pieces, i.Agreed)));
        made.Wait(ReturnClock.CloseUnsent, now + terms.Send);
        made.Record(made.Step("", GoodsReturnState.AwaitingReturn, Actor.System, now, "opened", agreed.CauseNumber));
        made.Raise(new ReturnOpened(made.Id, made.OrderId));
        return made;
    }

    /// <summary>The buyer gave it to a courier.</summary>
    /// <exception cref="RuleBroken"><c>return.courier</c>, <c>return.freight</c>, <c>return.photos</c>, <c>return.not_yours</c>, <c>return.illegal_move</c></exception>
    public void Send(Actor actor, ReturnParcel parcel, string? freightProof, IReadOnlyList<string> photoKeys, ReturnTerms terms, DateTimeOffset now)
    {
        CheckSending(parcel, freightProof is not null, photoKeys.Count, terms);
        ReturnSides.Require(actor, ReturnSide.Buyer);
        Move(GoodsReturnState.ReturnInTransit, actor, now, "sent");
        (Courier, TrackingNumber) = (parcel.Courier.Trim(), parcel.TrackingNumber.Trim().ToUpperInvariant());
        (FreightPaid, FreightProof) = (parcel.Freight, freightProof);
        (PointId, DropCode, SentAt) = (null, null, now);
        Keep(photoKeys, ReturnPhotoOf.Sending, now);
        Wait(ReturnClock.AssumeArrived, now + terms.Assume);
        Raise(new ReturnSent(Id, OrderId));
    }

    /// <summary>Whether the buyer may send it so, before photos are uploaded.</summary>
    /// <exception cref="RuleBroken"><c>return.courier</c>, <c>return.freight</c>, <c>return.photos</c>, <c>return.illegal_move</c></exception>
    public void CheckSending(ReturnParcel parcel, bool hasProof, int photoCount, ReturnTerms terms)
    {
        Require(State == GoodsReturnState.AwaitingReturn);
        var number = parcel.TrackingNumber.Trim();
        if (parcel.Courier.Trim().Length is < 2 or > 60 || number.Length is < 6 or > 30 || !number.All(c => char.IsAsciiLetterOrDigit(c) || c == '-'))
        {
            throw new RuleBroken("return.courier", "Isi nama kurir, dan nomor resi 6 sampai 30 huruf, angka, atau tanda hubung seperti pada struknya.");
        }

        if (parcel.Freight.IsPositive && (Freight == FreightPayer.Buyer || !hasProof || parcel.Freight > terms.FreightMost))
        {
            throw new RuleBroken("return.freight", Freight switch
            {
                FreightPayer.Buyer => "Ongkos kirim balik ini Anda tanggung menurut keputusan, jadi tidak diganti. Kosongkan jumlahnya.",
                _ when parcel.Freight > terms.FreightMost => $"Ongkos kirim balik yang bisa dicatat paling banyak {terms.FreightMost}. Isi paling banyak itu, atau kosongkan jumlahnya.",
                _ => "Unggah foto struk ongkosnya, atau kosongkan jumlahnya.",
            });
        }

        CheckPhotos(photoCount, 0);
    }

    /// <summary>The buyer keeps the goods after all.</summary>
    /// <exception cref="RuleBroken"><c>return.not_yours</c>, <c>return.illegal_move</c></exception>
    public void Withdraw(Actor actor, DateTimeOffset now)
    {
        Require(State == GoodsReturnState.AwaitingReturn);
        ReturnSides.Require(actor, ReturnSide.Buyer);
        Close(actor, "withdrawn", now);
    }

    /// <summary>What agreed to it went on without it. What has left the buyer is counted all the same.</summary>
    public void CallOff(string reasonCode, DateTimeOffset now)
    {
        if (State == GoodsReturnState.AwaitingReturn)
        {
            Close(Actor.System, reasonCode, now);
        }
    }

    /// <summary>The shop says that it has come; the clock of counting begins.</summary>
    /// <exception cref="RuleBroken"><c>return.not_fetched</c>, <c>return.not_yours</c>, <c>return.illegal_move</c></exception>
    public void Arrive(Actor actor, ReturnTerms terms, DateTimeOffset now)
    {
        Require(State == GoodsReturnState.ReturnInTransit && ArrivedAt is null);
        ReturnSides.Require(actor, ReturnSide.Shop);
        RequireFetched();
        Record(Step(State.ToString(), State, actor, now, "arrived"));
        Arrive(terms, now);
    }

    /// <summary>A decided refund gave back what this offers for the goods.</summary>
    public void SettleWith(RefundId refund) => RefundId ??= refund;

    /// <summary>A decided refund gave back so much of what bringing it cost. Where nothing else is offered it is settled with that.</summary>
    public void CoverFreight(RefundId refund, Rupiah amount)
    {
        FreightCovered += Rupiah.Min(amount, FreightOwed);
        if (!Offered.IsPositive)
        {
            SettleWith(refund);
        }
    }

    void Arrive(ReturnTerms terms, DateTimeOffset now)
    {
        ArrivedAt = now;
        Wait(ReturnClock.ReceiveWhole, now + terms.CountWithin);
        Raise(new ReturnArrived(Id, OrderId));
    }

    void Close(Actor actor, string reasonCode, DateTimeOffset now)
    {
        Move(GoodsReturnState.Closed, actor, now, reasonCode);
        EndedAt = now;
        Raise(new ReturnClosed(Id, Cause, CauseId, OrderId, reasonCode));
    }

    void Move(GoodsReturnState to, Actor actor, DateTimeOffset now, string reasonCode, string? note = null)
    {
        Require(GoodsReturnMoves.From(State).Contains(to));
        Record(Step(State.ToString(), to, actor, now, reasonCode, note));
        State = to;
        (Clock, DueAt) = (null, null);
    }

    void Wait(ReturnClock clock, DateTimeOffset dueAt) => (Clock, DueAt) = (clock, dueAt);

    void Keep(IEnumerable<string> keys, ReturnPhotoOf of, DateTimeOffset now)
    {
        foreach (var key in keys)
        {
            photos.Add(new ReturnPhoto(Id, photos.Count + 1, key, of, now));
        }
    }

    StateChange Step(string from, GoodsReturnState to, Actor actor, DateTimeOffset now, string reasonCode, string? note = null) =>
        new("return", Id.Value, from, to.ToString(), actor, now, reasonCode, note);

    static void Require(bool known)
    {
        if (!known)
        {
            throw GoodsReturnMoves.Illegal();
        }
    }

    static void CheckPhotos(int count, int least)
    {
        if (count < least || count > MostPhotos)
        {
            throw new RuleBroken("return.photos", least > 0 ? $"Unggah {least} sampai {MostPhotos} foto." : $"Unggah paling banyak {MostPhotos} foto.");
        }
    }

    /// <summary>Each line once, within what can still come back.</summary>
    static IEnumerable<(OrderLine Line, int Pieces, Rupiah Agreed)> Items(ReturnAgreed agreed, Order order, Returnable left)
    {
        var items = agreed.Items.Select(i => (Line: order.Lines.SingleOrDefault(l => l.Id == i.Line), i.Pieces, i.Amount)).ToList();
        if (items.Count == 0 || items.Any(i => i.Line is null || i.Pieces < 1 || i.Pieces > left.Pieces(i.Line)) || items.DistinctBy(i => i.Line!.Id).Count() < items.Count)
        {
            throw new RuleBroken("return.pieces", "Jumlah yang dikembalikan lebih dari yang dibeli dan belum kembali. Periksa lagi setiap barang.");
        }

        if (items.Any(i => i.Amount is { } amount && (amount.IsNegative || amount > left.Money(i.Line!))))
        {
            throw new RuleBroken("return.amount", "Dana yang dijanjikan untuk retur ini lebih dari yang masih bisa dikembalikan. Periksa lagi setiap barang.");
        }

        return items.Select(i => (i.Line!, i.Pieces, i.Amount ?? left.Share(i.Line!, i.Pieces)));
    }
}

/// <summary>How the buyer sent it.</summary>
/// <param name="Freight">What she laid out; zero where nothing is given back.</param>
public sealed record ReturnParcel(string Courier, string TrackingNumber, Rupiah Freight);
