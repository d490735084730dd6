namespace Komeji.Tests.Support;

/// <summary>
/// Time that moves only when a test says so, and with it the timers made from it and what has elapsed. It starts on Monday 5 October 2026, 09.00 WIB.
/// </summary>
public sealed class TestClock : TimeProvider
{
    readonly Lock gate = new();
    readonly List<Timer> timers = [];
    DateTimeOffset lived = new(2026, 10, 5, 2, 0, 0, TimeSpan.Zero);
    TimeSpan set;

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public override DateTimeOffset GetUtcNow()
    {
        lock (gate)
        {
            return lived + set;
        }
    }

    public override long GetTimestamp() => Lived.Ticks;

    DateTimeOffset Lived
    {
        get
        {
            lock (gate)
            {
                return lived;
            }
        }
    }

    public void Advance(TimeSpan by) => MoveTo(GetUtcNow() + by);

    public void MoveTo(DateTimeOffset at)
    {
        Timer[] due;
        DateTimeOffset reached;
        lock (gate)
        {
            reached = lived = at.ToUniversalTime() - set;
            due = [.. timers.Where(t => t.Due <= lived)];
        }

        foreach (var timer in due)
        {
            timer.Fire(reached);
        }
    }

    /// <summary>Somebody sets the clock: it shows another time, and no time has passed.</summary>
    public void Jump(TimeSpan by)
    {
        lock (gate)
        {
            set += by;
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
            Due = dueTime == Timeout.InfiniteTimeSpan ? null : clock.Lived + dueTime;
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
