using Komeji.Application.Common;

namespace Komeji.Application.Payments;

/// <summary>Asks a provider about the disputes of a payment: a notification of one, or of its end, may have been lost.</summary>
public sealed class DisputeCall(UnitOfWork unitOfWork, Gateways gateways, DisputeProgress progress)
{
    /// <summary>What the provider says is booked even if whoever asked has left.</summary>
    /// <returns>What it told, booked as far as a rule books it. Null: it did not answer, or is not in use any more.</returns>
    public async Task<IReadOnlyList<ProviderNotice>?> Learn(string gateway, string providerPayment)
    {
        var told = gateways.Named(gateway) is { } asked ? await asked.Disputes(providerPayment, CancellationToken.None) : null;
        var judged = told is null ? null : await progress.Judge(gateway, told, CancellationToken.None);
        foreach (var dispute in (judged ?? []).OfType<ProviderNotice.Disputed>())
        {
            await unitOfWork.RunAfresh(() => progress.Hear(gateway, dispute, CancellationToken.None), CancellationToken.None);
        }

        return judged;
    }
}
