namespace Komeji.Tests.Support;

/// <summary>Time that moves only when a test says so. It starts on Monday 5 October 2026, 09.00 WIB.</summary>
public sealed class TestClock : TimeProvider
{
    DateTimeOffset now = new(2026, 10, 5, 2, 0, 0, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => now;

    public void Advance(TimeSpan by) => now += by;

    public void MoveTo(DateTimeOffset at) => now = at.ToUniversalTime();
}
