using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Application.Payments.Desk;
using Komeji.Application.Returns;
using Komeji.Application.Returns.Points;
using Komeji.Application.Returns.Replacements;
using Komeji.Application.Returns.Staff;
using Komeji.Application.Shipping.Points;
using Komeji.Application.Stores;
using Komeji.Application.Support;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Returns;
using Komeji.Domain.Shipping;
using Komeji.Tests.Application.Payments;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Komeji.Tests.Application.Returns;

/// <summary>Goods on their way back: by courier and by a community point, counted, objected to, and left in silence.</summary>
public sealed class ReturnTests
{
    /// <summary>Wrong size: three are sent back, two arrive, and two are paid back. Of Rp76.500 for three, two are Rp51.000.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Two_of_three_arrive_and_a_decided_refund_of_two_settles_it(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine, vatBasisPoints: 1_100);
        var placed = await market.Place((25_500L, 3));
        await market.Pay(placed);
        await market.Complete(placed.Orders[0]);
        var (komeji, id) = (market.Komeji, placed.Orders[0]);
        var order = await komeji.Read(db => db.Orders.AsNoTracking().Include(o => o.Lines).SingleAsync(o => o.Id == id));
        var variant = order.Lines[0].VariantId;
        var agreed = Returned.Agreed(order, FreightPayer.Seller, new ReturnItem(order.Lines[0].Id, 3));
        await komeji.Tell(agreed);
        await komeji.Tell(agreed);
        var goods = await komeji.ReturnOf(id);
        await komeji.As(market.Buyer).Send(new SendReturn(goods.Number, Returned.Parcel with { Freight = new Rupiah(9_000) }, Stream.Null, [Stream.Null]));
        var before = await komeji.Read(db => db.Variants.Where(v => v.Id == variant).Select(v => v.Stock).SingleAsync());
        await komeji.As(market.Seller).Send(new CountReturn(goods.Number, Returned.Found(goods, 1, 1), "Satu tidak ada di paket", [Stream.Null]));
        (await komeji.Send(new ShowReturn(goods.Number, OrderOnlooker.Seller))).State.ShouldBe(GoodsReturnState.PartlyAccepted);
        (await komeji.Read(db => db.Variants.Where(v => v.Id == variant).Select(v => v.Stock).SingleAsync())).ShouldBe(before);

        await komeji.As(market.Buyer).Send(new AnswerCount(goods.Number, true, ""));
        (await komeji.Read(db => db.Variants.Where(v => v.Id == variant).Select(v => v.Stock).SingleAsync())).ShouldBe(before + 1);
        var choice = await MoneyDesk.As(market, MoneyDesk.First).Send(new ShowRefundChoice(order.Number));
        var offer = choice.Offers.Single();
        (offer.Lines.Values.Single(), offer.Shipping, offer.Uncovered).ShouldBe((new Rupiah(51_000), new Rupiah(8_000), new Rupiah(1_000)));
        choice.OfferedFor(choice.Lines.Single()).ShouldBe(new Rupiah(51_000));
        choice.OfferedForShipping.ShouldBe(new Rupiah(8_000));

        await MoneyDesk.Decide(market, order.Number, 50_999);
        (await komeji.ReturnOf(id)).RefundId.ShouldBeNull();
        (await MoneyDesk.As(market, MoneyDesk.First).Send(new ShowRefundChoice(order.Number))).Offers.Single().Lines.Values.Single().ShouldBe(new Rupiah(25_501));
        await market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_refund_of_what_is_offered_is_offered_no_more(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        var placed = await market.Place((25_500L, 3));
        await market.Pay(placed);
        await market.Complete(placed.Orders[0]);
        var (komeji, id) = (market.Komeji, placed.Orders[0]);
        var order = await komeji.Read(db => db.Orders.AsNoTracking().Include(o => o.Lines).SingleAsync(o => o.Id == id));
        await komeji.Tell(Returned.Agreed(order, FreightPayer.Buyer, new ReturnItem(order.Lines[0].Id, 2)));
        var goods = await komeji.ReturnOf(id);
        await komeji.As(market.Buyer).Send(new SendReturn(goods.Number, Returned.Parcel, null, []));
        await komeji.As(market.Seller).Send(new CountReturn(goods.Number, Returned.Found(goods, 2), "", []));
        await MoneyDesk.Decide(market, order.Number, 51_000);
        (await komeji.ReturnOf(id)).RefundId.ShouldNotBeNull();
        (await MoneyDesk.As(market, MoneyDesk.First).Send(new ShowRefundChoice(order.Number))).Offers.ShouldBeEmpty();
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Tell(Returned.Agreed(order, FreightPayer.Buyer, new ReturnItem(order.Lines[0].Id, 2))))).Code.ShouldBe("return.pieces");
        await market.ShouldBeSound();
    }

    /// <summary>Freight of an exchange is offered until a refund gave it back, once; and when only the goods were paid back it is still offered, without them.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Freight_is_offered_until_it_is_paid_and_no_longer(Engine engine)
    {
        await using var market = await MoneyMarket.Open(engine);
        foreach (var isExchange in new[] { true, false })
        {
            var placed = await market.Place((25_500L, 3));
            await market.Pay(placed);
            await market.Complete(placed.Orders[0]);
            var (komeji, id) = (market.Komeji, placed.Orders[0]);
            var order = await komeji.Read(db => db.Orders.AsNoTracking().Include(o => o.Lines).SingleAsync(o => o.Id == id));
            await komeji.Tell(Returned.Agreed(order, FreightPayer.Seller, new ReturnItem(order.Lines[0].Id, 2, isExchange ? Rupiah.Zero : null)));
            var goods = await komeji.ReturnOf(id);
            await komeji.As(market.Buyer).Send(new SendReturn(goods.Number, Returned.Parcel with { Freight = new Rupiah(6_000) }, Stream.Null, []));
            await komeji.As(market.Seller).Send(new CountReturn(goods.Number, Returned.Found(goods, 2), "", []));
            if (!isExchange)
            {
                await MoneyDesk.Decide(market, order.Number, 51_000);
            }

            var offer = (await MoneyDesk.As(market, MoneyDesk.First).Send(new ShowRefundChoice(order.Number))).Offers.Single();
            (offer.Lines.Count, offer.Shipping, offer.Uncovered).ShouldBe((0, new Rupiah(6_000), Rupiah.Zero));
            await MoneyDesk.Decide(market, order.Number, 0, 6_000);
            var paid = await komeji.ReturnOf(id);
            (paid.FreightCovered, paid.RefundId is not null).ShouldBe((new Rupiah(6_000), true));
            (await MoneyDesk.As(market, MoneyDesk.First).Send(new ShowRefundChoice(order.Number))).Offers.ShouldBeEmpty();
        }

        await market.ShouldBeSound();
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task By_a_community_point_the_keeper_checks_both_codes(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (order, buyer, shop) = await Delivered(komeji, market);
        var keeper = await market.Person();
        var email = await komeji.Read(db => db.Users.Where(u => u.Id == keeper.Value).Select(u => u.Email!).SingleAsync());
        var point = await komeji.Send(new SavePoint(null, new PointFacts("Balai RTIK Tambaksari", "0812-3456-7890", TestRegions.Tambaksari, "Jl. Melati 3", "Senin–Sabtu 08.00–16.00")));
        await komeji.Send(new AppointKeeper(point, email));
        await komeji.Send(new SetPointOpen(point, true));
        await komeji.Tell(Returned.Agreed(order, FreightPayer.Seller, new ReturnItem(order.Lines[0].Id, 2)));
        var number = (await komeji.ReturnOf(order.Id)).Number;
        (await Should.ThrowAsync<RuleBroken>(() => komeji.As(buyer).Send(new PlanDropOff(number, point)))).Code.ShouldBe("return.point");
        await Should.ThrowAsync<NotFound>(() => komeji.As(keeper).Send(new TakeInReturn(number, "482913")));

        await komeji.As(shop.Owner).Send(new ServePoints([point]));
        (await komeji.As(buyer).Send(new ShowReturn(number, OrderOnlooker.Buyer))).Points.Single().Id.ShouldBe(point);
        await komeji.As(buyer).Send(new PlanDropOff(number, point));
        var code = (await komeji.As(buyer).Send(new ShowReturn(number, OrderOnlooker.Buyer))).Code.ShouldNotBeNull();
        (await komeji.As(shop.Owner).Send(new ShowReturn(number, OrderOnlooker.Seller))).Code.ShouldBeNull();
        (await komeji.As(keeper).Send(new ShowPointReturns(null, 1))).Rows.Single().Since.ShouldBeNull();
        (await komeji.As(keeper).Send(new TakeInReturn(number, code == "000000" ? "111111" : "000000"))).ShouldBeFalse();
        (await komeji.As(keeper).Send(new TakeInReturn(number, code))).ShouldBeTrue();

        var fetch = (await komeji.As(shop.Owner).Send(new ShowReturn(number, OrderOnlooker.Seller))).Code.ShouldNotBeNull();
        var due = (await komeji.ReturnOf(order.Id)).DueAt;
        (await komeji.Send(new ListSellerChores())).ShouldSatisfyAllConditions(c => (c.Fetches, c.Returns).ShouldBe((1, 0)), c => c.FetchesBefore.ShouldBe(due));
        (await komeji.As(keeper).Send(new HandOverReturn(number, fetch))).ShouldBeTrue();
        (await komeji.As(shop.Owner).Send(new ListSellerChores())).ShouldSatisfyAllConditions(c => (c.Fetches, c.Returns).ShouldBe((0, 1)));
        (await komeji.ReturnOf(order.Id)).ArrivedAt.ShouldNotBeNull();
        (await komeji.As(keeper).Send(new ShowPointReturns(null, 1))).Total.ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_not_sent_in_three_days_is_closed_and_may_be_agreed_anew(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (order, buyer, _) = await Delivered(komeji, market);
        await komeji.Tell(Returned.Agreed(order, FreightPayer.Seller, new ReturnItem(order.Lines[0].Id, 2)));
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Tell(Returned.Agreed(order, FreightPayer.Seller, new ReturnItem(order.Lines[0].Id, 1))))).Code.ShouldBe("return.pieces");
        var goods = await komeji.ReturnOf(order.Id);
        komeji.Clock.MoveTo(goods.DueAt!.Value);
        (await komeji.Run<DueReturns>()).Failures.ShouldBe(0);
        (await komeji.ReturnOf(order.Id)).State.ShouldBe(GoodsReturnState.Closed);
        (await Should.ThrowAsync<RuleBroken>(() => komeji.As(buyer).Send(new SendReturn(goods.Number, Returned.Parcel, null, [])))).Code.ShouldBe("return.illegal_move");
        await komeji.Tell(Returned.Agreed(order, FreightPayer.Seller, new ReturnItem(order.Lines[0].Id, 2)));
        (await komeji.Read(db => db.GoodsReturns.CountAsync())).ShouldBe(2);
    }

    /// <summary>Told at once by two, one return is opened: together they would hold more pieces than were bought.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Of_two_outcomes_about_the_same_pieces_one_wins(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (order, _, _) = await Delivered(komeji, market);
        var opened = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            try
            {
                await komeji.Tell(Returned.Agreed(order, FreightPayer.Seller, new ReturnItem(order.Lines[0].Id, 2)));
                return 1;
            }
            catch (Exception e) when (e is RuleBroken { Code: "return.pieces" } or DbUpdateConcurrencyException)
            {
                return 0;
            }
        }));
        opened.Sum().ShouldBe(1);
        (await komeji.Read(db => db.GoodsReturns.CountAsync())).ShouldBe(1);
    }

    /// <summary>The shop counts one of two in the minute its silence would be both: its count stands, or its silence does, and nothing between.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task A_count_against_the_clock_is_the_shops_or_its_silence(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (order, buyer, shop) = await Delivered(komeji, market);
        await komeji.Tell(Returned.Agreed(order, FreightPayer.Seller, new ReturnItem(order.Lines[0].Id, 2)));
        var goods = await komeji.ReturnOf(order.Id);
        await komeji.As(buyer).Send(new SendReturn(goods.Number, Returned.Parcel, null, []));
        await komeji.As(shop.Owner).Send(new ReceiveReturn(goods.Number));
        var stock = await market.StockOf(order.Lines[0].VariantId);
        komeji.Clock.MoveTo((await komeji.ReturnOf(order.Id)).DueAt!.Value);
        var tries = await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() => Won(() => n % 2 == 0
            ? komeji.Send(new CountReturn(goods.Number, Returned.Found(goods, 1), "Satu tidak ada di paket", [Stream.Null]))
            : komeji.Send(new RunReturnClock(goods.Id))))));
        var counted = tries.Where((_, n) => n % 2 == 0).Count(won => won);
        var ended = await komeji.ReturnOf(order.Id);
        (counted, ended.State, ended.Lines.Single().Accepted, ended.Lines.Single().Sellable).ShouldBe(
            counted == 0 ? (0, GoodsReturnState.ReturnReceived, 2, 0) : (1, GoodsReturnState.PartlyAccepted, 1, 1));
        (await market.StockOf(order.Lines[0].VariantId)).ShouldBe(stock, "nothing is on the shelf before it is certain, and what nobody looked at never is");
    }

    static async Task<bool> Won(Func<Task> act)
    {
        try
        {
            await act();
            return true;
        }
        catch (Exception lost) when (lost is RuleBroken or DbUpdateException)
        {
            return false;
        }
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_objection_waits_for_an_officer_tied_to_neither_side(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (order, buyer, shop) = await Delivered(komeji, market);
        await komeji.Tell(Returned.Agreed(order, FreightPayer.Seller, new ReturnItem(order.Lines[0].Id, 2)));
        var goods = await komeji.ReturnOf(order.Id);
        await komeji.As(buyer).Send(new SendReturn(goods.Number, Returned.Parcel, null, [Stream.Null]));
        await komeji.As(shop.Owner).Send(new ObjectToReturn(goods.Number, "Paketnya kosong"));
        (await komeji.Send(new CountWaitingWork([WaitingKind.ReturnsObjected])))[WaitingKind.ReturnsObjected].ShouldBe(1);
        var found = Returned.Found(goods, 0, 1);
        (await Should.ThrowAsync<RuleBroken>(() => komeji.As(shop.Owner, Roles.Operator).Send(new DecideReturn(goods.Number, found, "Toko saya")))).Code.ShouldBe("staff.own_case");
        (await Should.ThrowAsync<RuleBroken>(() => komeji.As(buyer, Roles.Operator).Send(new DecideReturn(goods.Number, found, "Punya saya")))).Code.ShouldBe("staff.own_case");
        await Should.ThrowAsync<NotFound>(() => komeji.As(buyer).Send(new DecideReturn(goods.Number, found, "Saya pembeli")));
        var late = (await komeji.ReturnOf(order.Id)).DueAt!.Value;
        komeji.Clock.MoveTo(late);
        (await komeji.Run<DueReturns>()).Failures.ShouldBe(0);
        (await komeji.ReturnOf(order.Id)).DueAt!.Value.ShouldBeGreaterThan(late);
        await komeji.As(await market.Person(), Roles.Operator).Send(new DecideReturn(goods.Number, found, "Menurut foto pembeli"));
        var decided = await komeji.ReturnOf(order.Id);
        (decided.State, decided.Offered).ShouldBe((GoodsReturnState.ReturnReceived, new Rupiah(18_500)));
    }

    /// <summary>A foreign return and a missing one are the same.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task Nobody_but_its_sides_and_the_staff_sees_a_return(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (order, buyer, shop) = await Delivered(komeji, market);
        var (_, otherBuyer, otherShop) = await Delivered(komeji, market);
        await komeji.Tell(Returned.Agreed(order, FreightPayer.Seller, new ReturnItem(order.Lines[0].Id, 1)));
        var number = (await komeji.ReturnOf(order.Id)).Number;
        foreach (var (person, onlooker, role) in new[]
        {
            (otherBuyer, OrderOnlooker.Buyer, ""), (otherShop.Owner, OrderOnlooker.Seller, ""), (shop.Owner, OrderOnlooker.Buyer, ""), (buyer, OrderOnlooker.Staff, ""), (buyer, OrderOnlooker.Staff, Roles.Finance),
        })
        {
            await Should.ThrowAsync<NotFound>(() => komeji.As(person, role).Send(new ShowReturn(number, onlooker)), $"{onlooker} {role}");
        }

        foreach (var request in new MediatR.IRequest<MediatR.Unit>[] { new WithdrawReturn(number), new AnswerCount(number, true, ""), new PlanDropOff(number, Returned.Point) })
        {
            await Should.ThrowAsync<NotFound>(() => komeji.As(otherBuyer).Send(request));
        }

        await Should.ThrowAsync<NotFound>(() => komeji.As(otherShop.Owner).Send(new ReceiveReturn(number)));
        (await komeji.As(buyer).Send(new ListReturns(OrderOnlooker.Buyer, ReturnTab.All, null, 1))).Rows.Single().Number.ShouldBe(number);
        (await komeji.As(otherBuyer).Send(new ListReturns(OrderOnlooker.Buyer, ReturnTab.All, null, 1))).Total.ShouldBe(0);
        (await komeji.As(otherShop.Owner).Send(new ListReturns(OrderOnlooker.Seller, ReturnTab.All, null, 1))).Total.ShouldBe(0);
        (await komeji.As(buyer).Send(new ShowMyOrder(order.Number))).Returned.Returns.Single().Number.ShouldBe(number);

        // What is taken away as a file is the list that was looked at, and nobody else's.
        (await Taken(komeji.As(shop.Owner), new ExportReturns(OrderOnlooker.Seller, ReturnTab.Open, order.Number))).Single().Number.ShouldBe(number);
        (await Taken(komeji.As(shop.Owner), new ExportReturns(OrderOnlooker.Seller, ReturnTab.Ended, null))).ShouldBeEmpty();
        (await Taken(komeji.As(otherShop.Owner), new ExportReturns(OrderOnlooker.Seller, ReturnTab.All, null))).ShouldBeEmpty();
        await Should.ThrowAsync<NotFound>(() => Taken(komeji.As(buyer), new ExportReturns(OrderOnlooker.Staff, ReturnTab.All, null)));
        await komeji.Tell(new ReplacementAgreed(ReturnCause.Complaint, Guid.CreateVersion7(Returned.Now), "KPL-20261005-AAAAAA", order.Id, ReplacementKind.Missing, [new ReplacementItem(order.Lines[0].Id, 1)]));
        (await Taken(komeji.As(shop.Owner), new ExportReplacements(OrderOnlooker.Seller, true, null))).Single().Order.ShouldBe(order.Number);
        (await Taken(komeji.As(otherShop.Owner), new ExportReplacements(OrderOnlooker.Seller, false, null))).ShouldBeEmpty();
    }

    /// <summary>All of a file.</summary>
    internal static async Task<IReadOnlyList<T>> Taken<T>(TestKomeji komeji, MediatR.IRequest<IAsyncEnumerable<T>> export)
    {
        await using var scope = komeji.Services.CreateAsyncScope();
        return await (await scope.ServiceProvider.GetRequiredService<MediatR.IMediator>().Send(export)).ToListAsync();
    }

    /// <summary>Two pieces of Rp18.500.</summary>
    internal static async Task<(Order Order, UserId Buyer, Shop Shop)> Delivered(TestKomeji komeji, Market market)
    {
        var (order, buyer, shop, _) = await market.PaidOrder();
        await komeji.As(shop.Owner).Send(new AcceptOrder(order.Number));
        await komeji.As(shop.Owner).Send(new ShipOrder(order.Number, "JX1234567890"));
        await komeji.As(shop.Owner).Send(new ProveDelivery(order.Number, "Bu Sri", Stream.Null));
        return (await market.Order(order.Number), buyer, shop);
    }
}
