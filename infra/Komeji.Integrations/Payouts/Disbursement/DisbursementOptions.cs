namespace Komeji.Integrations.Payouts.Disbursement;

/// <param name="ApiKey">Opens the interface.</param>
/// <param name="ApiBase">Where transfers are asked for.</param>
/// <param name="CallbackSecrets">What notifications are signed with; two while one is changed for another.</param>
public sealed record DisbursementOptions(string ApiKey, Uri ApiBase, IReadOnlyList<string> CallbackSecrets)
{
    /// <summary>How long a job waits for one answer with all its repetitions.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>Before the first repetition; longer before each further one.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Keys are never written into a log.</summary>
    public override string ToString() => ApiBase.ToString();
}
