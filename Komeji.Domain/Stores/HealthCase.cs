using Komeji.Domain.Common;
using Komeji.Domain.Ordering;

namespace Komeji.Domain.Stores;

/// <summary>By what the health of a shop is told. Each is a part of something: so many of so many.</summary>
public enum HealthMeasure
{
    /// <summary>Questions not answered in time, of all that were due an answer.</summary>
    SlowAnswer,

    /// <summary>Orders the shop did not serve, whole or in part, of all that were paid.</summary>
    Cancelled,

    /// <summary>Orders for which something went back to the buyer, or was sent anew, at the shop's cost, of all that were paid.</summary>
    Complained,

    /// <summary>Orders that left after the promised day, or not at all in time, of all that left or should have.</summary>
    Late,
}

/// <summary>One order or question that counts in a figure, kept with it until it is reckoned anew, so that a number and its list are the same.</summary>
public sealed class HealthCase
{
    HealthCase() { }

    internal HealthCase(StoreId store, HealthMeasure measure, Guid thing, string key, string title, DateTimeOffset at, bool bad, string why) =>
        (StoreId, Measure, ThingId, Key, Title, At, IsBad, Why) = (store, measure, thing, key, title, at, bad, why);

    public StoreId StoreId { get; private set; }
    public HealthMeasure Measure { get; private set; }

    /// <summary>The order, or the question.</summary>
    public Guid ThingId { get; private set; }

    /// <summary>What its page is found by: an order's number, or a conversation's id.</summary>
    public string Key { get; private set; } = "";
    public string Title { get; private set; } = "";

    /// <summary>When it was paid or asked.</summary>
    public DateTimeOffset At { get; private set; }

    /// <summary>It counts against the shop.</summary>
    public bool IsBad { get; private set; }

    /// <summary>The step that made it so; empty where it does not.</summary>
    public string Why { get; private set; } = "";

    /// <summary>Minutes until the answer; null for orders and for what was not answered.</summary>
    public int? Minutes { get; private set; }

    /// <summary>What an order that was paid in the window counts for, as it was at a moment.</summary>
    public static IEnumerable<HealthCase> Of(StoreId store, OrderPast order, DateTimeOffset asOf)
    {
        var steps = order.Steps.Where(s => s.At < asOf).OrderBy(s => s.At).ToList();
        var refused = steps.Find(s => OrderPast.RefusedByShop.Contains(s.Code));
        yield return Case(HealthMeasure.Cancelled, refused is not null, refused?.Code);
        yield return Case(HealthMeasure.Complained, order.Complained?.At < asOf, order.Complained?.How);
        if (order.IsLate(steps, asOf) is { } late)
        {
            yield return Case(HealthMeasure.Late, late, "late");
        }

        HealthCase Case(HealthMeasure measure, bool bad, string? why) =>
            new(store, measure, order.Id.Value, order.Number, order.Number, order.PaidAt, bad, bad ? why ?? "" : "");
    }

    /// <summary>What a question counts for; null while its time to be answered runs.</summary>
    /// <param name="within">The time the shop has.</param>
    public static HealthCase? Of(StoreId store, QuestionPast question, TimeSpan within, DateTimeOffset asOf)
    {
        var answered = question.AnsweredAt < asOf ? question.AnsweredAt : null;
        if (answered is null && question.AskedAt + within >= asOf)
        {
            return null;
        }

        var took = answered - question.AskedAt;
        var slow = took is null || took > within;
        return new HealthCase(
            store, HealthMeasure.SlowAnswer, question.Id.Value, question.Conversation.Value.ToString(), question.Title, question.AskedAt, slow, !slow ? "" : took is null ? "unanswered" : "slow")
        {
            Minutes = took is { } time ? (int)Math.Min(time.Ticks / TimeSpan.TicksPerMinute, int.MaxValue) : null,
        };
    }
}

/// <summary>A question as far as the health of the shop is concerned.</summary>
public sealed record QuestionPast(ChatWaitId Id, ConversationId Conversation, string Title, DateTimeOffset AskedAt, DateTimeOffset? AnsweredAt);

/// <summary>An order as far as the health of its shop is concerned.</summary>
/// <param name="Complained">By what and when it ended with the shop bearing a part; null when it did not.</param>
public sealed record OrderPast(OrderId Id, string Number, DateTimeOffset PaidAt, DateTimeOffset? PromisedBy, IReadOnlyList<PastStep> Steps, PastComplaint? Complained)
{
    /// <summary>The shop did not serve the order, or a part of it. What the buyer or the cooperative cancelled, or nobody collected, is not the shop's.</summary>
    public static readonly IReadOnlyList<string> RefusedByShop =
        ["declined_by_seller", "not_accepted_in_time", "not_shipped_in_time", "not_done_in_time", "rest_cancelled", "rest_not_shipped_in_time"];

    static readonly string[] RanOut = ["not_shipped_in_time", "not_done_in_time"];

    static readonly string[] Gone = [nameof(OrderState.Shipped), nameof(OrderState.PartiallyShipped), nameof(OrderState.ReadyForPickup), nameof(OrderState.Delivered)];

    static readonly string[] Ended = [nameof(OrderState.Cancelled), nameof(OrderState.Refunded)];

    /// <param name="steps">Those before the moment, in order.</param>
    /// <returns>Null when it neither left nor should have: it says nothing yet.</returns>
    internal bool? IsLate(IReadOnlyList<PastStep> steps, DateTimeOffset asOf)
    {
        if (PromisedBy is not { } promised)
        {
            return null;
        }

        if (steps.FirstOrDefault(s => Gone.Contains(s.To)) is { } left)
        {
            return Wib.DayOf(left.At) > Wib.DayOf(promised);
        }

        if (steps.Any(s => RanOut.Contains(s.Code)))
        {
            return true;
        }

        return !steps.Any(s => Ended.Contains(s.To)) && Wib.DayOf(promised) < Wib.DayOf(asOf) ? true : null;
    }
}

/// <summary>What a shop bore of an order.</summary>
/// <param name="How">Which of the codes here.</param>
public sealed record PastComplaint(string How, DateTimeOffset At)
{
    public const string PaidBack = "paid_back";
    public const string SentAnew = "sent_anew";
}

/// <summary>A step of an order.</summary>
/// <param name="To">Name of the state.</param>
/// <param name="Code">Why.</param>
public sealed record PastStep(string To, string Code, DateTimeOffset At);
