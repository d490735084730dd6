using Komeji.Application.Complaints;
using Komeji.Application.Complaints.Desk;
using Komeji.Application.Ordering;
using Komeji.Application.Returns;
using Komeji.Application.Returns.Replacements;
using Komeji.Application.Returns.Staff;
using Komeji.Domain.Common;
using Komeji.Domain.Complaints;
using Komeji.Domain.Returns;
using Komeji.Tests.Application.Payments;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Complaints;

/// <summary>A complaint that takes any course, with its goods back and forth: everybody does anything at any time, and what is refused changes nothing.</summary>
static class RandomCourse
{
    public static async Task Run(MoneyMarket market, string order, Random random)
    {
        var bought = await market.Komeji.Read(db => db.Orders.Where(o => o.Number == order).SelectMany(o => o.Lines).Select(l => new { l.Quantity, l.Total }).SingleAsync());
        var pieces = random.Next(1, bought.Quantity + 1);
        var type = random.Next(3) == 0 ? ComplaintType.NotReceived : ComplaintType.Damaged;
        var wish = random.Next(2) == 0 ? ComplaintSolution.FullRefund : ComplaintSolution.PartRefund;
        var complaint = await market.Complain(order, pieces, wish, random.NextInt64(1, bought.Total.Amount * pieces / bought.Quantity + 1), random.Next(0, 8_001), type);
        for (var step = 0; step < 12; step++)
        {
            await Try(() => Step(market, order, complaint, random));
        }
    }

    static async Task Step(MoneyMarket market, string order, string complaint, Random random)
    {
        var amount = random.Next(1, 200_000);
        var officer = random.Next(2) == 0 ? ComplaintSteps.First : ComplaintSteps.Second;
        switch (random.Next(14))
        {
            case 0:
                await market.AsSeller().Send(new ProposeSolution(complaint, ComplaintOnlooker.Seller, await Any(market, order, amount, 0, random), "Tawaran acak"));
                break;
            case 1:
                await market.AsBuyer().Send(new ProposeSolution(complaint, ComplaintOnlooker.Buyer, await Any(market, order, amount, random.Next(0, 8_001), random), "Tawaran acak"));
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
                await market.Decide(complaint, officer, await Any(market, order, amount, random.Next(0, 8_001), random), new Liability(100 - buyer - courier, courier, 0, buyer, 0));
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
            case 8:
                await market.AsOfficer(officer).Send(new ReopenComplaint(complaint, "Diputuskan lagi"));
                break;
            case 9 or 10:
                await MoveReturn(market, complaint, officer, random);
                break;
            case 11:
                await MoveReplacement(market, complaint, random);
                break;
            default:
                (await market.Komeji.As(null).Run<DueReturns>()).Failures.ShouldBe(0);
                await market.Wait(TimeSpan.FromHours(random.Next(1, 100)));
                break;
        }
    }

    /// <summary>Money, with the goods back first or without, or the goods once more.</summary>
    static async Task<Settlement> Any(MoneyMarket market, string order, long amount, long shipping, Random random) => random.Next(4) switch
    {
        0 => await market.Part(order, amount, shipping) with { NeedsReturn = true },
        1 => Settlement.Without(ComplaintSolution.Replace, needsReturn: random.Next(2) == 0),
        _ => await market.Part(order, amount, shipping),
    };

    /// <summary>Whoever has the next step of the return takes it, and not always kindly.</summary>
    static async Task MoveReturn(MoneyMarket market, string complaint, UserId officer, Random random)
    {
        var goods = await market.Komeji.Read(db => db.GoodsReturns.AsNoTracking().Include(r => r.Lines).Where(r => r.CauseNumber == complaint).OrderByDescending(r => r.Id).FirstOrDefaultAsync());
        if (goods is null)
        {
            return;
        }

        switch (goods.State)
        {
            case GoodsReturnState.AwaitingReturn:
                await market.AsBuyer().Send(new SendReturn(goods.Number, Returned.Parcel with { Freight = new Rupiah(random.Next(0, 15_001)) }, Stream.Null, []));
                break;
            case GoodsReturnState.ReturnInTransit when random.Next(3) == 0:
                await market.AsSeller().Send(new ObjectToReturn(goods.Number, "Isinya lain"));
                break;
            case GoodsReturnState.ReturnInTransit:
                await market.AsSeller().Send(new CountReturn(goods.Number, Returned.Found(goods, random.Next(0, goods.Lines[0].Pieces + 1)), "Sebagian tidak ada", [Stream.Null]));
                break;
            case GoodsReturnState.PartlyAccepted:
                await market.AsBuyer().Send(new AnswerCount(goods.Number, random.Next(2) == 0, "Semua saya kirim"));
                break;
            case GoodsReturnState.Objected:
                await market.AsOfficer(officer).Send(new DecideReturn(goods.Number, Returned.Found(goods, random.Next(0, goods.Lines[0].Pieces + 1)), "Menurut fotonya"));
                break;
            default:
                break;
        }
    }

    static async Task MoveReplacement(MoneyMarket market, string complaint, Random random)
    {
        var goods = await market.Komeji.Read(db => db.Replacements.AsNoTracking().Where(r => r.CauseNumber == complaint).OrderByDescending(r => r.Id).FirstOrDefaultAsync());
        if (goods is null)
        {
            return;
        }

        switch (goods.State)
        {
            case ReplacementState.AwaitingShipment when random.Next(2) == 0:
                await market.AsSeller().Send(new GiveUpReplacement(goods.Number, "Stok habis"));
                break;
            case ReplacementState.AwaitingShipment:
                await market.AsSeller().Send(new SendReplacement(goods.Number, "JX0000000009"));
                break;
            case ReplacementState.Sent:
                await market.AsBuyer().Send(new ConfirmReplacement(goods.Number));
                break;
            default:
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
