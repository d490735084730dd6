using Komeji.Domain.Common;

namespace Komeji.Domain.Warranties;

/// <summary>The clocks of a claim, read from the settings in force.</summary>
/// <param name="AnswerWorkingDays">A warrantor silent for so long: an officer decides.</param>
/// <param name="SendDays">A thing not sent in so many days: the claim lapses.</param>
/// <param name="ReceiveDays">A thing on its way that nobody writes down as received in so many days: an officer decides.</param>
/// <param name="WorkWorkingDays">From having it to sending it back; then an officer decides.</param>
/// <param name="BackDays">What was sent back counts as arrived after these …</param>
/// <param name="CheckTime">… and then the buyer has so long to look at it.</param>
/// <param name="ReviewDays">So long a no may be taken to an officer.</param>
/// <param name="RulingWorkingDays">An officer decides within these.</param>
public sealed record ClaimTerms(
    int AnswerWorkingDays,
    int SendDays,
    int ReceiveDays,
    int WorkWorkingDays,
    int BackDays,
    TimeSpan CheckTime,
    int ReviewDays,
    int RulingWorkingDays,
    WorkingCalendar Calendar)
{
    public DateTimeOffset AnswerBy(DateTimeOffset now) => Calendar.AddWorkingDays(now, AnswerWorkingDays);

    public DateTimeOffset SendBy(DateTimeOffset now) => now.AddDays(SendDays);

    public DateTimeOffset ReceiveBy(DateTimeOffset now) => now.AddDays(ReceiveDays);

    public DateTimeOffset WorkBy(DateTimeOffset now) => Calendar.AddWorkingDays(now, WorkWorkingDays);

    /// <param name="handed">The buyer has it in hand already.</param>
    public DateTimeOffset CompleteAt(DateTimeOffset now, bool handed) => (handed ? now : now.AddDays(BackDays)) + CheckTime;

    public DateTimeOffset ReviewBy(DateTimeOffset now) => now.AddDays(ReviewDays);

    public DateTimeOffset RuleBy(DateTimeOffset now) => Calendar.AddWorkingDays(now, RulingWorkingDays);
}
