using Microsoft.AspNetCore.Http;

namespace Komeji.Integrations.Payments.StandIns;

/// <summary>What the caller hears in place of an answer.</summary>
static class StandInSilence
{
    /// <summary>Where the deed is done and the answer lost.</summary>
    /// <returns>False: nothing goes wrong on the way, and the answer is to be given.</returns>
    public static async Task<bool> TakesAnswer(this StandInFault? fault, HttpContext context)
    {
        switch (fault)
        {
            case StandInFault.SilentAfter:
                await Keep(context);
                return true;
            case StandInFault.Reset:
                context.Abort();
                return true;
            case StandInFault.Empty:
                context.Response.StatusCode = 200;
                return true;
            default:
                return false;
        }
    }

    /// <summary>Until whoever waits gives up.</summary>
    public static async Task Keep(HttpContext context)
    {
        try
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            context.Abort();
        }
    }
}
