using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;

namespace Komeji.Application.Complaints;

static class ComplaintSettings
{
    public static async Task<ComplaintTerms> ComplaintTerms(this SettingsInForce settings, CancellationToken cancellationToken) => new(
        TimeSpan.FromHours(await settings.Number(SettingCatalogue.ComplaintAnswerHours, cancellationToken)),
        TimeSpan.FromHours(await settings.Number(SettingCatalogue.ComplaintTalkHours, cancellationToken)),
        TimeSpan.FromHours(await settings.Number(SettingCatalogue.ComplaintHelpHours, cancellationToken)),
        new Rupiah(await settings.Number(SettingCatalogue.ComplaintGrantMost, cancellationToken)),
        await settings.Number(SettingCatalogue.ComplaintDecideWorkingDays, cancellationToken),
        TimeSpan.FromDays(await settings.Number(SettingCatalogue.ComplaintEvidenceDays, cancellationToken)),
        TimeSpan.FromDays(await settings.Number(SettingCatalogue.ComplaintAppealDays, cancellationToken)),
        TimeSpan.FromDays(await settings.Number(SettingCatalogue.ReturnSendDays, cancellationToken)),
        await settings.Number(SettingCatalogue.ReplaceWorkingDays, cancellationToken),
        await settings.Number(SettingCatalogue.ComplaintOverdueWorkingDays, cancellationToken),
        await settings.Calendar(cancellationToken));
}
