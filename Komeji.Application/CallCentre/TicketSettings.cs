using Komeji.Application.Settings;
using Komeji.Domain.CallCentre;

namespace Komeji.Application.CallCentre;

/// <summary>The clocks of the call centre as they hold now.</summary>
static class TicketSettings
{
    public static async Task<TicketTerms> TicketTerms(this SettingsInForce settings, CancellationToken cancellationToken) => new(
        await settings.ServiceHours(cancellationToken),
        await settings.Calendar(cancellationToken),
        await settings.Number(SettingCatalogue.UrgentAnswerHours, cancellationToken),
        await settings.Number(SettingCatalogue.TicketComplaintHours, cancellationToken),
        await settings.Number(SettingCatalogue.OrdinaryAnswerHours, cancellationToken),
        await settings.Number(SettingCatalogue.TicketSolveDays, cancellationToken),
        await settings.Number(SettingCatalogue.TicketCloseDays, cancellationToken),
        await settings.Number(SettingCatalogue.TicketReopenDays, cancellationToken));

    static async Task<ServiceHours> ServiceHours(this SettingsInForce settings, CancellationToken cancellationToken) => new(
        await settings.Calendar(cancellationToken),
        await settings.Number(SettingCatalogue.ServiceOpens, cancellationToken),
        await settings.Number(SettingCatalogue.ServiceCloses, cancellationToken));
}
