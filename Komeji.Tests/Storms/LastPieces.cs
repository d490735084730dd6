using System.Diagnostics;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Storms;

/// <summary>Everybody wants the last ten pieces at the same moment.</summary>
/// <param name="Answers">How often each status was answered.</param>
/// <param name="P99">How long all but the slowest of a hundred waited.</param>
sealed record LastPieces(int Buyers, IReadOnlyDictionary<int, int> Answers, int Orders, (int Stock, int Reserved, int Sold) Pieces, TimeSpan P99)
{
    const int Count = 10;

    public IReadOnlyList<string> Broken =>
    [
        .. Answers.GetValueOrDefault(302) == Count && Answers.GetValueOrDefault(422) == Buyers - Count ? [] : (string[])[$"answers: {this}"],
        .. Orders == Count && Pieces == (0, Count, 0) ? [] : (string[])[$"sold: {this}"],
    ];

    public static async Task<LastPieces> Sell(StormMarket market, TwoProducts two, IReadOnlyList<StormBuyer> buyers)
    {
        var variant = await market.Product(Count);
        await market.FillCarts(buyers, variant);
        var ready = await Task.WhenAll(buyers.Select(async (buyer, i) =>
        {
            var visitor = buyer.At(i % 2 == 0 ? two.First : two.Second);
            return (Visitor: visitor, Checkout: await visitor.Get("/checkout"));
        }));
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var pressed = ready.Select(r => Press(r.Visitor, r.Checkout, start.Task)).ToList();
        start.SetResult();
        var answers = await Task.WhenAll(pressed);
        return new LastPieces(
            buyers.Count,
            answers.GroupBy(a => a.Status).ToDictionary(g => g.Key, g => g.Count()),
            await market.App.Read(db => db.Orders.CountAsync(o => o.Lines.Any(l => l.VariantId == variant))),
            await new Stalls(market.App).StockOf(variant),
            answers.Select(a => a.Took).Order().ElementAt((int)(answers.Length * 0.99) - 1));
    }

    static async Task<(int Status, TimeSpan Took)> Press(Visitor visitor, Page checkout, Task start)
    {
        await start;
        var began = Stopwatch.GetTimestamp();
        var answer = await visitor.Submit(checkout, "/checkout");
        visitor.Dispose();
        return (answer.Status, Stopwatch.GetElapsedTime(began));
    }

    public override string ToString() =>
        $"{Buyers} buyers for {Count} pieces: {string.Join(", ", Answers.OrderBy(a => a.Key).Select(a => $"{a.Value} × {a.Key}"))}; {Orders} orders; pieces {Pieces}; p99 {P99.TotalMilliseconds:0} ms";
}
