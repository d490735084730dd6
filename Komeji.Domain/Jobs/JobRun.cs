using Komeji.Domain.Common;

namespace Komeji.Domain.Jobs;

public enum JobOutcome
{
    Running,
    Succeeded,
    Failed,

    /// <summary>The process ended before it could say.</summary>
    Lost,

    /// <summary>Ended in order because the process was asked to leave; the next run goes on with the rest.</summary>
    Stopped,
}

/// <summary>One run of a scheduled job, kept for the operations page.</summary>
public sealed class JobRun
{
    JobRun() { }

    public JobRun(string name, string startedBy, DateTimeOffset now)
    {
        Id = JobRunId.New(now);
        Name = name;
        StartedBy = startedBy;
        StartedAt = now;
        Outcome = JobOutcome.Running;
    }

    public JobRunId Id { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary><c>jadwal</c>, <c>ada yang baru</c>, <c>baris perintah</c>, or the name of who pressed run now.</summary>
    public string StartedBy { get; private set; } = "";
    public DateTimeOffset StartedAt { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }
    public JobOutcome Outcome { get; private set; }
    public int Done { get; private set; }
    public int Failures { get; private set; }

    /// <summary>How many there are to do; 0 while unknown.</summary>
    public int Total { get; private set; }
    public string Error { get; private set; } = "";

    public void Progress(int done, int failures, int total) => (Done, Failures, Total) = (done, failures, total);

    public void Succeed(DateTimeOffset now) => (Outcome, EndedAt) = (JobOutcome.Succeeded, now);

    public void Fail(string error, DateTimeOffset now)
    {
        (Outcome, EndedAt) = (JobOutcome.Failed, now);
        Error = PlainText.Cut(error, 1_000);
    }

    public void Stop(DateTimeOffset now) => (Outcome, EndedAt) = (JobOutcome.Stopped, now);

    public void Lose(DateTimeOffset now) => (Outcome, EndedAt) = (JobOutcome.Lost, now);
}

/// <summary>Who may run a job now, and for which slot it last ran, so that two workers never do the same work.</summary>
public sealed class JobLease
{
    JobLease() { }

    public JobLease(string name)
    {
        Name = name;
        Until = DateTimeOffset.UnixEpoch;
        LastSlot = DateTimeOffset.UnixEpoch;
    }

    public string Name { get; private set; } = "";
    public string Holder { get; private set; } = "";
    public DateTimeOffset Until { get; private set; }
    public DateTimeOffset LastSlot { get; private set; }

    /// <summary>Somebody asked for a run now and it has not begun.</summary>
    public DateTimeOffset? RequestedAt { get; private set; }
    public string RequestedBy { get; private set; } = "";

    /// <summary>Asks for a run as soon as nobody runs it. Asking twice is asking once.</summary>
    public void Request(string by, DateTimeOffset now)
    {
        if (RequestedAt is null)
        {
            (RequestedAt, RequestedBy) = (now, by);
        }
    }
}
