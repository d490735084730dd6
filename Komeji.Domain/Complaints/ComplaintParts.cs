using Komeji.Domain.Common;

namespace Komeji.Domain.Complaints;

/// <summary>How many pieces of a line are complained of.</summary>
public sealed class ComplaintItem
{
    ComplaintItem() { }

    internal ComplaintItem(ComplaintId complaintId, OrderLineId orderLineId, int quantity, Rupiah wish) => (ComplaintId, OrderLineId, Quantity, Wish) = (complaintId, orderLineId, quantity, wish);

    public ComplaintId ComplaintId { get; private set; }
    public OrderLineId OrderLineId { get; private set; }
    public int Quantity { get; private set; }

    /// <summary>What was paid for these pieces and can still go back; frozen when the complaint is submitted.</summary>
    public Rupiah Most { get; private set; }

    /// <summary>What the buyer wishes to get back for them.</summary>
    public Rupiah Wish { get; private set; }

    /// <summary>Pieces the seller got back and accepted; null while nothing was counted.</summary>
    public int? Accepted { get; private set; }

    internal void Write(int quantity, Rupiah wish) => (Quantity, Wish) = (quantity, wish);

    internal void Freeze(Rupiah most) => Most = most;

    internal void Count(int? accepted) => Accepted = accepted;

    /// <summary>Of an amount for all the pieces the part of those that came back; all of it where none had to.</summary>
    internal Rupiah Arrived(Rupiah amount) => Accepted is { } pieces ? new Rupiah(checked(amount.Amount * pieces) / Quantity) : amount;
}

/// <summary>What somebody wrote in the conversation of a complaint. It is never changed.</summary>
public sealed class ComplaintPost
{
    public const int Longest = 2_000;

    ComplaintPost() { }

    internal ComplaintPost(ComplaintId complaintId, Actor by, string text, DateTimeOffset now)
    {
        Id = ComplaintPostId.New(now);
        ComplaintId = complaintId;
        Side = ComplaintMoves.SideOf(by);
        ById = by.UserId ?? throw new InvalidOperationException("A person writes.");
        ByRole = by.Role;
        Text = text;
        At = now;
    }

    public ComplaintPostId Id { get; private set; }
    public ComplaintId ComplaintId { get; private set; }
    public ComplaintSide Side { get; private set; }
    public Guid ById { get; private set; }
    public string ByRole { get; private set; } = "";
    public string Text { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}

/// <summary>A picture as evidence, for the two sides and the staff alone.</summary>
public sealed class ComplaintPicture
{
    ComplaintPicture() { }

    internal ComplaintPicture(ComplaintId complaintId, Actor by, string fileKey, DateTimeOffset now)
    {
        Id = ComplaintPictureId.New(now);
        ComplaintId = complaintId;
        Side = ComplaintMoves.SideOf(by);
        ById = by.UserId ?? throw new InvalidOperationException("A person brings evidence.");
        FileKey = fileKey;
        At = now;
    }

    public ComplaintPictureId Id { get; private set; }
    public ComplaintId ComplaintId { get; private set; }
    public ComplaintSide Side { get; private set; }
    public Guid ById { get; private set; }
    public string FileKey { get; private set; } = "";
    public DateTimeOffset At { get; private set; }
}
