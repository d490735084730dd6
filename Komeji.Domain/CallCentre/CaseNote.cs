using Komeji.Domain.Common;

namespace Komeji.Domain.CallCentre;

/// <summary>What a note or a look is about.</summary>
public enum CaseSubject
{
    Person,
    Order,
    Ticket,

    /// <summary>In the post room.</summary>
    Message,
}

/// <summary>What staff wrote down about a person, an order or a ticket: kept as it was written. A mistake is corrected by a newer note that names it.</summary>
public sealed class CaseNote
{
    public const int Longest = 1_000;

    CaseNote() { }

    public CaseNoteId Id { get; private set; }
    public CaseSubject Subject { get; private set; }
    public Guid SubjectId { get; private set; }
    public string Text { get; private set; } = "";
    public UserId WrittenBy { get; private set; }
    public string Role { get; private set; } = "";
    public DateTimeOffset At { get; private set; }

    /// <summary>The note this one stands for.</summary>
    public CaseNoteId? Corrects { get; private set; }

    /// <param name="person">Whose matter it is, if anybody's.</param>
    /// <exception cref="RuleBroken"><c>ticket.not_staff</c>, <c>staff.own_case</c>, <c>note.text</c></exception>
    public static CaseNote Write(CaseSubject subject, Guid subjectId, UserId? person, string text, Actor by, DateTimeOffset now)
    {
        CallCentreStaff.Require(by, person);
        return new CaseNote
        {
            Id = CaseNoteId.New(now),
            Subject = subject,
            SubjectId = subjectId,
            Text = text.Trim() is { Length: >= 5 and <= Longest } told ? told : throw new RuleBroken("note.text", "Tulis catatan 5 sampai 1.000 huruf."),
            WrittenBy = new UserId(by.UserId!.Value),
            Role = by.Role,
            At = now,
        };
    }

    /// <summary>A newer note in the place of this one, which stays readable.</summary>
    /// <inheritdoc cref="Write"/>
    public CaseNote Correct(UserId? person, string text, Actor by, DateTimeOffset now)
    {
        var newer = Write(Subject, SubjectId, person, text, by, now);
        newer.Corrects = Id;
        return newer;
    }
}
