namespace Komeji.Application.Payments;

/// <summary>The payment providers in use: one for new payments, the others for money that came through them earlier.</summary>
public sealed class Gateways(IEnumerable<IPaymentGateway> all)
{
    readonly List<IPaymentGateway> gateways = [.. all];

    /// <summary>The one new payments go to; it is registered first.</summary>
    public IPaymentGateway Chosen => gateways.Count > 0 ? gateways[0] : throw new InvalidOperationException("No payment gateway is registered.");

    public IReadOnlyList<IPaymentGateway> All => gateways;

    /// <returns>Null when no such provider is in use any more.</returns>
    public IPaymentGateway? Named(string name) => gateways.Find(g => g.Name == name);
}
