using Komeji.Application.Settings;
using Komeji.Domain.Common;

namespace Komeji.Application.Payments;

/// <summary>
/// What a provider keeps of a payment and never tells, as Midtrans: by our contract, a part rounded down and rupiah, as the settings said
/// when the buyer paid. Its settlement report shows later what it was.
/// </summary>
public sealed class ContractPrices(SettingsInForce settings)
{
    /// <summary>Under what its cost is booked.</summary>
    public static string ReferenceOf(string providerPayment) => "biaya-" + providerPayment;

    public async Task<ProviderNotice.Paid> WithCost(ProviderNotice.Paid notice, CancellationToken cancellationToken)
    {
        if (notice is not { Cost: null, Price: { } price })
        {
            return notice;
        }

        var (part, flat) = KeysOf(price);
        var rate = part is null ? 0 : await settings.NumberAt(part, notice.At, cancellationToken);
        var fixedPart = flat is null ? 0 : await settings.NumberAt(flat, notice.At, cancellationToken);
        var cost = new Rupiah(checked((notice.Amount.Amount * rate / 10_000) + fixedPart));
        return notice with { Cost = new ProviderCost(Rupiah.Min(cost, notice.Amount), ReferenceOf(notice.ProviderPayment)) };
    }

    static (string? Part, string? Flat) KeysOf(ContractPrice price) => price switch
    {
        ContractPrice.Scan => (SettingCatalogue.MidtransScanRate, null),
        ContractPrice.Account => (null, SettingCatalogue.MidtransAccountPrice),
        ContractPrice.Wallet => (SettingCatalogue.MidtransWalletRate, null),
        ContractPrice.Card => (SettingCatalogue.MidtransCardRate, SettingCatalogue.MidtransCardPrice),
        _ => throw new ArgumentOutOfRangeException(nameof(price), price, null),
    };
}
