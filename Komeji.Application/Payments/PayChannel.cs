using Komeji.Domain.Common;

namespace Komeji.Application.Payments;

public enum PayChannelKind
{
    /// <summary>A code to scan.</summary>
    Scan,

    /// <summary>The number of a virtual account.</summary>
    Account,

    /// <summary>A company's code and a bill's number, typed in one after the other.</summary>
    Bill,

    /// <summary>A page of the provider's.</summary>
    Page,
}

/// <summary>A way to pay that the buyer chooses with us, where the provider has no page on which she chooses it.</summary>
/// <param name="Code">As the provider's adapter knows it.</param>
/// <param name="Name">As people know it: <c>QRIS</c>, <c>Virtual Account BCA</c>.</param>
/// <param name="Hint">One line on whom it suits.</param>
/// <param name="Least">Below this it does not go.</param>
/// <param name="Most">Above this it does not go.</param>
public sealed record PayChannel(string Code, string Name, string Hint, PayChannelKind Kind, Rupiah Least, Rupiah Most)
{
    public bool Takes(Rupiah amount) => amount >= Least && amount <= Most;
}
