using Komeji.Application.Payments;

namespace Komeji.Web.Setup;

/// <summary>How long one answer of a provider is waited for, with all its repetitions: <c>PatienceSeconds</c> in the provider's settings.</summary>
static class ProviderPatience
{
    const int Usual = 8;

    /// <exception cref="InvalidOperationException">A buyer would be left without an answer, or nobody would ever get one.</exception>
    public static TimeSpan Read(IConfigurationSection provider)
    {
        var seconds = provider.GetValue("PatienceSeconds", Usual);
        return seconds >= 1 && seconds < StartPayment.Patience.TotalSeconds
            ? TimeSpan.FromSeconds(seconds)
            : throw new InvalidOperationException($"{provider.Path}:PatienceSeconds must be 1 to {StartPayment.Patience.TotalSeconds - 1}: a buyer is told after {StartPayment.Patience.TotalSeconds} seconds that we are checking.");
    }
}
