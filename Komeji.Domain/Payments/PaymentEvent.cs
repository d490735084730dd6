using Komeji.Domain.Common;

namespace Komeji.Domain.Payments;

public enum PaymentEventOutcome
{
    Waiting,
    Handled,

    /// <summary>Rightly signed, but of a kind or about a thing we do not know.</summary>
    Ignored,

    /// <summary>Tried too often; an operator looks.</summary>
    Parked,

    /// <summary>A person decided that nothing is left to do about it.</summary>
    Closed,
}

/// <summary>A provider's notification, kept as it came (the inbox). Its id makes a second delivery harmless.</summary>
public sealed class PaymentEvent
{
    public const int MostTries = 10;

    PaymentEvent() { }

    public PaymentEvent(string gateway, string eventId, string kind, string body, DateTimeOffset now)
    {
        Gateway = gateway;
        EventId = eventId;
        Kind = kind;
        Body = body;
        ReceivedAt = now;
        DueAt = now;
    }

    public long Id { get; private set; }
    public string Gateway { get; private set; } = "";
    public string EventId { get; private set; } = "";
    public string Kind { get; private set; } = "";
    public string Body { get; private set; } = "";
    public DateTimeOffset ReceivedAt { get; private set; }
    public DateTimeOffset DueAt { get; private set; }
    public PaymentEventOutcome Outcome { get; private set; }
    public int Tries { get; private set; }
    public string Note { get; private set; } = "";
    public DateTimeOffset? HandledAt { get; private set; }

    /// <summary>Who closed it, and why.</summary>
    public Guid? ClosedBy { get; private set; }
    public string ClosingReason { get; private set; } = "";

    public void Handle(string note, DateTimeOffset now) => (Outcome, Note, HandledAt) = (PaymentEventOutcome.Handled, PlainText.Cut(note, 500), now);

    public void Ignore(string note, DateTimeOffset now) => (Outcome, Note, HandledAt) = (PaymentEventOutcome.Ignored, PlainText.Cut(note, 500), now);

    /// <summary>No rule books it, and trying again would not help: an operator looks.</summary>
    public void Park(string note, DateTimeOffset now) => (Outcome, Note, HandledAt) = (PaymentEventOutcome.Parked, PlainText.Cut(note, 500), now);

    /// <summary>Somebody removed what stood in its way: it is tried anew.</summary>
    /// <exception cref="RuleBroken"><c>payment_event.not_parked</c></exception>
    public void Revive(DateTimeOffset now)
    {
        if (Outcome != PaymentEventOutcome.Parked)
        {
            throw new RuleBroken("payment_event.not_parked", "Kabar ini tidak lagi menunggu. Muat ulang halaman.");
        }

        (Outcome, Tries, DueAt) = (PaymentEventOutcome.Waiting, 0, now);
    }

    /// <summary>It was dealt with elsewhere, or needs nothing: it is not acted on again.</summary>
    /// <exception cref="RuleBroken"><c>payment_event.not_parked</c>, <c>payment_event.reason_required</c></exception>
    public void Close(UserId by, string reason, DateTimeOffset now)
    {
        if (Outcome != PaymentEventOutcome.Parked)
        {
            throw new RuleBroken("payment_event.not_parked", "Kabar ini tidak lagi menunggu. Muat ulang halaman.");
        }

        if (reason.Trim().Length is < 10 or > 500)
        {
            throw new RuleBroken("payment_event.reason_required", "Tulis apa yang sudah dilakukan dan mengapa kabar ini tidak perlu dibukukan, 10 sampai 500 huruf.");
        }

        (Outcome, ClosedBy, ClosingReason, HandledAt) = (PaymentEventOutcome.Closed, by.Value, reason.Trim(), now);
    }

    public void Fail(string error, DateTimeOffset now)
    {
        Tries++;
        Note = PlainText.Cut(error, 500);
        DueAt = now.AddMinutes(1 << Math.Min(Tries - 1, 8));
        Outcome = Tries >= MostTries ? PaymentEventOutcome.Parked : PaymentEventOutcome.Waiting;
    }
}
