using System.Text.Json;
using Komeji.Application.Catalog;
using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Application.Payments;
using Komeji.Application.Returns;
using Komeji.Application.Stores;
using Komeji.Application.Support;
using Komeji.Application.Warranties;
using Komeji.Application.Warranties.Cards;
using Komeji.Application.Warranties.Claims;
using Komeji.Application.Warranties.Review;
using Komeji.Application.Warranties.Workshop;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Returns;
using Komeji.Domain.Shipping;
using Komeji.Domain.Warranties;
using Komeji.Tests.Application.Returns;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using static Komeji.Tests.Application.Payments.MoneyDesk;

namespace Komeji.Tests.Application.Warranties;

/// <summary>From the card to the end of a claim, with everybody who has a part in it.</summary>
public sealed class WarrantyClaimTests
{
    static readonly UserId Officer = new(Guid.CreateVersion7(DateTimeOffset.UnixEpoch));

    /// <summary>Bought on 5 October, claimed in month five, mended in eleven days: the term is eleven days longer, and no money has moved.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_mended_thing_comes_back_with_a_longer_term(Engine engine)
    {
        await using var market = await WarrantyMarket.Open(engine);
        var (_, cards) = await market.Bought(pieces: 2);
        cards.Count.ShouldBe(2);
        var until = (await market.Card(cards[0])).Until;
        market.Komeji.Clock.Advance(TimeSpan.FromDays(150));
        var claim = await market.Examined(cards[0]);
        (await market.Komeji.As(market.Seller).Send(new ShowShopClaim(claim))).Terms.ShouldBe("Bukan karena terjatuh.", "the shop reads what it promised");
        market.Komeji.Clock.Advance(TimeSpan.FromDays(11));
        await market.Komeji.As(market.Seller).Send(new MendClaim(claim, ClaimSolution.Repair, ""));
        await market.Komeji.Send(new SendClaimBack(claim, "JNE 0987654321", Handed: false));
        (await market.Card(cards[0])).Until.ShouldBe(until.AddDays(11));
        (await market.Card(cards[1])).Until.ShouldBe(until, "the other one was not away");
        await market.Komeji.As(market.Buyer).Send(new ConfirmMended(claim));
        (await market.Read(claim)).State.ShouldBe(ClaimState.Completed);
        (await market.Komeji.Read(db => db.RefundDecisions.CountAsync())).ShouldBe(0);
        await market.ShouldBeSound();
    }

    /// <summary>The officer gives 25,500 back at the shop's cost where every refund is decided; the claim ends with it, and nothing is left to claim.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_refund_is_decided_where_all_are_and_ends_the_claim(Engine engine)
    {
        await using var market = await WarrantyMarket.Open(engine);
        var (placed, cards) = await market.Bought();
        market.Komeji.Clock.Advance(TimeSpan.FromDays(60));
        var claim = await market.Examined(cards[0]);
        await market.Komeji.As(market.Seller).Send(new AskClaimRuling(claim, Refund: true, "Suku cadang habis"));
        (await market.Komeji.As(Officer, Roles.Operator).Send(new ShowClaim(claim))).Price.ShouldBe(new Rupiah(25_500));
        await Decide(market, placed.OrderNumbers[0], 25_500);
        var ended = await market.Read(claim);
        ended.State.ShouldBe(ClaimState.Refunded);
        ended.RefundId.ShouldNotBeNull();
        var page = await market.Komeji.As(market.Buyer).Send(new ShowMyClaim(claim));
        page.Claim.Refund!.Amount.ShouldBe(new Rupiah(25_500));
        page.Claim.Refund.By.Single().Percent.ShouldBe(100);
        await market.Komeji.Run<DueRefunds>();
        await market.ShouldBeSound();
        (await market.Card(cards[0])).IsPaidBack.ShouldBeTrue();
        (await Refused(() => market.Claim(cards[0]))).ShouldBe("claim.refunded");
    }

    /// <summary>Of two things one is paid back by its claim: its card is used up, though the line has money left, and the other's is not.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_thing_is_paid_back_once(Engine engine)
    {
        await using var market = await WarrantyMarket.Open(engine);
        var (placed, cards) = await market.Bought(pieces: 2);
        var claim = await market.Examined(cards[0]);
        await market.Komeji.As(market.Seller).Send(new AskClaimRuling(claim, Refund: true, "Suku cadang habis"));
        await Decide(market, placed.OrderNumbers[0], 25_500);
        (await market.Read(claim)).State.ShouldBe(ClaimState.Refunded);
        (await Refused(() => market.Claim(cards[0]))).ShouldBe("claim.refunded");
        ((await market.Card(cards[0])).IsPaidBack, (await market.Card(cards[1])).IsPaidBack).ShouldBe((true, false));
        (await market.Komeji.As(null).Send(new CheckCard(cards[0]))).IsPaidBack.ShouldBeTrue();
        (await market.Claim(cards[1])).ShouldNotBeEmpty();
        await market.ShouldBeSound();
    }

    /// <summary>Two things of one line are being decided: which one a refund was for an officer says, and one refund ends one claim.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_claims_an_officer_says_which_the_refund_was_for(Engine engine)
    {
        await using var market = await WarrantyMarket.Open(engine);
        var (placed, cards) = await market.Bought(pieces: 2);
        var claims = new[] { await market.Claim(cards[0]), await market.Claim(cards[1]) };
        market.Komeji.Clock.Advance(TimeSpan.FromDays(10));
        await market.Komeji.Run<DueClaims>();
        await Decide(market, placed.OrderNumbers[0], 25_500);
        (await market.Read(claims[0])).State.ShouldBe(ClaimState.UnderReview);
        var refund = (await market.Komeji.As(Officer, Roles.Operator).Send(new ShowClaim(claims[0]))).Refunds.Single().Id;
        await market.Komeji.Send(new EndClaimByRefund(claims[0], refund));
        (await market.Read(claims[0])).RefundId.ShouldBe(refund);
        (await Refused(() => market.Komeji.Send(new EndClaimByRefund(claims[1], refund)))).ShouldBe("claim.refund");
        (await market.Read(claims[1])).State.ShouldBe(ClaimState.UnderReview);
        await market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Silence_brings_an_officer_who_is_tied_to_nobody(Engine engine)
    {
        await using var market = await WarrantyMarket.Open(engine);
        var (_, cards) = await market.Bought();
        var claim = await market.Claim(cards[0]);
        (await market.Komeji.Run<DueClaims>()).Done.ShouldBe(0);
        market.Komeji.Clock.Advance(TimeSpan.FromDays(10));
        await market.Komeji.Run<DueClaims>();
        (await market.Read(claim)).Cause.ShouldBe(ReviewCause.Silence);
        (await market.Komeji.Send(new CountWaitingWork([WaitingKind.WarrantyClaims])))[WaitingKind.WarrantyClaims].ShouldBe(1);
        (await Refused(() => market.Komeji.As(market.Seller, Roles.Operator).Send(new RuleClaim(claim, ClaimRuling.Dismiss, "Saya sendiri")))).ShouldBe("staff.own_case");
        (await Refused(() => market.Komeji.As(market.Buyer, Roles.Operator).Send(new RuleClaim(claim, ClaimRuling.Uphold, "Saya sendiri")))).ShouldBe("staff.own_case");
        await Should.ThrowAsync<NotFound>(() => market.Komeji.As(Officer, Roles.CallCentre).Send(new RuleClaim(claim, ClaimRuling.Uphold, "Bukan petugasnya")));
        await market.Komeji.As(Officer, Roles.Operator).Send(new RuleClaim(claim, ClaimRuling.Uphold, "Penjual tidak menjawab"));
        (await market.Read(claim)).State.ShouldBe(ClaimState.AwaitingGoods);
        (await Refused(() => market.Komeji.Send(new RuleClaim(claim, ClaimRuling.Uphold, "Sekali lagi")))).ShouldBe("claim.illegal_move");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Two_officers_at_once_one_wins_and_the_other_is_told(Engine engine)
    {
        await using var market = await WarrantyMarket.Open(engine);
        var (_, cards) = await market.Bought();
        var claim = await market.Claim(cards[0]);
        market.Komeji.Clock.Advance(TimeSpan.FromDays(10));
        await market.Komeji.Run<DueClaims>();
        var rulings = new[] { ClaimRuling.Uphold, ClaimRuling.Dismiss }.Select(ruling => Task.Run(async () =>
        {
            try
            {
                await market.Komeji.As(Officer, Roles.Operator).Send(new RuleClaim(claim, ruling, "Diputuskan"));
                return "";
            }
            catch (Exception refusal) when (refusal is RuleBroken or DbUpdateConcurrencyException)
            {
                return "told";
            }
        }));
        (await Task.WhenAll(rulings)).Order().ShouldBe(["", "told"]);
        (await market.Komeji.Read(db => db.StateChanges.CountAsync(s => s.Subject == WarrantyClaim.Subject && (s.ReasonCode == "upheld" || s.ReasonCode == "dismissed")))).ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_draft_is_kept_and_a_thing_has_one_claim(Engine engine)
    {
        await using var market = await WarrantyMarket.Open(engine);
        var (_, cards) = await market.Bought();
        var buyer = market.Komeji.As(market.Buyer);
        var number = await buyer.Send(new SaveClaim(cards[0], new ClaimFacts("Rus", ClaimSolution.Replace, 1), [new PictureUpload("foto.jpg", new MemoryStream([1]))], Submit: false));
        var form = await buyer.Send(new ShowClaimForm(cards[0]));
        form.Draft.ShouldBe(new ClaimFacts("Rus", ClaimSolution.Replace, 1));
        form.Pictures.Count.ShouldBe(1);
        (await Refused(() => buyer.Send(new SaveClaim(cards[0], new ClaimFacts("Rus", ClaimSolution.Replace, 1), [], Submit: true)))).ShouldBe("claim.problem");
        (await market.Claim(cards[0])).ShouldBe(number, "the draft goes on");
        (await Refused(() => market.Claim(cards[0]))).ShouldBe("claim.twice");
        (await market.Komeji.As(market.Seller).Send(new ShowShopClaim(number))).Pictures.Count.ShouldBe(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_draft_is_nobody_elses(Engine engine)
    {
        await using var market = await WarrantyMarket.Open(engine);
        var (_, cards) = await market.Bought();
        var number = await market.Claim(cards[0], submit: false);
        await Should.ThrowAsync<NotFound>(() => market.Komeji.As(market.Seller).Send(new ShowShopClaim(number)));
        await Should.ThrowAsync<NotFound>(() => market.Komeji.As(Officer, Roles.Operator).Send(new ShowClaim(number)));
        var picture = new ClaimPictureId(Guid.CreateVersion7(DateTimeOffset.UnixEpoch));
        await Should.ThrowAsync<NotFound>(() => market.Komeji.Send(new OpenClaimPicture(picture, OrderOnlooker.Staff)));
    }

    /// <summary>What is another's and what is not there are the same.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Foreign_is_missing(Engine engine)
    {
        await using var market = await WarrantyMarket.Open(engine);
        var (_, cards) = await market.Bought();
        var claim = await market.Claim(cards[0]);
        var stranger = market.Komeji.As(Officer);
        await Should.ThrowAsync<NotFound>(() => stranger.Send(new ShowMyCard(cards[0])));
        await Should.ThrowAsync<NotFound>(() => stranger.Send(new ShowMyClaim(claim)));
        await Should.ThrowAsync<NotFound>(() => stranger.Send(new SaveClaim(cards[0], WarrantyMarket.Facts, [], true)));
        await Should.ThrowAsync<NotFound>(() => stranger.Send(new CancelClaim(claim)));
        await Should.ThrowAsync<NotFound>(() => stranger.Send(new AcceptClaim(claim, "")));
        await Should.ThrowAsync<NotFound>(() => stranger.Send(new NoteSerial(cards[0], "RC-001")));
        await Should.ThrowAsync<NotFound>(() => stranger.Send(new TakeInClaimedGoods(claim, "482913")));
        await Should.ThrowAsync<NotFound>(() => market.Komeji.As(market.Buyer).Send(new ShowMyCard("GRSAAAAAA-AAAAAA")));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Out_of_term_it_is_rejected_and_a_person_may_be_asked(Engine engine)
    {
        await using var market = await WarrantyMarket.Open(engine);
        var (_, cards) = await market.Bought();
        market.Komeji.Clock.Advance(TimeSpan.FromDays(400));
        var claim = await market.Claim(cards[0]);
        (await market.Read(claim)).State.ShouldBe(ClaimState.OutOfTerm);
        await market.Komeji.As(market.Buyer).Send(new AskClaimReview(claim, "Sudah rusak sebelum habis"));
        (await market.Read(claim)).State.ShouldBe(ClaimState.UnderReview);
        (await market.Komeji.Read(db => db.Notifications.CountAsync(n => n.Title.Contains(claim)))).ShouldBeGreaterThan(1);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task At_a_community_point_the_keeper_takes_it_in_by_name(Engine engine)
    {
        await using var market = await WarrantyMarket.Open(engine);
        var (placed, cards) = await market.Bought();
        var keeper = Officer;
        var point = PickupPoint.Open(new PointFacts("Balai RTIK", "+6281234567890", "35.78.10.1001", "Jl. Mawar 1", "Senin–Sabtu"), market.Komeji.Clock.GetUtcNow());
        point.Appoint(keeper, market.Komeji.Clock.GetUtcNow());
        await market.Komeji.Write(db =>
        {
            db.PickupPoints.Add(point);
            return Task.CompletedTask;
        });
        var claim = await market.Claim(cards[0]);
        await market.Komeji.As(market.Seller).Send(new AcceptClaim(claim, ""));
        (await Refused(() => market.Komeji.As(market.Buyer).Send(new BringToPoint(claim, point.Id)))).ShouldBe("point.not_open", "the shop does not come there");
        await market.Komeji.Write(db =>
        {
            db.ServedPoints.Add(new ServedPoint(placed.Stores[0], point.Id));
            return Task.CompletedTask;
        });
        (await market.Komeji.As(market.Buyer).Send(new ShowMyClaim(claim))).Points.Single().Id.ShouldBe(point.Id.Value);
        await market.Komeji.Send(new BringToPoint(claim, point.Id));
        (await market.Komeji.As(keeper).Send(new ListClaimedGoodsAtMyPoints())).Single().Number.ShouldBe(claim);
        var code = (await market.Komeji.As(market.Buyer).Send(new ShowMyClaim(claim))).Code.ShouldNotBeNull();
        (await market.Komeji.As(keeper).Send(new TakeInClaimedGoods(claim, code == "000000" ? "111111" : "000000"))).ShouldBeFalse();
        (await market.Read(claim)).SentAt.ShouldBeNull("nobody takes in what was not brought");
        (await market.Komeji.Send(new TakeInClaimedGoods(claim, code))).ShouldBeTrue();
        (await market.Read(claim)).TakenInBy.ShouldBe(keeper);
        await market.Komeji.As(market.Seller).Send(new ReceiveClaimedGoods(claim));
        (await market.Komeji.As(keeper).Send(new ListClaimedGoodsAtMyPoints())).ShouldBeEmpty();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Whoever_has_the_code_sees_the_thing_and_no_person(Engine engine)
    {
        await using var market = await WarrantyMarket.Open(engine);
        var (placed, cards) = await market.Bought();
        await market.Komeji.As(market.Seller).Send(new NoteSerial(cards[0], "RC-2026-0042"));
        var seen = JsonSerializer.Serialize(await market.Komeji.As(null).Send(new CheckCard(cards[0].ToLowerInvariant())));
        seen.ShouldContain("0042");
        seen.ShouldNotContain("RC-2026");
        seen.ShouldNotContain("Siti");
        seen.ShouldNotContain(placed.OrderNumbers[0]);
        seen.ShouldNotContain(market.Buyer.Value.ToString());
        await Should.ThrowAsync<NotFound>(() => market.Komeji.Send(new CheckCard("GRS")));
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_order_from_before_there_were_cards_gets_them_once(Engine engine)
    {
        await using var market = await WarrantyMarket.Open(engine);
        var (_, cards) = await market.Bought(pieces: 3);
        cards.Count.ShouldBe(3);
        await market.Komeji.Read(db => db.WarrantyCards.ExecuteDeleteAsync());
        await market.Komeji.Run<CardsToMake>();
        await market.Komeji.Run<CardsToMake>();
        (await market.Komeji.Read(db => db.WarrantyCards.CountAsync())).ShouldBe(3);
    }

    /// <summary>Of three one comes back for its money and one is exchanged: two are with the buyer.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_piece_that_came_back_for_its_money_has_no_card(Engine engine)
    {
        await using var market = await WarrantyMarket.Open(engine);
        var placed = await market.Place((25_500L, 3));
        await market.Pay(placed);
        await market.ShipPart(placed.Orders[0], 3);
        var id = placed.Orders[0];
        var order = await market.Komeji.Read(db => db.Orders.AsNoTracking().Include(o => o.Lines).SingleAsync(o => o.Id == id));
        foreach (var amount in new Rupiah?[] { null, Rupiah.Zero })
        {
            await market.Komeji.Tell(Returned.Agreed(order, FreightPayer.Seller, new ReturnItem(order.Lines[0].Id, 1, amount)));
            var goods = await market.Komeji.Read(db => db.GoodsReturns.AsNoTracking().Include(r => r.Lines).SingleAsync(r => r.State == GoodsReturnState.AwaitingReturn));
            await market.Komeji.As(market.Buyer).Send(new SendReturn(goods.Number, Returned.Parcel, null, []));
            await market.Komeji.As(market.Seller).Send(new CountReturn(goods.Number, Returned.Found(goods, 1), "", []));
        }

        await market.Receive(id);
        await market.Komeji.Run<CardsToMake>();
        (await market.Komeji.Read(db => db.WarrantyCards.CountAsync(c => c.OrderId == id))).ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task The_shop_sees_what_to_do_and_takes_the_list_away(Engine engine)
    {
        await using var market = await WarrantyMarket.Open(engine);
        var (_, cards) = await market.Bought(pieces: 2);
        var claim = await market.Claim(cards[0]);
        var seller = market.Komeji.As(market.Seller);
        (await seller.Send(new ListSellerChores())).Claims.ShouldBe(1);
        (await seller.Send(new ListShopClaims(ClaimGroup.Shop, null, 1))).Page.Rows.Single().Number.ShouldBe(claim);
        (await seller.Send(new ListShopClaims(ClaimGroup.Shop, "tidak ada", 1))).Page.Total.ShouldBe(0);
        (await seller.Send(new ListShopCards(true, null, 1))).Total.ShouldBe(2);
        (await ReturnTests.Taken(seller, new ExportShopCards(true, null))).Select(c => c.Code).ShouldBe(cards, ignoreOrder: true);
        (await ReturnTests.Taken(seller, new ExportShopCards(true, "tidak ada"))).ShouldBeEmpty();
        await seller.Send(new RejectClaim(claim, "Bekas terjatuh"));
        (await seller.Send(new ListSellerChores())).Claims.ShouldBe(0);
        (await market.Komeji.As(market.Buyer).Send(new ListMyCards(false, null, 1))).OpenClaims.ShouldBe(1);
        (await market.Komeji.As(Officer, Roles.Operator).Send(new ListClaims(ClaimGroup.Open, null, 1))).Total.ShouldBe(1);
    }
}
