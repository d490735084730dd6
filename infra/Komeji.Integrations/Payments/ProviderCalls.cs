namespace Komeji.Integrations.Payments;

/// <summary>Calls to a provider are repeated where that is safe and may help, each time after a longer pause, while there is patience.</summary>
static class ProviderCalls
{
    const int MostTries = 3;

    /// <param name="attempt">Makes the call once and tells whether to repeat it may help; given what ends all tries.</param>
    /// <param name="patience">For all tries together.</param>
    /// <param name="pause">After the first try; after the second twice as long.</param>
    /// <returns>The last answer.</returns>
    public static async Task<TReply> Repeat<TReply>(Func<CancellationToken, Task<(TReply Reply, bool RepeatMayHelp)>> attempt, TimeSpan patience, TimeSpan pause, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(patience);
        for (var tries = 1; ; tries++)
        {
            var (reply, mayHelp) = await attempt(limit.Token);
            if (!mayHelp || tries == MostTries || limit.IsCancellationRequested)
            {
                return reply;
            }

            try
            {
                await Task.Delay(pause * tries, limit.Token);
            }
            catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
            {
                return reply;
            }
        }
    }
}
