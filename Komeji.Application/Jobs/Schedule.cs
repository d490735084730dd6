namespace Komeji.Application.Jobs;

/// <summary>Every recurring job on one screen.</summary>
public static class Schedule
{
    public static readonly IReadOnlyList<ScheduledJob> All =
    [
    ];

    public static ScheduledJob? Find(string name) => All.SingleOrDefault(j => j.Name == name);
}
