using Komeji.Application.Complaints;
using Komeji.Application.Ordering;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Komeji.Tests.Application.Payments;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Complaints;

/// <summary>A complaint that takes any course: everybody does anything at any time, and what is refused changes nothing.</summary>
static class RandomCourse
{
    public static async Task Run(MoneyMarket market, string order, Random random)
    {
        var bought = await market.Komeji.Read(db => db.Orders.Where(o => o.Number == order).SelectMany(o => o.Lines).Select(l => new { l.Quantity, l.Total }).SingleAsync());
        var pieces = random.Next(1, bought.Quantity + 1);
        var type = random.Next(3) == 0 ? ComplaintType.NotReceived : ComplaintType.Damaged;
        var wish = random.Next(2) == 0 ? ComplaintSolution.FullRefund : ComplaintSolution.PartRefund;
        var complaint = await market.Complain(order, pieces, wish, random.NextInt64(1, bought.Total.Amount * pieces / bought.Quantity + 1), random.Next(0, 8_001), type);
        for (var step = 0; step < 8; step++)
        {
            await Try(() => Step(market, order, complaint, random));
        }
    }

    static async Task Step(MoneyMarket market, string order, string complaint, Random random)
    {
        var amount = random.Next(1, 200_000);
        var officer = random.Next(2) == 0 ? ComplaintSteps.First : ComplaintSteps.Second;
        switch (random.Next(9))
        {
            case 0:
                await market.AsSeller().Send(new ProposeSolution(complaint, ComplaintOnlooker.Seller, await market.Part(order, amount), "Tawaran acak"));
                break;
            case 1:
                await market.AsBuyer().Send(new ProposeSolution(complaint, ComplaintOnlooker.Buyer, await market.Part(order, amount, random.Next(0, 8_001)), "Tawaran acak"));
                break;
            case 2:
                var side = random.Next(2) == 0 ? ComplaintOnlooker.Buyer : ComplaintOnlooker.Seller;
                var offer = await market.Komeji.Read(db => db.Complaints.Where(c => c.Number == complaint).SelectMany(c => c.Offers).MaxAsync(o => o.Number));
                await (side == ComplaintOnlooker.Buyer ? market.AsBuyer() : market.AsSeller()).Send(new AcceptSolution(complaint, side, offer));
                break;
            case 3:
                await market.AsOfficer(officer).Send(new AskForHelp(complaint, ComplaintOnlooker.Staff, "Diambil alih"));
                break;
            case 4:
                var buyer = random.Next(0, 60);
                var courier = random.Next(0, 101 - buyer);
                await market.Decide(complaint, officer, await market.Part(order, amount, random.Next(0, 8_001)), new Liability(100 - buyer - courier, courier, 0, buyer, 0));
                break;
            case 5:
                await market.AsBuyer().Send(new AppealDecision(complaint, ComplaintOnlooker.Buyer, "Bukti baru"));
                break;
            case 6:
                await MoneyDesk.Decide(market, order, random.Next(1, 2_000), courier: random.Next(0, 101));
                break;
            case 7:
                await market.AsBuyer().Send(new ConfirmReceived(order));
                break;
            default:
                await market.Wait(TimeSpan.FromHours(random.Next(1, 100)));
                break;
        }
    }

    static async Task Try(Func<Task> act)
    {
        try
        {
            await act();
        }
        catch (RuleBroken)
        {
            // Refused, and nothing has happened.
        }
    }
}
