using Komeji.Application.Settings;
using Komeji.Domain.Warranties;

namespace Komeji.Application.Warranties;

static class ClaimSettings
{
    /// <summary>The clocks of claims as they hold now.</summary>
    public static async Task<ClaimTerms> ClaimTerms(this SettingsInForce settings, CancellationToken cancellationToken) => new(
        await settings.Number(SettingCatalogue.ClaimAnswerWorkingDays, cancellationToken),
        await settings.Number(SettingCatalogue.ClaimSendDays, cancellationToken),
        await settings.Number(SettingCatalogue.ClaimReceiveDays, cancellationToken),
        await settings.Number(SettingCatalogue.ClaimWorkWorkingDays, cancellationToken),
        await settings.Number(SettingCatalogue.ClaimBackDays, cancellationToken),
        TimeSpan.FromHours(await settings.Number(SettingCatalogue.ClaimCheckHours, cancellationToken)),
        await settings.Number(SettingCatalogue.ClaimReviewDays, cancellationToken),
        await settings.Number(SettingCatalogue.ClaimRulingWorkingDays, cancellationToken),
        await settings.Calendar(cancellationToken));
}
