using System.Globalization;
using Bogus;
using Komeji.Application.Common;
using Komeji.Domain.Catalog;
using Komeji.Domain.Stores;

namespace Komeji.Web.Demo;

/// <summary>A shop that was opened, with what it sells.</summary>
sealed record DemoStore(Store Is, DemoShop Plan, DemoPerson Owner, DemoPlace Place);

/// <summary>Opens the demo shops in their regencies, each with the couriers that suit its trade.</summary>
sealed class DemoStores(IKomejiDb db, DemoPlaces places, DemoPeople people, int seed, DateTimeOffset now)
{
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
        db.Stores.AddRange(stores.Select(s => s.Is));
        await db.SaveChangesAsync(cancellationToken);
        return stores;
    }

    DemoStore Open(DemoPerson owner, int number)
    {
        var plan = DemoShops.All[number % DemoShops.All.Count];
        var branch = number / DemoShops.All.Count;
        var name = branch == 0 ? plan.Name : string.Create(CultureInfo.InvariantCulture, $"{plan.Name} {branch + 1}");
        var place = places.In(plan.Regency, dice, $"{plan.Name} {plan.Story}");
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
        return new DemoStore(Store.Open(owner.Id, SearchWords.Slug(name), facts, opened), plan, owner, place);
    }
}
