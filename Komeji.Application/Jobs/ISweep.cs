using MediatR;

namespace Komeji.Application.Jobs;

/// <summary>
/// Finds what is due. The state is the queue: what a run does not finish is found again by the next, so a lost run, a restart
/// and a double run do no harm.
/// </summary>
public interface ISweep
{
    /// <returns>One command per due thing, at most <paramref name="most"/>; each runs in its own scope and transaction.</returns>
    Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken);
}

/// <summary>A recurring job: its stable name, what it does in words, and when.</summary>
/// <param name="Cron">Six fields, seconds first, in Asia/Jakarta.</param>
/// <param name="Sweep">The <see cref="ISweep"/> it runs.</param>
/// <param name="After">A kind of row; a commit that added one starts the job at once, without waiting for its time.</param>
/// <param name="ByTheClock">What it does because time has run out cannot be taken back: it waits while <see cref="ClockWatch"/> doubts the clock.</param>
public sealed record ScheduledJob(string Name, string Title, string Cron, Type Sweep, Type? After = null, bool ByTheClock = false);
