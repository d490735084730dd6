using Komeji.Application.Jobs;
using Komeji.Domain.Jobs;
using Komeji.Web.Jobs;

namespace Komeji.Web.Areas.Operations.Jobs;

/// <summary>A row of the list of jobs.</summary>
public sealed record JobPage(JobRow Row, string Schedule, DateTimeOffset? Next)
{
    public static JobPage Of(JobRow row, DateTimeOffset now) => new(row, JobTimes.Words(row.Job.Cron), JobTimes.Next(row.Job.Cron, now));
}

public sealed record JobHistoryPage(JobHistory History, bool All);

/// <summary>How the outcome of a run is worded and coloured.</summary>
public static class JobWords
{
    public static (string Text, string Colour) Of(JobOutcome outcome) => outcome switch
    {
        JobOutcome.Running => ("Sedang berjalan", "work"),
        JobOutcome.Succeeded => ("Berhasil", "ok"),
        JobOutcome.Failed => ("Gagal", "bad"),
        JobOutcome.Lost => ("Terputus", "bad"),
        JobOutcome.Stopped => ("Dihentikan", ""),
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
    };

    public static string Duration(TimeSpan? duration) => duration switch
    {
        null => "",
        { TotalSeconds: < 1 } => "kurang dari 1 detik",
        { TotalMinutes: < 1 } d => $"{(int)d.TotalSeconds} detik",
        { TotalHours: < 1 } d => $"{d.Minutes} menit {d.Seconds} detik",
        { } d => $"{(int)d.TotalHours} jam {d.Minutes} menit",
    };

    public static string Amount(JobRunRow run) => run switch
    {
        { Done: 0, Failures: 0 } => "tidak ada yang menunggu",
        { Failures: 0 } => $"{run.Done:N0} selesai",
        _ => $"{run.Done:N0} selesai, {run.Failures:N0} gagal",
    };
}
