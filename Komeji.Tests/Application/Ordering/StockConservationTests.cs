using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Tests.Support;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Ordering;

/// <summary>
/// Random sequences of everything buyers, sellers and the clock can do: after each step the pieces of a variant add up, and what is
/// reserved and sold is what its orders hold.
/// </summary>
public sealed class StockConservationTests
{
    const int Pieces = 12;
    static readonly int Steps = TestSize.Of(120, 3_000);

    [Theory]
    [OnSqlite(1)]
    [OnSqlite(2)]
    [OnPostgres(1)]
    [OnPostgres(2)]
    public async Task No_sequence_of_steps_loses_or_makes_a_piece(Engine engine, int seed)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var random = new Random(seed);
        var shop = await market.Shop("jne:REG", pickup: true);
        VariantId[] variants = [await market.Product(shop, stock: Pieces), await market.Product(shop, stock: Pieces)];
        UserId[] buyers = [await market.Buyer(), await market.Buyer()];
        var placed = new List<Purchase>();
        var done = 0;
        for (var step = 0; step < Steps; step++)
        {
            var before = $"seed {seed}, step {step}";
            try
            {
                await Take(random, komeji, market, shop, variants, buyers, placed);
                done++;
            }
            catch (RuleBroken)
            {
                // Refused: nothing may have moved.
            }

            foreach (var variant in variants)
            {
                await Balances(komeji, market, variant, before);
            }
        }

        done.ShouldBeGreaterThan(Steps / 4, "most steps were refused, so this proved little");
        var reached = await komeji.Read(db => db.StateChanges.Where(c => c.Subject == "order").Select(c => c.To).Distinct().ToListAsync());
        foreach (var state in new[] { OrderState.AwaitingSeller, OrderState.Processing, OrderState.Cancelled, OrderState.Expired })
        {
            reached.ShouldContain(state.ToString());
        }
    }

    static async Task Take(Random random, TestKomeji komeji, Market market, Shop shop, VariantId[] variants, UserId[] buyers, List<Purchase> placed)
    {
        if (placed.Count == 0 || random.Next(5) == 0)
        {
            placed.Add(await market.Buy(buyers[random.Next(2)], (variants[random.Next(2)], random.Next(1, 4)), (variants[random.Next(2)], random.Next(1, 3))));
            return;
        }

        // One of the last few, so that pieces keep moving in a long walk.
        var purchase = placed[random.Next(Math.Max(0, placed.Count - 6), placed.Count)];
        var number = purchase.Orders[0].Number;
        switch (random.Next(8))
        {
            case 0 or 1:
                await market.Pay(purchase);
                break;
            case 2:
                komeji.Clock.Advance(TimeSpan.FromHours(random.Next(1, 40)));
                break;
            case 3:
                (await komeji.Run<DuePurchases>()).Failures.ShouldBe(0);
                (await komeji.Run<DueOrderTimers>()).Failures.ShouldBe(0);
                break;
            case 4:
                await komeji.As(purchase.BuyerId).Send(random.Next(3) == 0 ? new ConfirmReceived(number) : (IRequest)new ReportNotArrived(number));
                break;
            case 5:
                await komeji.As(purchase.BuyerId).Send(new CancelOrder(number, "Berubah pikiran"));
                break;
            default:
                await komeji.As(shop.Owner).Send(BySeller(random, purchase, number));
                break;
        }
    }

    static IRequest BySeller(Random random, Purchase purchase, string number) => random.Next(9) switch
    {
        7 => new ShipOrder(number, "JX1234567890", new Dictionary<OrderLineId, int> { [purchase.Orders[0].Lines[0].Id] = random.Next(1, 3) }),
        8 => new CancelRest(number, "Stok habis"),
        0 or 1 => new AcceptOrder(number),
        2 => new DeclineOrder(number, "Stok rusak"),
        3 => new ShipOrder(number, "JX1234567890"),
        4 => new AnswerCancellation(number, random.Next(2) == 0, "Sudah dikemas"),
        5 => new ReturnOrder(number, "Alamat tidak ditemukan"),
        _ => new RefundOrder(number, "Barang salah"),
    };

    static async Task Balances(TestKomeji komeji, Market market, VariantId variant, string at)
    {
        var (stock, reserved, sold) = await market.StockOf(variant);
        (stock + reserved + sold).ShouldBe(Pieces, at);
        var held = await komeji.Read(db => db.Orders.Where(o => o.State != OrderState.Cancelled && o.State != OrderState.Expired)
            .Select(o => new { Unpaid = o.State == OrderState.AwaitingPayment, Quantity = o.Lines.Where(l => l.VariantId == variant).Sum(l => l.Quantity - l.Cancelled) }).ToListAsync());
        reserved.ShouldBe(held.Where(h => h.Unpaid).Sum(h => h.Quantity), at);
        sold.ShouldBe(held.Where(h => !h.Unpaid).Sum(h => h.Quantity), at);
    }
}
