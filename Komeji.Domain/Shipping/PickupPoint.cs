using Komeji.Domain.Common;

namespace Komeji.Domain.Shipping;

/// <summary>A place in a community where parcels wait for their buyers (Titik Ambil Komunitas), kept by named people.</summary>
public sealed class PickupPoint : Aggregate
{
    public const int MostKeepers = 10;

    readonly List<PointKeeper> keepers = [];

    PickupPoint() { }

    public PointId Id { get; private set; }
    public string Name { get; private set; } = "";
    public string Phone { get; private set; } = "";
    public string VillageCode { get; private set; } = "";
    public string Street { get; private set; } = "";
    public string OpeningHours { get; private set; } = "";

    /// <summary>Offered to buyers. What waits at a closed point is still handed over.</summary>
    public bool IsOpen { get; private set; }
    public DateTimeOffset OpenedAt { get; private set; }
    public IReadOnlyList<PointKeeper> Keepers => keepers;

    public static PickupPoint Open(PointFacts facts, DateTimeOffset now)
    {
        var point = new PickupPoint { Id = PointId.New(now), IsOpen = true, OpenedAt = now };
        point.Describe(facts);
        return point;
    }

    /// <exception cref="RuleBroken"><c>point.texts</c></exception>
    public void Describe(PointFacts facts)
    {
        if (facts.Name.Trim().Length is < 3 or > 60 || facts.Street.Trim().Length is < 5 or > 200 || facts.OpeningHours.Trim().Length is < 3 or > 120)
        {
            throw new RuleBroken("point.texts", "Nama titik 3 sampai 60 huruf, jalan 5 sampai 200 huruf, dan jam buka 3 sampai 120 huruf.");
        }

        (Name, Phone, VillageCode, Street, OpeningHours) = (facts.Name.Trim(), facts.Phone, facts.VillageCode, facts.Street.Trim(), facts.OpeningHours.Trim());
    }

    /// <summary>Naming somebody twice changes nothing.</summary>
    /// <exception cref="RuleBroken"><c>point.keepers</c></exception>
    public void Appoint(UserId person, DateTimeOffset now)
    {
        if (keepers.Any(k => k.UserId == person))
        {
            return;
        }

        if (keepers.Count >= MostKeepers)
        {
            throw new RuleBroken("point.keepers", $"Satu titik paling banyak {MostKeepers} petugas. Lepaskan petugas lama dahulu.");
        }

        keepers.Add(new PointKeeper(Id, person, now));
    }

    /// <summary>Without a keeper nobody takes parcels in, so the last one's leaving closes it.</summary>
    public void Dismiss(UserId person)
    {
        keepers.RemoveAll(k => k.UserId == person);
        IsOpen = IsOpen && keepers.Count > 0;
    }

    public void Close() => IsOpen = false;

    /// <exception cref="RuleBroken"><c>point.no_keeper</c></exception>
    public void Reopen()
    {
        if (keepers.Count == 0)
        {
            throw new RuleBroken("point.no_keeper", "Tunjuk paling sedikit satu petugas dahulu, agar ada yang menerima paket.");
        }

        IsOpen = true;
    }
}

public sealed record PointFacts(string Name, string Phone, string VillageCode, string Street, string OpeningHours);

/// <summary>A person who takes parcels in and hands them over at a point.</summary>
public sealed class PointKeeper
{
    PointKeeper() { }

    internal PointKeeper(PointId pointId, UserId userId, DateTimeOffset since) => (PointId, UserId, Since) = (pointId, userId, since);

    public PointId PointId { get; private set; }
    public UserId UserId { get; private set; }
    public DateTimeOffset Since { get; private set; }
}

/// <summary>A shop brings parcels to a point.</summary>
public sealed class ServedPoint
{
    ServedPoint() { }

    public ServedPoint(StoreId storeId, PointId pointId) => (StoreId, PointId) = (storeId, pointId);

    public StoreId StoreId { get; private set; }
    public PointId PointId { get; private set; }
}
