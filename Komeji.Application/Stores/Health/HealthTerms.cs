using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;

namespace Komeji.Application.Stores.Health;

/// <summary>By which settings a shop's health is reckoned and judged.</summary>
public sealed class HealthTerms(SettingsInForce settings, TimeProvider clock)
{
    /// <summary>The window of today's figures: whole days, until the beginning of today in WIB.</summary>
    public async Task<(DateTimeOffset From, DateTimeOffset AsOf)> Window(CancellationToken cancellationToken)
    {
        var today = Wib.DayOf(clock.GetUtcNow());
        return (Wib.StartOf(today.AddDays(-await settings.Number(SettingCatalogue.HealthWindowDays, cancellationToken))), Wib.StartOf(today));
    }

    public async Task<TimeSpan> AnswerWithin(CancellationToken cancellationToken) => TimeSpan.FromHours(await settings.Number(SettingCatalogue.HealthAnswerHours, cancellationToken));

    /// <summary>From how many on a figure is shown to buyers.</summary>
    public Task<int> ShownLeast(CancellationToken cancellationToken) => settings.Number(SettingCatalogue.HealthShownLeast, cancellationToken);

    public async Task<HealthLimits> Limits(CancellationToken cancellationToken) => new(
        await settings.Number(SettingCatalogue.HealthLeast, cancellationToken),
        new BasisPoints(await settings.Number(SettingCatalogue.HealthCancelMost, cancellationToken)),
        new BasisPoints(await settings.Number(SettingCatalogue.HealthComplaintMost, cancellationToken)),
        new BasisPoints(await settings.Number(SettingCatalogue.HealthLateMost, cancellationToken)),
        await settings.Number(SettingCatalogue.HealthNoticeDays, cancellationToken),
        await settings.Number(SettingCatalogue.HealthReviewDays, cancellationToken));
}
