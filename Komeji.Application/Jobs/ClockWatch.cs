namespace Komeji.Application.Jobs;

/// <summary>
/// Notices that the machine's clock was set: its time moved otherwise than time passes. What a wrong time would do cannot be taken
/// back (money is released, purchases expire), so the jobs that go by it wait: until the clock is as it was, or has stayed as it is
/// for an hour.
/// </summary>
public class ClockWatch
{
    /// <summary>More than any machine's clock is corrected by in passing.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>How long a new time must have stayed to be believed.</summary>
    public static readonly TimeSpan Doubt = TimeSpan.FromHours(1);

    readonly Lock gate = new();
    readonly TimeProvider clock;
    DateTimeOffset at;
    long stamp;
    long? since;

    public ClockWatch(TimeProvider clock)
    {
        this.clock = clock;
        Believe();
    }

    /// <returns>By how much the clock is off; zero while it is believed.</returns>
    public TimeSpan Look()
    {
        lock (gate)
        {
            var off = clock.GetUtcNow() - at - clock.GetElapsedTime(stamp);
            if (IsDoubtful(off))
            {
                since ??= clock.GetTimestamp();
                if (clock.GetElapsedTime(since.Value) < Doubt)
                {
                    return off;
                }
            }

            Believe();
            return TimeSpan.Zero;
        }
    }

    /// <summary>The guard against a clock that was set. A test takes it out to prove that it is what holds.</summary>
    protected virtual bool IsDoubtful(TimeSpan off) => off.Duration() > Tolerance;

    void Believe() => (at, stamp, since) = (clock.GetUtcNow(), clock.GetTimestamp(), null);
}
