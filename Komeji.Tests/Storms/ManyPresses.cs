using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Storms;

/// <summary>One checkout page of each buyer is sent several times at once, to both processes: the page's token makes it one purchase.</summary>
/// <param name="Leads">Where the presses of each buyer led; empty where one was not taken.</param>
/// <param name="Purchases">How many purchases came of it.</param>
sealed record ManyPresses(IReadOnlyList<string[]> Leads, int Purchases)
{
    const int Presses = 4;

    public IReadOnlyList<string> Broken =>
    [
        .. Leads.Where(l => l.Distinct().Count() != 1 || l[0].Length == 0).Select(l => $"one page led to: {string.Join(" ", l.Select(a => a.Length == 0 ? "-" : a))}"),
        .. Purchases == Leads.Count ? [] : (string[])[$"{Purchases} purchases"],
    ];

    public static async Task<ManyPresses> Of(StormMarket market, TwoProducts two, IReadOnlyList<StormBuyer> buyers)
    {
        var variant = await market.Product(buyers.Count * Presses);
        await market.FillCarts(buyers, variant);
        var leads = await Task.WhenAll(buyers.Select(buyer => Press(buyer, two)));
        return new ManyPresses(leads, await market.App.Read(db => db.Orders.CountAsync(o => o.Lines.Any(l => l.VariantId == variant))));
    }

    static async Task<string[]> Press(StormBuyer buyer, TwoProducts two)
    {
        using var here = buyer.At(two.First);
        using var there = buyer.At(two.Second);
        var checkout = await here.Get("/checkout");
        return await Task.WhenAll(Enumerable.Range(0, Presses).Select(async i =>
        {
            var answer = await (i % 2 == 0 ? here : there).Submit(checkout, "/checkout");
            return answer.Status == 302 && answer.Location.StartsWith("/bayar/", StringComparison.Ordinal) ? answer.Location : "";
        }));
    }

    public override string ToString() =>
        $"{Leads.Count} pages sent {Presses} times each: {Purchases} purchases, {Leads.SelectMany(l => l).Count(l => l.Length == 0)} presses refused";
}
