using Bogus;
using Komeji.Domain.Catalog;

namespace Komeji.Web.Demo;

/// <summary>How the demo's services can be had, each kind in its own way.</summary>
static class DemoServices
{
    static readonly DayOfWeek[] EveryDay = Enum.GetValues<DayOfWeek>();
    static readonly DayOfWeek[] Workdays = [.. EveryDay.Where(d => d != DayOfWeek.Sunday)];

    /// <returns>Null for goods.</returns>
    public static ServiceTerms? TermsOf(DemoKind kind, string name, DemoStore store, Randomizer dice) => !kind.IsService ? null : kind.Kind switch
    {
        "servis-laptop" or "servis-ponsel" => Minutes(90, ServicePlace.AtSeller, Workdays, 9, 18, perDay: 6, atOnce: 2, notice: 3),
        "servis-ac" => name.Contains("di bengkel", StringComparison.Ordinal)
            ? Minutes(90, ServicePlace.AtSeller, Workdays, 8, 16, perDay: 5, atOnce: 1, notice: 6)
            : AtHome(store, 120, perDay: 4, dice),
        "servis-motor" => Minutes(60, ServicePlace.AtSeller, Workdays, 8, 16, perDay: 10, atOnce: 2, notice: 2),
        "foto" => Minutes(120, ServicePlace.AtSeller, EveryDay, 9, 17, perDay: 3, atOnce: 1, notice: 24),
        "jahit" => Days(dice.Number(3, 7), ServicePlace.AtSeller, Workdays, 9, 15, perDay: 2, notice: 24),
        "cukur" => Minutes(30, ServicePlace.AtSeller, EveryDay, 9, 20, perDay: 16, atOnce: 2, notice: 2),
        "les" => name.StartsWith("Kursus", StringComparison.Ordinal)
            ? Minutes(90, ServicePlace.Online, Workdays, 15, 21, perDay: 4, atOnce: 2, notice: 12)
            : AtHome(store, 90, perDay: 3, dice),
        "cetak" => Days(2, ServicePlace.Online, Workdays, 8, 14, perDay: 5, notice: 6),
        _ => Minutes(60, ServicePlace.AtSeller, EveryDay, 6, 18, perDay: 6, atOnce: 2, notice: 24),
    };

    /// <summary>All over the shop's own regency.</summary>
    static ServiceTerms AtHome(DemoStore store, int minutes, int perDay, Randomizer dice) => new(
        minutes, ServiceDurationUnit.Minutes, ServicePlace.AtBuyer, [store.Is.VillageCode[..5]], Workdays,
        new TimeOnly(8, 0), new TimeOnly(17, 0), perDay, atOnce: 1 + dice.Number(1), noticeHours: 12);

    static ServiceTerms Minutes(int minutes, ServicePlace place, DayOfWeek[] days, int opens, int closes, int perDay, int atOnce, int notice) =>
        new(minutes, ServiceDurationUnit.Minutes, place, [], days, new TimeOnly(opens, 0), new TimeOnly(closes, 0), perDay, atOnce, notice);

    static ServiceTerms Days(int days, ServicePlace place, DayOfWeek[] weekdays, int opens, int closes, int perDay, int notice) =>
        new(days, ServiceDurationUnit.Days, place, [], weekdays, new TimeOnly(opens, 0), new TimeOnly(closes, 0), perDay, atOnce: perDay * days, notice);
}
