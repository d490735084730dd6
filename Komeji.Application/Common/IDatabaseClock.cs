namespace Komeji.Application.Common;

/// <summary>What time it is where the database runs: a second witness, for what a clock that is ahead must not do and nobody can undo.</summary>
public interface IDatabaseClock
{
    Task<DateTimeOffset> Now(CancellationToken cancellationToken);
}

/// <summary>Where the database runs in our own process there is no other clock.</summary>
public sealed class OwnClock(TimeProvider clock) : IDatabaseClock
{
    public Task<DateTimeOffset> Now(CancellationToken cancellationToken) => Task.FromResult(clock.GetUtcNow());
}
