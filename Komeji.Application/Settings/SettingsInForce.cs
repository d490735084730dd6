using System.Globalization;
using Komeji.Application.Common;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Regions;

namespace Komeji.Application.Settings;

/// <summary>Reads what holds at a moment: for each key the newest row whose time has come, else the catalogue's default.</summary>
public sealed class SettingsInForce(IKomejiDb db, SeldomChanged seldom, TimeProvider clock)
{
    Dictionary<string, string>? values;
    WorkingCalendar? calendar;

    public async Task<string> Text(string key, CancellationToken cancellationToken) => (await Load(cancellationToken))[key];

    public async Task<int> Number(string key, CancellationToken cancellationToken) =>
        int.Parse(await Text(key, cancellationToken), CultureInfo.InvariantCulture);

    /// <summary>What held at a moment, whatever holds now.</summary>
    public async Task<long> NumberAt(string key, DateTimeOffset at, CancellationToken cancellationToken)
    {
        var row = (await seldom.All(db.Settings, cancellationToken)).Where(s => s.Key == key && s.ValidFrom <= at).OrderBy(s => s.ValidFrom).ThenBy(s => s.Id).LastOrDefault();
        return long.Parse(row?.Value ?? SettingCatalogue.Find(key).Default, CultureInfo.InvariantCulture);
    }

    public async Task<OrderTerms> OrderTerms(CancellationToken cancellationToken) => new(
        await Number(SettingCatalogue.AcceptWorkingDays, cancellationToken),
        await Number(SettingCatalogue.ShipGraceWorkingDays, cancellationToken),
        TimeSpan.FromHours(await Number(SettingCatalogue.CancelAnswerHours, cancellationToken)),
        await Number(SettingCatalogue.PickupDays, cancellationToken),
        await Number(SettingCatalogue.AssumeDeliveredDays, cancellationToken),
        TimeSpan.FromHours(await Number(SettingCatalogue.CompleteHours, cancellationToken)),
        await Number(SettingCatalogue.CompleteWorkingDays, cancellationToken),
        await Number(SettingCatalogue.ExtendDays, cancellationToken),
        await Calendar(cancellationToken))
    {
        CashCompleteAfter = TimeSpan.FromHours(await Number(SettingCatalogue.CashCompleteHours, cancellationToken)),
        CashBackAnswer = TimeSpan.FromHours(await Number(SettingCatalogue.CashBackHours, cancellationToken)),
        Services = new AppointmentTerms(
            TimeSpan.FromHours(await Number(SettingCatalogue.ServiceFreeCancelHours, cancellationToken)),
            TimeSpan.FromHours(await Number(SettingCatalogue.ServiceNoShowHours, cancellationToken)),
            await Number(SettingCatalogue.ServiceDoneGraceWorkingDays, cancellationToken),
            TimeSpan.FromHours(await Number(SettingCatalogue.ServiceRemindHours, cancellationToken))),
    };

    public async Task<StrikeTerms> StrikeTerms(CancellationToken cancellationToken) => new(
        await Number(SettingCatalogue.StruckPriceDays, cancellationToken), await Number(SettingCatalogue.StruckPriceShownDays, cancellationToken));

    public async Task<Catalog.StrikeNow> Strike(CancellationToken cancellationToken) => new(await StrikeTerms(cancellationToken), clock.GetUtcNow());

    public async Task<WorkingCalendar> Calendar(CancellationToken cancellationToken) =>
        calendar ??= new WorkingCalendar(Holiday.InForce(await seldom.All(db.Holidays, cancellationToken)).Where(h => h.IsDayOff).Select(h => h.Day));

    async Task<Dictionary<string, string>> Load(CancellationToken cancellationToken)
    {
        if (values is not null)
        {
            return values;
        }

        var now = clock.GetUtcNow();
        var rows = (await seldom.All(db.Settings, cancellationToken)).Where(s => s.ValidFrom <= now).OrderBy(s => s.ValidFrom).ThenBy(s => s.Id);
        values = SettingCatalogue.All.ToDictionary(d => d.Key, d => d.Default);
        foreach (var row in rows.Where(r => values.ContainsKey(r.Key)))
        {
            values[row.Key] = row.Value;
        }

        return values;
    }
}
