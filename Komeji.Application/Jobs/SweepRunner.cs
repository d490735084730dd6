using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Komeji.Application.Jobs;

/// <param name="Failures">Commands that failed; their work is still due.</param>
public sealed record SweepResult(int Done, int Failures, string LastError);

/// <summary>
/// Runs a sweep to its end, batch by batch. One bad row does not stop the rest, and one that hangs is given up after a while.
/// A run that is told to stop finishes the row in hand, so that nothing is cut in the middle of a call to the world.
/// </summary>
public sealed class SweepRunner(IServiceScopeFactory scopes, ILogger<SweepRunner> log)
{
    const int Batch = 200;

    /// <summary>After this a row is told to stop.</summary>
    public static readonly TimeSpan LongestRow = TimeSpan.FromMinutes(10);

    /// <param name="progress">Told after each command: done, failures, how many are known.</param>
    public async Task<SweepResult> Run(Type sweep, Action<int, int, int>? progress, CancellationToken cancellationToken)
    {
        var result = new SweepResult(0, 0, "");
        var tried = new HashSet<IRequest>();
        while (true)
        {
            // Rows that failed are still due and come first; asking for as many more finds those behind them.
            var most = Batch + result.Failures;
            var found = await FindDue(sweep, most, cancellationToken);
            var fresh = found.Where(tried.Add).ToList();
            var known = result.Done + result.Failures + fresh.Count;
            foreach (var request in fresh)
            {
                cancellationToken.ThrowIfCancellationRequested();
                result = await RunOne(request, result);
                progress?.Invoke(result.Done, result.Failures, known);
            }

            if (found.Count < most || fresh.Count == 0)
            {
                return result;
            }
        }
    }

    async Task<IReadOnlyList<IRequest>> FindDue(Type sweep, int most, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await ((ISweep)ActivatorUtilities.CreateInstance(scope.ServiceProvider, sweep)).FindDue(most, cancellationToken);
    }

    async Task<SweepResult> RunOne(IRequest request, SweepResult result)
    {
        using var limit = new CancellationTokenSource(LongestRow);
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMediator>().Send(request, limit.Token);
            return result with { Done = result.Done + 1 };
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody else moved it; the next run sees what is left.
            return result with { Done = result.Done + 1 };
        }
#pragma warning disable CA1031 // A bad row of any kind must not stop the rest.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            log.LogError(fault, "{Request} of a sweep failed", request.GetType().Name);
            return result with { Failures = result.Failures + 1, LastError = $"{request.GetType().Name}: {fault.Message}" };
        }
    }
}
