namespace Komeji.Integrations.Payments.Midtrans;

/// <param name="ServerKey">Opens the interface and signs notifications: <c>Mid-server-…</c>, <c>SB-Mid-server-…</c> in the sandbox.</param>
/// <param name="ApiBase">Where codes and numbers are made, and how things stand is asked.</param>
/// <param name="SnapBase">Where pages for wallets and cards are opened.</param>
public sealed record MidtransOptions(string ServerKey, Uri ApiBase, Uri SnapBase)
{
    public static readonly Uri RealApi = new("https://api.midtrans.com/");
    public static readonly Uri SandboxApi = new("https://api.sandbox.midtrans.com/");
    public static readonly Uri RealSnap = new("https://app.midtrans.com/");
    public static readonly Uri SandboxSnap = new("https://app.sandbox.midtrans.com/");

    public static IReadOnlyList<string> KnownChannels => [.. MidtransChannels.All.Select(c => c.Shown.Code)];

    /// <summary>The ways to pay that Midtrans has opened for us, in the order buyers see them; the first is the usual one.</summary>
    public IReadOnlyList<string> Channels { get; init; } = KnownChannels;

    /// <summary>How long a buyer, or a job, waits for one answer with all its repetitions.</summary>
    public TimeSpan Patience { get; init; } = TimeSpan.FromSeconds(8);

    /// <summary>Before the first repetition; longer before each further one.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>Keys are never written into a log.</summary>
    public override string ToString() => $"{ApiBase} {SnapBase}";
}
