using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Application.Returns;
using Komeji.Application.Returns.Replacements;
using Komeji.Application.Returns.Staff;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Returns;
using Komeji.Domain.Shipping;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Returns;

/// <summary>What the shop sends again without another payment: from the stock, with a parcel, a proof and clocks of its own.</summary>
public sealed class ReplacementTests
{
    [Theory, OnSqlite, OnPostgres]
    public async Task Missing_pieces_leave_the_stock_and_travel_in_a_parcel_of_their_own(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (order, buyer, shop) = await ReturnTests.Delivered(komeji, market);
        var line = order.Lines[0];
        var before = await market.StockOf(line.VariantId);
        var agreed = Agreed(order, ReplacementKind.Missing, 1);
        await komeji.Tell(agreed);
        await komeji.Tell(agreed);
        (await market.StockOf(line.VariantId)).ShouldBe((before.Stock - 1, before.Reserved, before.Sold + 1));
        var number = (await komeji.ReplacementOf(order.Id)).Number;
        (await Should.ThrowAsync<RuleBroken>(() => komeji.As(shop.Owner).Send(new SendReplacement(number, "x")))).Code.ShouldBe("shipment.tracking_number");
        await komeji.As(shop.Owner).Send(new SendReplacement(number, "JX0000000009"));
        (await komeji.As(buyer).Send(new ShowReplacement(number, OrderOnlooker.Buyer))).TrackingNumber.ShouldBe("JX0000000009");

        // The order's own parcel is as it was, and both sides see the other one on the order's page.
        var page = await komeji.Send(new ShowMyOrder(order.Number));
        (page.Parcels.Single().State, page.Returned.Replacements.Single().TrackingNumber).ShouldBe((ShipmentState.Delivered, "JX0000000009"));
        (await komeji.As(shop.Owner).Send(new ShowSellerOrder(order.Number))).Order.Returned.Replacements.Single().Number.ShouldBe(number);

        await komeji.As(shop.Owner).Send(new ProveReplacement(number, "Bu Sri", Stream.Null));
        (await komeji.ReplacementOf(order.Id)).State.ShouldBe(ReplacementState.Delivered);
        (await komeji.Read(db => db.Shipments.Where(s => s.ReplacementId != null).Select(s => new { s.State, HasProof = s.Proof != null }).SingleAsync())).ShouldBe(new { State = ShipmentState.Delivered, HasProof = true });
        (await market.StockOf(line.VariantId)).ShouldBe((before.Stock - 1, before.Reserved, before.Sold + 1));
    }

    /// <summary>Eight agreed at once about the last three pieces: three have theirs, the others cannot be sent until there is more.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task The_last_pieces_are_set_aside_once(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var shop = await market.Shop("jne:REG");
        var variant = await market.Product(shop, stock: 11);
        var orders = new List<Order>();
        for (var i = 0; i < 8; i++)
        {
            var purchase = await market.Buy(await market.Buyer(), (variant, 1));
            await market.Pay(purchase);
            var number = purchase.Orders[0].Number;
            await komeji.As(shop.Owner).Send(new AcceptOrder(number));
            await komeji.As(shop.Owner).Send(new ShipOrder(number, $"JX000000000{i}"));
            await komeji.As(shop.Owner).Send(new ProveDelivery(number, "Bu Sri", Stream.Null));
            orders.Add(await market.Order(number));
        }

        await Task.WhenAll(orders.Select(order => komeji.Tell(Agreed(order, ReplacementKind.Exchange, 1))));
        var made = await komeji.Read(db => db.Replacements.AsNoTracking().ToListAsync());
        (made.Count, made.Count(r => r.HasStock)).ShouldBe((8, 3));
        (await market.StockOf(variant)).ShouldBe((0, 0, 11));
        var without = made.First(r => !r.HasStock);
        (await Should.ThrowAsync<RuleBroken>(() => komeji.As(shop.Owner).Send(new SendReplacement(without.Number, "JX0000000009")))).Code.ShouldBe("replacement.no_stock");

        // One that is given up frees its piece for another.
        await komeji.As(shop.Owner).Send(new GiveUpReplacement(made.First(r => r.HasStock).Number, "Ternyata rusak"));
        (await market.StockOf(variant)).ShouldBe((1, 0, 10));
        await komeji.As(shop.Owner).Send(new SendReplacement(without.Number, "JX0000000009"));
        (await market.StockOf(variant)).ShouldBe((0, 0, 11));
    }

    /// <summary>Two are to be exchanged, one comes back: one is sent, and the other's piece is in stock again, as is what can be sold.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task An_exchange_waits_for_what_comes_back_and_sends_no_more(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (order, buyer, shop) = await ReturnTests.Delivered(komeji, market);
        var line = order.Lines[0];
        var cause = Returned.Agreed(order, FreightPayer.Seller, new ReturnItem(line.Id, 2, Rupiah.Zero));
        await komeji.Tell(cause);
        await komeji.Tell(new ReplacementAgreed(cause.Cause, cause.CauseId, cause.CauseNumber, order.Id, ReplacementKind.Exchange, [new ReplacementItem(line.Id, 2)], AfterReturn: true));
        (await market.StockOf(line.VariantId)).ShouldBe((6, 0, 4));
        var (goods, number) = (await komeji.ReturnOf(order.Id), (await komeji.ReplacementOf(order.Id)).Number);
        (await Should.ThrowAsync<RuleBroken>(() => komeji.As(shop.Owner).Send(new SendReplacement(number, "JX0000000009")))).Code.ShouldBe("replacement.illegal_move");
        await komeji.As(buyer).Send(new SendReturn(goods.Number, Returned.Parcel, null, []));
        await komeji.As(shop.Owner).Send(new CountReturn(goods.Number, Returned.Found(goods, 1), "Hanya satu yang datang", [Stream.Null]));
        komeji.Clock.Advance(TimeSpan.FromHours(48));
        (await komeji.Run<DueReturns>()).Failures.ShouldBe(0);

        var replacement = await komeji.ReplacementOf(order.Id);
        (replacement.State, replacement.Lines.Single().Pieces).ShouldBe((ReplacementState.AwaitingShipment, 1));
        (await market.StockOf(line.VariantId)).ShouldBe((8, 0, 2));
        (await komeji.ReturnOf(order.Id)).Offered.ShouldBe(Rupiah.Zero);
        await komeji.As(shop.Owner).Send(new SendReplacement(number, "JX0000000009"));
        await komeji.As(buyer).Send(new ConfirmReplacement(number));

        // What was sent instead may come back in its turn; what never came back may not.
        await komeji.Tell(Returned.Agreed(order, FreightPayer.Seller, new ReturnItem(line.Id, 2)));
        (await komeji.Read(db => db.GoodsReturns.CountAsync())).ShouldBe(2);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Without_a_return_nothing_is_sent_and_the_stock_is_as_before(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (order, buyer, _) = await ReturnTests.Delivered(komeji, market);
        var line = order.Lines[0];
        var before = await market.StockOf(line.VariantId);
        var cause = Returned.Agreed(order, FreightPayer.Seller, new ReturnItem(line.Id, 1, Rupiah.Zero));
        await komeji.Tell(cause);
        await komeji.Tell(new ReplacementAgreed(cause.Cause, cause.CauseId, cause.CauseNumber, order.Id, ReplacementKind.Exchange, [new ReplacementItem(line.Id, 1)], AfterReturn: true));
        await komeji.As(buyer).Send(new WithdrawReturn((await komeji.ReturnOf(order.Id)).Number));
        (await komeji.ReplacementOf(order.Id)).State.ShouldBe(ReplacementState.Failed);
        (await market.StockOf(line.VariantId)).ShouldBe(before);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task Another_product_is_refused_and_repaired_goods_take_no_stock(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (order, _, shop) = await ReturnTests.Delivered(komeji, market);
        var line = order.Lines[0];
        var other = await market.Product(shop);
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Tell(Agreed(order, ReplacementKind.Exchange, 1) with { Items = [new ReplacementItem(line.Id, 1, other)] }))).Code.ShouldBe("replacement.other_product");
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Tell(Agreed(order, ReplacementKind.Missing, 3)))).Code.ShouldBe("replacement.pieces");
        var before = await market.StockOf(line.VariantId);
        await komeji.Tell(Agreed(order, ReplacementKind.SentBack, 1));
        await komeji.As(shop.Owner).Send(new SendReplacement((await komeji.ReplacementOf(order.Id)).Number, "JX0000000009"));
        (await market.StockOf(line.VariantId)).ShouldBe(before);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_reported_as_not_arrived_waits_for_an_officer(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var market = new Market(komeji);
        var (order, buyer, shop) = await ReturnTests.Delivered(komeji, market);
        await komeji.Tell(Agreed(order, ReplacementKind.Missing, 1));
        var number = (await komeji.ReplacementOf(order.Id)).Number;
        await komeji.As(shop.Owner).Send(new SendReplacement(number, "JX0000000009"));
        await komeji.As(buyer).Send(new ReportReplacementNotArrived(number));
        komeji.Clock.Advance(TimeSpan.FromDays(60));
        (await komeji.Run<DueReturns>()).Failures.ShouldBe(0);
        (await komeji.ReplacementOf(order.Id)).State.ShouldBe(ReplacementState.Sent);

        // Whatever the shop shows, an officer decides.
        await komeji.As(shop.Owner).Send(new ProveReplacement(number, "Bu Sri", Stream.Null));
        (await komeji.Send(new ShowReplacement(number, OrderOnlooker.Seller))).Proof.ShouldNotBeNull();
        (await Should.ThrowAsync<RuleBroken>(() => komeji.Send(new ProveReplacement(number, "Bu Sri", Stream.Null)))).Code.ShouldBe("shipment.proof_shown");
        (await komeji.ReplacementOf(order.Id)).State.ShouldBe(ReplacementState.Sent);
        await komeji.As(await market.Person(), Roles.Operator).Send(new DecideReplacement(number, false, "Kurir menghilangkannya"));
        (await komeji.ReplacementOf(order.Id)).State.ShouldBe(ReplacementState.Failed);
        (await komeji.Read(db => db.Shipments.Where(s => s.ReplacementId != null).Select(s => s.State).SingleAsync())).ShouldBe(ShipmentState.Lost);
        var stranger = await market.Person();
        await Should.ThrowAsync<NotFound>(() => komeji.As(stranger).Send(new ShowReplacement(number, OrderOnlooker.Buyer)));
    }

    static ReplacementAgreed Agreed(Order order, ReplacementKind kind, int pieces) =>
        new(ReturnCause.Complaint, Guid.CreateVersion7(Returned.Now), "KPL-20261005-AAAAAA", order.Id, kind, [new ReplacementItem(order.Lines[0].Id, pieces)]);
}
