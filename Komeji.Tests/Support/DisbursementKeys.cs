using Komeji.Integrations.Payouts.Disbursement;

namespace Komeji.Tests.Support;

/// <summary>Keys that open nothing but a stand-in.</summary>
public static class DisbursementKeys
{
    public const string Api = "ujicoba-pencairan-0123456789";
    public const string Secret = "rahasia-ujicoba-pencairan-0123456789";

    public static DisbursementOptions At(Uri address) =>
        new(Api, address, [Secret]) { Patience = TimeSpan.FromSeconds(1), Pause = TimeSpan.FromMilliseconds(5) };
}
