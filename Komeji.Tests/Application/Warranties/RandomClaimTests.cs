using Komeji.Application.Catalog;
using Komeji.Application.Warranties;
using Komeji.Application.Warranties.Claims;
using Komeji.Application.Warranties.Review;
using Komeji.Application.Warranties.Workshop;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Warranties;
using Komeji.Tests.Application.Payments;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Warranties;

/// <summary>Claims that take any course: everybody does anything at any time, and what is refused changes nothing.</summary>
public sealed class RandomClaimTests
{
    static readonly UserId Officer = new(Guid.CreateVersion7(DateTimeOffset.UnixEpoch));

    /// <summary>No thing is paid back twice, no order gives back more than was paid, and the books stay sound.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Whatever_is_claimed_and_decided_a_thing_is_paid_back_once(Engine engine)
    {
        await using var market = await WarrantyMarket.Open(engine);
        var random = new Random(13);
        for (var round = 0; round < TestSize.Of(3, 60); round++)
        {
            var (placed, cards) = await market.Bought(random.Next(1, 4));
            for (var step = 0; step < 30; step++)
            {
                await Try(() => Step(market, placed.OrderNumbers[0], cards[random.Next(cards.Count)], random));
            }
        }

        var refunded = await market.Komeji.Read(db => db.WarrantyClaims.Where(c => c.State == ClaimState.Refunded).Select(c => new { c.CardId, c.Pieces }).ToListAsync());
        refunded.GroupBy(c => c.CardId).ShouldAllBe(g => g.Sum(c => c.Pieces) == 1);
        (await market.Komeji.Read(db => db.Orders.CountAsync(o => db.Refunds.Where(r => r.OrderId == o.Id).Sum(r => (long)r.Amount) > (long)o.Goods + (long)o.Shipping.Fee))).ShouldBe(0);
        await market.ShouldBeSound();
    }

    static async Task Step(MoneyMarket market, string order, string card, Random random)
    {
        var claim = await market.Komeji.Read(db => db.WarrantyClaims.Where(c => db.WarrantyCards.Any(k => k.Id == c.CardId && k.Code == card)).OrderByDescending(c => c.Id).Select(c => new { c.Number, c.State }).FirstOrDefaultAsync());
        if (claim is null || ClaimMoves.IsFinal(claim.State))
        {
            await market.Claim(card);
            return;
        }

        switch (random.Next(4))
        {
            case 0:
                market.Komeji.Clock.Advance(TimeSpan.FromDays(random.Next(1, 20)));
                (await market.Komeji.As(null).Run<DueClaims>()).Failures.ShouldBe(0);
                break;
            case 1 when claim.State == ClaimState.UnderReview:
                await MoneyDesk.Decide(market, order, random.Next(1, 25_501));
                break;
            default:
                await Next(market, claim.Number, claim.State, random);
                break;
        }
    }

    /// <summary>Whoever has the next step of the claim takes it, one way or another.</summary>
    static async Task Next(MoneyMarket market, string claim, ClaimState state, Random random)
    {
        var (buyer, kind) = (market.Buyer, random.Next(2) == 0);
        switch (state)
        {
            case ClaimState.AwaitingAnswer when kind:
                await market.Komeji.As(market.Seller).Send(new AcceptClaim(claim, ""));
                break;
            case ClaimState.AwaitingAnswer:
                await market.Komeji.As(market.Seller).Send(new RejectClaim(claim, "Bekas terjatuh"));
                break;
            case ClaimState.Rejected or ClaimState.OutOfTerm:
                await market.Komeji.As(buyer).Send(new AskClaimReview(claim, "Saya tidak setuju"));
                break;
            case ClaimState.AwaitingGoods when kind:
                await market.Komeji.As(buyer).Send(new SendClaimedGoods(claim, "JNE 0123456789"));
                break;
            case ClaimState.AwaitingGoods:
                await market.Komeji.As(market.Seller).Send(new ReceiveClaimedGoods(claim));
                break;
            case ClaimState.GoodsReceived:
                await market.Komeji.As(market.Seller).Send(new ExamineClaim(claim, "Kabel pemanas putus", [new PictureUpload("foto.jpg", new MemoryStream([1]))]));
                break;
            case ClaimState.Examined when kind:
                await market.Komeji.As(market.Seller).Send(new AskClaimRuling(claim, random.Next(2) == 0, "Suku cadang habis"));
                break;
            case ClaimState.Examined:
                await market.Komeji.As(market.Seller).Send(new MendClaim(claim, ClaimSolution.Repair, ""));
                break;
            case ClaimState.Repaired or ClaimState.Replaced or ClaimState.NotCovered:
                await market.Komeji.As(market.Seller).Send(new SendClaimBack(claim, "JNE 0987654321", Handed: kind));
                break;
            case ClaimState.SentBack:
                await market.Komeji.As(buyer).Send(new ContestMended(claim, kind, "Masih mati"));
                break;
            case ClaimState.UnderReview:
                await market.Komeji.As(Officer, Roles.Operator).Send(new RuleClaim(claim, kind ? ClaimRuling.Uphold : ClaimRuling.Dismiss, "Menurut fotonya"));
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
