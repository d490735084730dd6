using Bogus;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;

namespace Komeji.Web.Demo.Trade;

/// <summary>
/// Plans who buys what: first what must be there to be tried out, at the demo sellers and by the demo buyers, an order in every
/// state; then the rest of the weeks at random, a few favourites selling most.
/// </summary>
sealed class Visits(DemoCrowd crowd, IReadOnlyList<DemoStore> stores, IReadOnlyList<DemoGood> goods, int seed, DateTimeOffset now)
{
    public const int Days = 45;

    /// <summary>Pieces nobody here buys, so that a favourite does not sell out.</summary>
    const int Spare = 4;

    /// <summary>Shops that are nearly sold out end the trade.</summary>
    const int MostTries = 10;

    static readonly ServiceFate[] Ends = [ServiceFate.Completed, ServiceFate.Done, ServiceFate.DoneWithPhoto, ServiceFate.TimeAgreed, ServiceFate.Declined, ServiceFate.Cancelled, ServiceFate.Refunded];
    static readonly float[] EndChances = [.5f, .18f, .1f, .04f, .07f, .07f, .04f];

    readonly Randomizer dice = new(seed);
    readonly Fates fates = new(new Randomizer(seed + 1));
    readonly Dictionary<VariantId, int> left = goods.SelectMany(g => g.Variants).ToDictionary(v => v.Id, v => v.Stock);
    IReadOnlyList<DemoGood> favourites = [];

    public IReadOnlyList<Visit> Plan(int count)
    {
        if (goods.Count == 0)
        {
            return [];
        }

        // The demo sellers have regulars, so that there is something to see in their balance.
        favourites = [.. dice.Shuffle(goods).Select((good, rank) => (Good: good, Rank: good.Store < 2 ? rank / 5 : rank)).OrderBy(f => f.Rank).Select(f => f.Good)];
        var planned = Scenes.All.Select(Stage).Concat(ServiceScene.All.Select(Stage)).Concat(Scenes.Care.Select(Stage)).OfType<Visit>().Take(count).ToList();
        for (var tries = 0; planned.Count < count && tries < count * MostTries; tries++)
        {
            if (Wander() is { } visit)
            {
                planned.Add(visit);
            }
        }

        return planned;
    }

    Visit? Stage(Scene scene)
    {
        var store = scene.Store % stores.Count;
        var at = now.AddHours(-scene.HoursAgo);
        var pieces = Choose(dice.Shuffle(goods.Where(g => g.Store == store && g.Kind == ProductKind.Goods && (!scene.Warranted || g.Warranty.Months > 0))), at, 1 + (scene.HoursAgo % 2));
        if (pieces.Count == 0)
        {
            return null;
        }

        var deeds = scene.Deeds.Select(d => (d.Deed, now.AddHours(-d.HoursAgo))).ToList();
        return new Visit(crowd.Buyers[scene.Buyer], at, scene.Pays ? at.AddMinutes(7) : null, null, [new Basket(store, pieces, scene.Pickup, deeds, AtPoint: scene.AtPoint)]);
    }

    /// <summary>At the first demo seller, or whoever offers a service.</summary>
    Visit? Stage(ServiceScene scene)
    {
        var at = now.AddHours(-scene.HoursAgo);
        var offered = goods.Where(g => g.Kind == ProductKind.Service).ToList();
        var pieces = Choose(dice.Shuffle(offered.Where(g => g.Store == (offered.Any(o => o.Store == 0) ? 0 : offered[0].Store))), at, 1);
        if (pieces.Count == 0)
        {
            return null;
        }

        var basket = new Basket(pieces[0].Item1.Store, pieces, false, [], new ServicePlan(now.AddHours(scene.Hours), scene.Fate));
        return new Visit(crowd.Buyers[scene.Buyer], at, scene.Fate == ServiceFate.NotPaid ? null : at.AddMinutes(7), null, [basket]);
    }

    /// <returns>Null when nobody found what they wanted at that hour.</returns>
    Visit? Wander()
    {
        var at = fates.Later(now.AddHours(-dice.Double(8, Days * 24)), 0, 9);
        if (at > now.AddHours(-1) || Favourite(at) is not { } first)
        {
            return null;
        }

        var paid = at.AddMinutes(dice.Number(2, 180));
        var shops = dice.Bool(.3f) && Favourite(at) is { } second && second.Store != first.Store ? new[] { first, second } : [first];
        var baskets = shops.Select(good => Fill(good, at, paid)).OfType<Basket>().ToList();
        if (baskets.Count == 0)
        {
            return null;
        }

        var buyer = crowd.Buyers[dice.Number(crowd.Buyers.Count - 1)];
        return dice.WeightedRandom([0, 1, 2], [.88f, .08f, .04f]) switch
        {
            1 => new Visit(buyer, at, null, null, baskets),
            2 => new Visit(buyer, at, null, at.AddMinutes(dice.Number(10, 300)), baskets),
            _ => new Visit(buyer, at, paid, null, baskets),
        };
    }

    Basket? Fill(DemoGood wanted, DateTimeOffset at, DateTimeOffset paid)
    {
        if (wanted.Kind == ProductKind.Service)
        {
            var service = Choose([wanted], at, 1);
            return service.Count == 0 ? null : new Basket(wanted.Store, service, false, [], new ServicePlan(at.AddHours(dice.Number(4, 200)), dice.WeightedRandom(Ends, EndChances)));
        }

        var others = dice.Bool(.4f) ? favourites.Where(g => g.Store == wanted.Store && g.Kind == wanted.Kind && g != wanted).Take(3) : [];
        var pieces = Choose([wanted, .. others], at, dice.Number(1, 2));
        var pickup = stores[wanted.Store].Is.OffersPickup && dice.Bool(.15f);
        return pieces.Count == 0 ? null : new Basket(wanted.Store, pieces, pickup, fates.Draw(paid, pickup));
    }

    /// <summary>The first of a long list is wanted most.</summary>
    DemoGood? Favourite(DateTimeOffset at)
    {
        for (var tries = 0; tries < 20; tries++)
        {
            var good = favourites[(int)(favourites.Count * Math.Pow(dice.Double(), 3))];
            if (good.PublishedAt < at)
            {
                return good;
            }
        }

        return null;
    }

    IReadOnlyList<(DemoGood, int, int)> Choose(IEnumerable<DemoGood> from, DateTimeOffset at, int most)
    {
        var chosen = new List<(DemoGood, int, int)>();
        foreach (var good in from.Where(g => g.PublishedAt < at))
        {
            var variant = dice.Number(good.Variants.Count - 1);
            var pieces = Pieces(good.Variants[variant]);
            if (chosen.Count < most && left[good.Variants[variant].Id] >= pieces + Spare)
            {
                left[good.Variants[variant].Id] -= pieces;
                chosen.Add((good, variant, pieces));
            }
        }

        return chosen;
    }

    /// <summary>Small things are bought by the handful.</summary>
    int Pieces(Variant variant) => variant.Price.Amount switch
    {
        < 30_000 => dice.WeightedRandom([dice.Number(1, 4), dice.Number(5, 12)], [.8f, .2f]),
        < 90_000 => dice.Number(1, 3),
        _ => 1,
    };
}
