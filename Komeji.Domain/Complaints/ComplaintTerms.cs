using Komeji.Domain.Common;

namespace Komeji.Domain.Complaints;

/// <summary>The clocks of complaints, read from the settings in force.</summary>
/// <param name="SellerAnswer">A seller silent for so long has not answered the complaint.</param>
/// <param name="Discussion">Each side has so long to answer an offer; after as long, either may ask for help.</param>
/// <param name="HelpBeforeClosing">An offer that is not answered counts as silence no sooner than so long after help may be asked for.</param>
/// <param name="GrantMost">Of a seller who is silent a wish up to this is granted.</param>
/// <param name="DecideWorkingDays">An officer decides within these.</param>
/// <param name="Evidence">Both sides have so long to bring what an officer asked for.</param>
/// <param name="Appeal">A decision may be appealed for so long.</param>
/// <param name="Return">The buyer hands the goods over within this.</param>
/// <param name="SendWorkingDays">A replacement leaves the shop within these.</param>
/// <param name="OverdueWorkingDays">A decision that is late is asked for again after these.</param>
public sealed record ComplaintTerms(
    TimeSpan SellerAnswer,
    TimeSpan Discussion,
    TimeSpan HelpBeforeClosing,
    Rupiah GrantMost,
    int DecideWorkingDays,
    TimeSpan Evidence,
    TimeSpan Appeal,
    TimeSpan Return,
    int SendWorkingDays,
    int OverdueWorkingDays,
    WorkingCalendar Calendar)
{
    public DateTimeOffset DecideBy(DateTimeOffset now) => Calendar.AddWorkingDays(now, DecideWorkingDays);

    public DateTimeOffset DecideAgainBy(DateTimeOffset now) => Calendar.AddWorkingDays(now, OverdueWorkingDays);

    public DateTimeOffset SendBy(DateTimeOffset now) => Calendar.AddWorkingDays(now, SendWorkingDays);
}

/// <summary>What happens at the deadline when nobody says anything; both sides read it beforehand.</summary>
public enum ComplaintSilence
{
    /// <summary>Nothing happens by itself.</summary>
    Nothing,

    /// <summary>The buyer's wish is granted, at the seller's cost.</summary>
    Granted,

    /// <summary>An officer decides.</summary>
    Mediated,

    /// <summary>The complaint is closed and the order goes on.</summary>
    Closed,

    /// <summary>The officer goes on without what was asked for.</summary>
    EvidenceOver,

    /// <summary>The officer who has it loses it, and others are told.</summary>
    OfficerChanged,

    /// <summary>The decision is carried out.</summary>
    CarriedOut,
}
