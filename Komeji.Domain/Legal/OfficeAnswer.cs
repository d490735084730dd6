using Komeji.Domain.Common;

namespace Komeji.Domain.Legal;

/// <summary>The office has answered about a paper; it happened in the officer's decision.</summary>
/// <param name="AskedAt">Since when the seller waited: her sending it in, or her appeal.</param>
/// <param name="AnswerBy">Until when the office meant to have answered.</param>
public sealed record PaperAnswered(DocumentId Document, StoreId Store, DocumentKind Kind, string Region, UserId Officer, DocumentState Outcome, DateTimeOffset AskedAt, DateTimeOffset? AnswerBy, DateTimeOffset At);

/// <summary>One answer of the office and how long the seller waited for it. Written when it happens, never changed; a paper sent in twice has two.</summary>
public sealed class OfficeAnswer
{
    OfficeAnswer() { }

    public OfficeAnswer(PaperAnswered fact, WorkingCalendar calendar)
    {
        (DocumentId, StoreId, Kind, Region, OfficerId, Outcome) = (fact.Document, fact.Store, fact.Kind, fact.Region, fact.Officer, fact.Outcome);
        (AskedAt, At) = (fact.AskedAt, fact.At);
        WorkingDays = calendar.WorkingDays(fact.AskedAt, fact.At);
        Late = fact.At > fact.AnswerBy;
    }

    public long Id { get; private set; }
    public DocumentId DocumentId { get; private set; }
    public StoreId StoreId { get; private set; }
    public DocumentKind Kind { get; private set; }
    public string Region { get; private set; } = "";
    public UserId OfficerId { get; private set; }
    public DocumentState Outcome { get; private set; }
    public DateTimeOffset AskedAt { get; private set; }
    public DateTimeOffset At { get; private set; }

    /// <summary>That passed between; the day it was sent in does not count.</summary>
    public int WorkingDays { get; private set; }

    /// <summary>After the time the office had set itself.</summary>
    public bool Late { get; private set; }
}
