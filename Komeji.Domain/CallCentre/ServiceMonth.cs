namespace Komeji.Domain.CallCentre;

/// <summary>How the call centre kept its clocks in a month: counted once when the month is over, published, and not counted again.</summary>
public sealed class ServiceMonth
{
    ServiceMonth() { }

    /// <param name="month"><c>2026-10</c>, in WIB.</param>
    public ServiceMonth(string month, ServiceCount answers, ServiceCount solutions, DateTimeOffset countedAt)
    {
        Month = month;
        (AnswersDue, AnswersInTime) = (answers.Due, answers.InTime);
        (SolutionsDue, SolutionsInTime) = (solutions.Due, solutions.InTime);
        CountedAt = countedAt;
    }

    public string Month { get; private set; } = "";

    /// <summary>Tickets whose clock of the first answer ended in the month.</summary>
    public int AnswersDue { get; private set; }
    public int AnswersInTime { get; private set; }

    /// <summary>Tickets whose clock of the solution ended in the month, without those that waited for the person then.</summary>
    public int SolutionsDue { get; private set; }
    public int SolutionsInTime { get; private set; }
    public DateTimeOffset CountedAt { get; private set; }

    public ServiceCount Answers => new(AnswersDue, AnswersInTime);

    public ServiceCount Solutions => new(SolutionsDue, SolutionsInTime);
}

public readonly record struct ServiceCount(int Due, int InTime)
{
    /// <summary>In tenths of a percent, never rounded up to what was not reached; null where nothing was due.</summary>
    public int? Permille => Due == 0 ? null : (int)((long)InTime * 1_000 / Due);
}
