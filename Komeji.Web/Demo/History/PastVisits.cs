using Bogus;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using Komeji.Web.CommandLine;

namespace Komeji.Web.Demo.History;

sealed record PastBasket(DemoStore Store, IReadOnlyList<(DemoGood Good, int Variant, int Pieces)> Pieces);

sealed record PastVisit(DemoPerson Buyer, DateTimeOffset At, IReadOnlyList<PastBasket> Baskets);

/// <summary>Who bought what in the months before the demo market's own weeks, first to last.</summary>
sealed class PastVisits(DemoCrowd crowd, IReadOnlyList<DemoStore> stores, IReadOnlyList<DemoGood> goods, Demand demand, int seed, DateTimeOffset now)
{
    /// <summary>How long the history goes back before its end.</summary>
    public const int Days = 180;

    /// <summary>The last purchase of the history is complete before the demo market's own weeks begin.</summary>
    public const int EndedDaysAgo = 75;

    const int OpeningHour = 7;
    const int HoursOpen = 15;
    const float SecondShop = .12f;
    const int MostTries = 10_000;

    readonly Randomizer dice = new(seed);
    readonly int[][] left = [.. goods.Select((g, number) => g.Variants.Select(_ => demand.Pieces(number)).ToArray())];
    readonly int[][] byStore = [.. goods.Select((g, number) => (g.Store, number)).GroupBy(g => g.Store).Aggregate(new int[stores.Count][], (all, store) =>
    {
        all[store.Key] = [.. store.Select(s => s.number)];
        return all;
    })];

    /// <param name="orders">How many orders all visits together make.</param>
    public IEnumerable<PastVisit> Draw(int orders)
    {
        var start = Wib.StartOf(Wib.DayOf(now).AddDays(-EndedDaysAgo - Days));
        for (var placed = 0; placed < orders;)
        {
            var baskets = Baskets(Math.Min(orders - placed, dice.Bool(SecondShop) ? 2 : 1));
            yield return new PastVisit(Buyer(), At(start, placed, orders), baskets);
            placed += baskets.Count;
        }
    }

    /// <summary>Evenly over the days, while people are awake.</summary>
    static DateTimeOffset At(DateTimeOffset start, int placed, int orders)
    {
        var days = (double)placed / orders * Days;
        var day = Math.Floor(days);
        return start.AddDays(day).AddHours(OpeningHour).AddMilliseconds(Math.Floor((days - day) * HoursOpen * 3_600_000));
    }

    /// <summary>The demo buyers buy as much as some hundred others.</summary>
    DemoPerson Buyer() => crowd.Buyers[dice.Bool(.0005f) ? dice.Number(1) : dice.Number(crowd.Buyers.Count - 1)];

    /// <exception cref="CannotRun">Nobody finds anything any more.</exception>
    List<PastBasket> Baskets(int shops)
    {
        var baskets = new List<PastBasket>();
        for (var tries = 0; baskets.Count < shops; tries++)
        {
            if (tries >= MostTries)
            {
                // Whoever found something in one shop is content with it.
                return baskets.Count > 0 ? baskets : throw new CannotRun("There are too few products for so many orders. Ask for more products, or for fewer orders.");
            }

            var first = demand.Draw(dice);
            var store = goods[first].Store;
            var pieces = new List<(DemoGood, int, int)>();
            if (baskets.All(b => b.Store != stores[store]))
            {
                Take(first, pieces);
                for (var more = dice.WeightedRandom([0, 1, 2], [.65f, .25f, .1f]); more > 0; more--)
                {
                    Take(dice.ArrayElement(byStore[store]), pieces);
                }
            }

            if (pieces.Count > 0)
            {
                baskets.Add(new PastBasket(stores[store], pieces));
            }
        }

        return baskets;
    }

    /// <summary>Goods only, which were there by then, each once, as far as the stock for the past goes.</summary>
    void Take(int number, List<(DemoGood Good, int, int)> pieces)
    {
        var good = goods[number];
        var variant = dice.Number(good.Variants.Count - 1);
        var count = dice.WeightedRandom([1, 2, 3, 5], [.6f, .2f, .12f, .08f]);
        if (good.Kind == ProductKind.Goods && left[number][variant] >= count && good.PublishedAt < now.AddDays(-EndedDaysAgo - Days) && pieces.All(p => p.Good != good))
        {
            left[number][variant] -= count;
            pieces.Add((good, variant, count));
        }
    }
}
