using System.Globalization;
using Bogus;
using Komeji.Domain.Catalog;
using Komeji.Domain.Stores;
using Komeji.Persistence.Bulk;

namespace Komeji.Web.Demo;

/// <summary>A shop that was opened, with what it sells.</summary>
/// <param name="Brand">What it calls its things by, in a large market; empty in a small one.</param>
sealed record DemoStore(Store Is, DemoShop Plan, DemoPerson Owner, DemoPlace Place, string Brand);

/// <summary>Opens the demo shops in their regencies, each with the couriers that suit its trade.</summary>
/// <param name="now">The moment before which all this has happened.</param>
sealed class DemoStores(BulkLoad bulk, DemoPlaces places, DemoPeople people, int seed, DateTimeOffset now)
{
    const int LongestName = 60;

    /// <summary>How long the youngest shop has been open: longer than the trade goes back.</summary>
    public const int LeastDaysOpen = 55;

    static readonly string[] Everywhere = ["jne:REG", "pos:Reguler"];
    static readonly string[] More = ["jnt:EZ", "sicepat:REG", "jne:YES", "kurir_lokal:Antar"];
    static readonly string[] Hours = ["Setiap hari 07.00–17.00", "Senin–Sabtu 08.00–16.00", "Senin–Jumat 08.00–16.00, Sabtu sampai 12.00", "Setiap hari 06.00–14.00", "Senin–Sabtu 09.00–20.00"];

    static readonly HashSet<string> Services = [.. DemoCatalogue.All.Where(k => k.IsService).Select(k => k.Kind)];

    readonly Randomizer dice = new(seed);

    public async Task<IReadOnlyList<DemoStore>> Open(IReadOnlyList<DemoPerson> owners, CancellationToken cancellationToken)
    {
        var stores = owners.Select(Open).ToList();
        await bulk.Put(stores.ConvertAll(s => s.Is), cancellationToken);
        return stores;
    }

    DemoStore Open(DemoPerson owner, int number)
    {
        var plan = DemoShops.All[number % DemoShops.All.Count];
        var branch = number / DemoShops.All.Count;
        var place = places.In(plan.Regency, dice, branch == 0 ? $"{plan.Name} {plan.Story}" : "");
        var brand = branch == 0 ? "" : place.Village;
        var name = branch == 0 ? plan.Name : BranchName(plan.Name, brand, branch + 1);
        var onlyServices = plan.Kinds.All(Services.Contains);
        var facts = new StoreFacts(
            name,
            plan.Story,
            owner.Phone,
            place.VillageCode,
            people.Street(),
            dice.ArrayElement(Hours),
            onlyServices ? [] : [.. Everywhere, .. More.Where(_ => dice.Bool())],
            OffersPickup: number < 2 || onlyServices || dice.Bool(.6f));
        var opened = now.AddDays(-LeastDaysOpen - dice.Number(1, 120));
        var store = Store.Open(owner.Id, SearchWords.Slug(name), facts, opened);
        store.TakeCash(facts.OffersPickup && !onlyServices);
        return new DemoStore(store, plan, owner, place, brand);
    }

    static string BranchName(string name, string village, int number)
    {
        var named = string.Create(CultureInfo.InvariantCulture, $"{name} {village} {number}");
        return named.Length <= LongestName ? named : string.Create(CultureInfo.InvariantCulture, $"{name} {number}");
    }
}
