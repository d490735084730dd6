using Komeji.Integrations.Payments.Midtrans;

namespace Komeji.Tests.Support;

/// <summary>A key that opens nothing but a stand-in.</summary>
public static class MidtransKeys
{
    public const string Server = "SB-Mid-server-ujicoba0123456789";

    public static MidtransOptions At(Uri address) =>
        new(Server, address, address) { Patience = TimeSpan.FromSeconds(2), Pause = TimeSpan.FromMilliseconds(5) };
}
