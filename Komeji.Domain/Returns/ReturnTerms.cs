using Komeji.Domain.Common;

namespace Komeji.Domain.Returns;

/// <summary>The clocks and limits of returns, read from the settings in force.</summary>
/// <param name="Send">The buyer sends within this; then the return is closed.</param>
/// <param name="Assume">So long after it was sent a parcel counts as arrived at the shop.</param>
/// <param name="Fetch">So long after a community point took it in it counts as fetched by the shop.</param>
/// <param name="CountWithin">A shop silent for so long after the arrival has received everything whole.</param>
/// <param name="Answer">A buyer silent for so long agrees with what the shop counted.</param>
/// <param name="DecideWorkingDays">The office decides an objection within these.</param>
/// <param name="FreightMost">More than this is not given back for bringing goods back.</param>
/// <param name="ReplaceWorkingDays">The shop sends a replacement within these; then it has failed.</param>
/// <param name="AssumeDelivered">Added to the courier's latest estimate; then a replacement counts as arrived.</param>
/// <param name="OverdueWorkingDays">A decision that is late is asked for again after these.</param>
public sealed record ReturnTerms(
    TimeSpan Send,
    TimeSpan Assume,
    TimeSpan Fetch,
    TimeSpan CountWithin,
    TimeSpan Answer,
    int DecideWorkingDays,
    Rupiah FreightMost,
    int ReplaceWorkingDays,
    TimeSpan AssumeDelivered,
    int OverdueWorkingDays,
    WorkingCalendar Calendar)
{
    public DateTimeOffset DecideBy(DateTimeOffset objectedAt) => Calendar.AddWorkingDays(objectedAt, DecideWorkingDays);

    public DateTimeOffset DecideAgainBy(DateTimeOffset now) => Calendar.AddWorkingDays(now, OverdueWorkingDays);

    public DateTimeOffset ReplaceBy(DateTimeOffset from) => Calendar.AddWorkingDays(from, ReplaceWorkingDays);
}
