namespace Komeji.Tests.Support;

/// <summary>
/// Time that moves only when a test says so, and with it the timers made from it. It starts on Monday 5 October 2026, 09.00 WIB.
/// </summary>
public sealed class TestClock : TimeProvider
{
    readonly Lock gate = new();
    readonly List<Timer> timers = [];
    DateTimeOffset now = new(2026, 10, 5, 2, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return now;
        }
    }

    public void Advance(TimeSpan by) => MoveTo(GetUtcNow() + by);

    public void MoveTo(DateTimeOffset at)
    {
        Timer[] due;
        lock (gate)
        {
            now = at.ToUniversalTime();
            due = [.. timers.Where(t => t.Due <= now)];
        }

        foreach (var timer in due)
        {
            timer.Fire(at);
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, callback, state);
        timer.Change(dueTime, period);
        lock (gate)
        {
            timers.Add(timer);
        }

        return timer;
    }

    sealed class Timer(TestClock clock, TimerCallback callback, object? state) : ITimer
    {
        TimeSpan period = Timeout.InfiniteTimeSpan;

        public DateTimeOffset? Due { get; private set; }

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            this.period = period;
            Due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.GetUtcNow() + dueTime;
            return true;
        }

        public void Fire(DateTimeOffset at)
        {
            Due = period == Timeout.InfiniteTimeSpan || period == TimeSpan.Zero ? null : at + period;
            callback(state);
        }

        public void Dispose()
        {
            lock (clock.gate)
            {
                clock.timers.Remove(this);
            }
        }

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
