using Komeji.Domain.Catalog;
using Komeji.Domain.Common;

namespace Komeji.Domain.Stores;

/// <summary>A seller's shop (Toko): a name, a place, and how its goods can be had.</summary>
public sealed partial class Store : StatefulAggregate
{
    public const int LongestHolidayDays = 180;

    Store() { }

    public StoreId Id { get; private set; }
    public UserId OwnerId { get; private set; }
    public string Name { get; private set; } = "";

    /// <summary>What the eye takes the name for (<see cref="StoreName.SkeletonOf"/>); no two shops have the same.</summary>
    public string NameSkeleton { get; private set; } = "";
    public string Slug { get; private set; } = "";
    public string Description { get; private set; } = "";
    public StoreState State { get; private set; }

    /// <summary>Open, but takes no new orders for a while (Libur).</summary>
    public bool OnHoliday { get; private set; }

    /// <summary>First day away, in WIB; null when none is planned, or the holiday was begun by hand.</summary>
    public DateOnly? HolidayFrom { get; private set; }

    /// <summary>Last day away; the shop is open again on the day after. Null: until the seller says so.</summary>
    public DateOnly? HolidayUntil { get; private set; }
    public string Phone { get; private set; } = "";
    public string VillageCode { get; private set; } = "";
    public string Street { get; private set; } = "";
    public string OpeningHours { get; private set; } = "";

    /// <summary>Courier services the shop uses, as <c>courier:service</c> separated by commas.</summary>
    public string CourierServices { get; private set; } = "";
    public bool OffersPickup { get; private set; }

    /// <summary>Buyers nearby may pay the shop in cash when the goods are handed over (Bayar di Tempat).</summary>
    public bool TakesCash { get; private set; }

    /// <summary>The words of its name, each with a space before it: its products are found by them too.</summary>
    public string SearchText { get; private set; } = "";
    public DateTimeOffset OpenedAt { get; private set; }

    /// <summary>Key of the picture buyers know it by; null where the letters of its name stand for it.</summary>
    public string? PictureKey { get; private set; }

    /// <summary>New orders are taken.</summary>
    public bool TakesOrders => State == StoreState.Active && !OnHoliday;

    /// <summary>How many days before the end of the time for an NIB the owner was last reminded.</summary>
    public int? NibRemindedDays { get; private set; }

    /// <summary>A shop all of which is told, that waits to be opened.</summary>
    /// <exception cref="RuleBroken"><c>store.name*</c>, <c>store.delivery</c>, <c>store.texts</c></exception>
    public static Store Apply(UserId ownerId, string slug, StoreFacts facts, DateTimeOffset now)
    {
        var store = new Store { Id = StoreId.New(now), OwnerId = ownerId, Slug = slug, State = StoreState.Draft, OpenedAt = now };
        store.Describe(facts);
        store.SendIn(Actor.Seller(ownerId.Value), now);
        return store;
    }

    /// <summary>A shop that opens at once, since nothing of it needs a person's eyes.</summary>
    /// <exception cref="RuleBroken"><c>store.name*</c>, <c>store.delivery</c>, <c>store.texts</c></exception>
    public static Store Open(UserId ownerId, string slug, StoreFacts facts, DateTimeOffset now)
    {
        var store = Apply(ownerId, slug, facts, now);
        store.Activate(Actor.System, now);
        return store;
    }

    /// <exception cref="RuleBroken"><c>store.name*</c>, <c>store.delivery</c>, <c>store.texts</c></exception>
    public void Describe(StoreFacts facts)
    {
        var name = StoreName.Require(facts.Name);
        if (facts.CourierServices.Count == 0 && !facts.OffersPickup)
        {
            throw new RuleBroken("store.delivery", "Pilih paling sedikit satu kurir atau ambil di toko.");
        }

        if (facts.Description.Trim().Length > 2_000 || facts.Street.Trim().Length is < 5 or > 200 || facts.OpeningHours.Trim().Length > 120)
        {
            throw new RuleBroken("store.texts", "Tentang toko paling panjang 2.000 huruf, jalan 5 sampai 200 huruf, dan jam buka paling panjang 120 huruf.");
        }

        Name = name;
        NameSkeleton = StoreName.SkeletonOf(name);
        Description = facts.Description.Trim();
        Phone = facts.Phone;
        VillageCode = facts.VillageCode;
        Street = facts.Street.Trim();
        OpeningHours = facts.OpeningHours.Trim();
        CourierServices = string.Join(',', facts.CourierServices);
        OffersPickup = facts.OffersPickup;
        PutIntoWords();
    }

    /// <summary>For a shop named before look-alike names were watched.</summary>
    public void ClaimName() => NameSkeleton = StoreName.SkeletonOf(Name);

    /// <summary>Refreshes the words it is searched by, when the way of putting texts into words has changed.</summary>
    public void PutIntoWords() => SearchText = string.Concat(SearchTerms.Of(Name).Select(word => " " + word));

    /// <summary>The owner was reminded so many days before the end of the time for an NIB.</summary>
    public void RemindOfNib(int days) => NibRemindedDays = days;

    /// <summary>There is an NIB, or leave to go without: should it be lost, the owner hears of every step anew.</summary>
    public void ForgetNibReminders() => NibRemindedDays = null;

    /// <summary>Orders placed before stay as they were agreed.</summary>
    public void TakeCash(bool wanted) => TakesCash = wanted;

    public void ShowPicture(string key) => PictureKey = key;

    public void ShowNoPicture() => PictureKey = null;

    public void GoOnHoliday() => OnHoliday = true;

    /// <summary>Away from a day on, and back by itself when there is a last day.</summary>
    /// <exception cref="RuleBroken"><c>store.holiday</c></exception>
    public void PlanHoliday(DateOnly from, DateOnly? until, DateOnly today)
    {
        if (from < today || from > today.AddDays(LongestHolidayDays))
        {
            throw new RuleBroken("store.holiday", $"Libur mulai hari ini, atau paling jauh {LongestHolidayDays} hari lagi. Pilih tanggal mulai yang lain.");
        }

        if (until < from || until >= from.AddDays(LongestHolidayDays))
        {
            throw new RuleBroken("store.holiday", $"Hari libur terakhir tidak sebelum hari mulai, dan libur paling lama {LongestHolidayDays} hari. Pilih tanggal terakhir yang lain, atau kosongkan bila belum tahu.");
        }

        (HolidayFrom, HolidayUntil, OnHoliday) = (from, until, from <= today);
    }

    /// <summary>Begins a planned holiday on its day, and ends it after its last.</summary>
    /// <returns>Null when nothing changed; else whether the shop is away now.</returns>
    public bool? TurnHoliday(DateOnly today)
    {
        if (HolidayUntil < today)
        {
            var was = OnHoliday;
            ComeBack();
            return was ? false : null;
        }

        if (OnHoliday || HolidayFrom is not { } from || from > today)
        {
            return null;
        }

        OnHoliday = true;
        return true;
    }

    /// <summary>Away on that day, as it looks now: from the first day of the holiday, and until its last or for good.</summary>
    public bool IsAwayOn(DateOnly day) => (OnHoliday || HolidayFrom is not null) && !(day < HolidayFrom) && !(day > HolidayUntil);

    public void ComeBack() => (OnHoliday, HolidayFrom, HolidayUntil) = (false, null, null);
}

public sealed record StoreFacts(
    string Name,
    string Description,
    string Phone,
    string VillageCode,
    string Street,
    string OpeningHours,
    IReadOnlyList<string> CourierServices,
    bool OffersPickup);
