using System.Diagnostics;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Komeji.Application.Common.Behaviours;

/// <summary>
/// One line a request: its name, outcome and milliseconds, under the correlation id of the activity. Never its contents, which
/// hold personal data.
/// </summary>
public sealed class Logged<TRequest, TResult>(ILogger<Logged<TRequest, TResult>> log) : IPipelineBehavior<TRequest, TResult>
    where TRequest : notnull
{
    public async Task<TResult> Handle(TRequest request, CancellationToken cancellationToken, RequestHandlerDelegate<TResult> next)
    {
        var started = Stopwatch.GetTimestamp();
        try
        {
            var result = await next();
            log.LogDebug("{Request} done in {Milliseconds} ms", typeof(TRequest).Name, Milliseconds(started));
            return result;
        }
        catch (RuleBroken refusal)
        {
            log.LogInformation("{Request} refused: {Code}", typeof(TRequest).Name, refusal.Code);
            throw;
        }
        catch (Exception fault) when (fault is not (NotFound or TooBusy or OperationCanceledException or DbUpdateConcurrencyException))
        {
            log.LogError(fault, "{Request} failed after {Milliseconds} ms", typeof(TRequest).Name, Milliseconds(started));
            throw;
        }
    }

    static long Milliseconds(long started) => (long)Stopwatch.GetElapsedTime(started).TotalMilliseconds;
}
