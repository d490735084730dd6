using Komeji.Domain.Common;
using Komeji.Domain.Returns;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain.Returns;

/// <summary>Every verb of every role in every state: where it leads, or that it is refused.</summary>
public sealed class GoodsReturnMovesTests
{
    static readonly DateTimeOffset Now = Returned.Now;
    static readonly DateTimeOffset Later = Now.AddDays(60);

    /// <param name="From">The states it is legal in, and where it leads from there.</param>
    sealed record Verb(string Name, Action<GoodsReturn> Do, params (GoodsReturnState From, GoodsReturnState To)[] From);

    static readonly Verb[] Verbs =
    [
        new("buyer sends", g => g.Send(Orders.Buyer, Returned.Parcel, null, [], Returned.Terms, Now), (GoodsReturnState.AwaitingReturn, GoodsReturnState.ReturnInTransit)),
        new("buyer plans a drop-off", g => g.PlanDropOff(Orders.Buyer, Returned.Point, "482913", Now), (GoodsReturnState.AwaitingReturn, GoodsReturnState.AwaitingReturn)),
        new("buyer keeps it", g => g.Withdraw(Orders.Buyer, Now), (GoodsReturnState.AwaitingReturn, GoodsReturnState.Closed)),
        new("buyer agrees", g => g.Agree(Orders.Buyer, Now), (GoodsReturnState.PartlyAccepted, GoodsReturnState.ReturnReceived)),
        new("buyer objects", g => g.RaiseObjection(Orders.Buyer, byShop: false, "Saya kirim tiga", Returned.Terms, Now), (GoodsReturnState.PartlyAccepted, GoodsReturnState.Objected)),
        new("shop says it came", g => g.Arrive(Orders.Seller, Returned.Terms, Now), (GoodsReturnState.ReturnInTransit, GoodsReturnState.ReturnInTransit)),
        new("shop counts all", g => g.Count(Orders.Seller, Returned.Found(g, 2, 1), "", [], Returned.Terms, Now), (GoodsReturnState.ReturnInTransit, GoodsReturnState.ReturnReceived)),
        new("shop counts fewer", g => g.Count(Orders.Seller, Returned.Found(g, 2), "Kurang satu", ["foto.webp"], Returned.Terms, Now), (GoodsReturnState.ReturnInTransit, GoodsReturnState.PartlyAccepted)),
        new("shop objects", g => g.RaiseObjection(Orders.Seller, byShop: true, "Paketnya kosong", Returned.Terms, Now), (GoodsReturnState.ReturnInTransit, GoodsReturnState.Objected)),
        new("officer decides", g => g.Decide(Orders.Staff, Returned.Found(g, 1), "Menurut foto kedua pihak", Now), (GoodsReturnState.Objected, GoodsReturnState.ReturnReceived)),
        new("keeper takes in", g => g.TakeIn(Returned.Keeper, "482913", "135790", Returned.Terms, Now)),
        new("keeper hands over", g => g.HandOver(Returned.Keeper, "135790", Returned.Terms, Now)),
        new("shop renews the code", g => g.RenewFetchCode(Orders.Seller, "246802", Now)),
    ];

    [Fact]
    public void The_diagram_of_the_docs_draws_the_legal_moves() => StateDiagram.ShouldMatch<GoodsReturnState>("returns.md", "A return", GoodsReturnMoves.From);

    [Fact]
    public void Every_verb_does_in_every_state_what_the_table_says()
    {
        foreach (var verb in Verbs)
        {
            foreach (var from in Enum.GetValues<GoodsReturnState>())
            {
                var goods = Returned.In(from);
                var to = verb.From.Where(m => m.From == from).Select(m => (GoodsReturnState?)m.To).SingleOrDefault();
                if (to is { } reached)
                {
                    verb.Do(goods);
                    goods.State.ShouldBe(reached, $"{verb.Name} in {from}");
                    (reached == from || GoodsReturnMoves.From(from).Contains(reached)).ShouldBeTrue();
                }
                else
                {
                    Should.Throw<RuleBroken>(() => verb.Do(goods), $"{verb.Name} in {from}").Code.ShouldBe("return.illegal_move");
                    goods.State.ShouldBe(from);
                }
            }
        }
    }

    [Fact]
    public void Each_clock_does_what_was_said_and_nothing_before_its_time()
    {
        foreach (var (from, to) in new (GoodsReturnState, GoodsReturnState)[]
        {
            (GoodsReturnState.AwaitingReturn, GoodsReturnState.Closed), (GoodsReturnState.ReturnInTransit, GoodsReturnState.ReturnInTransit),
            (GoodsReturnState.PartlyAccepted, GoodsReturnState.ReturnReceived), (GoodsReturnState.Objected, GoodsReturnState.Objected),
        })
        {
            var goods = Returned.In(from);
            goods.RunOut(Returned.Terms, goods.DueAt!.Value.AddTicks(-1));
            goods.State.ShouldBe(from);
            goods.RunOut(Returned.Terms, goods.DueAt!.Value);
            goods.State.ShouldBe(to, from.ToString());
        }

        foreach (var from in new[] { GoodsReturnState.ReturnReceived, GoodsReturnState.Closed })
        {
            var goods = Returned.In(from);
            goods.DueAt.ShouldBeNull();
            goods.RunOut(Returned.Terms, Later);
            goods.State.ShouldBe(from);
        }
    }

    /// <summary>Five working days for the objection, then one after another, until somebody decides.</summary>
    [Fact]
    public void Who_decides_an_objection_too_late_is_reminded_and_the_clock_goes_on()
    {
        var goods = Returned.In(GoodsReturnState.Objected);
        goods.TakeEvents();
        var due = goods.DueAt!.Value;
        for (var times = 1; times <= 2; times++)
        {
            goods.RunOut(Returned.Terms, due);
            goods.Events.OfType<ReturnOverdue>().Count().ShouldBe(times);
            goods.Clock.ShouldBe(ReturnClock.RemindOffice);
            goods.DueAt.ShouldBe(Returned.Terms.Calendar.AddWorkingDays(due, 1));
            due = goods.DueAt!.Value;
        }

        goods.Decide(Orders.Staff, Returned.Found(goods, 1), "Menurut foto kedua pihak", due);
        (goods.State, goods.DueAt).ShouldBe((GoodsReturnState.ReturnReceived, null));
    }

    [Fact]
    public void Three_days_to_send_and_twice_a_day_to_count()
    {
        var goods = Returned.In(GoodsReturnState.AwaitingReturn);
        goods.DueAt.ShouldBe(Now.AddDays(3));
        goods.Send(Orders.Buyer, Returned.Parcel, null, [], Returned.Terms, Now);
        goods.DueAt.ShouldBe(Now.AddDays(7));
        goods.RunOut(Returned.Terms, Now.AddDays(7));
        goods.Clock.ShouldBe(ReturnClock.ReceiveWhole);
        goods.ArrivedAt.ShouldBe(Now.AddDays(7));
        goods.DueAt.ShouldBe(Now.AddDays(9));
        goods.RunOut(Returned.Terms, Now.AddDays(9));
        (goods.State, goods.Offered).ShouldBe((GoodsReturnState.ReturnReceived, new Rupiah(55_500)));

        // Silence is no word that it can be sold again.
        goods.Lines.Single().Sellable.ShouldBe(0);
    }

    [Fact]
    public void By_a_community_point_both_codes_are_checked()
    {
        var goods = Returned.In(GoodsReturnState.AwaitingReturn);
        goods.PlanDropOff(Orders.Buyer, Returned.Point, "482913", Now);
        goods.TakeIn(Returned.Keeper, "000000", "135790", Returned.Terms, Now).ShouldBeFalse();
        goods.TakeIn(Returned.Keeper, "482 913", "135790", Returned.Terms, Now).ShouldBeTrue();
        (goods.State, goods.IsAtPoint).ShouldBe((GoodsReturnState.ReturnInTransit, true));
        goods.DueAt.ShouldBe(Now.AddDays(3));
        Should.Throw<RuleBroken>(() => goods.Count(Orders.Seller, Returned.Found(goods, 3), "", [], Returned.Terms, Now)).Code.ShouldBe("return.not_fetched");
        Should.Throw<RuleBroken>(() => goods.Arrive(Orders.Seller, Returned.Terms, Now)).Code.ShouldBe("return.not_fetched");
        for (var i = 0; i < GoodsReturn.CodeTries; i++)
        {
            goods.HandOver(Returned.Keeper, "000000", Returned.Terms, Now).ShouldBeFalse();
        }

        Should.Throw<RuleBroken>(() => goods.HandOver(Returned.Keeper, "135790", Returned.Terms, Now)).Code.ShouldBe("return.locked");
        goods.RenewFetchCode(Orders.Seller, "246802", Now);
        goods.HandOver(Returned.Keeper, "246802", Returned.Terms, Now.AddHours(1)).ShouldBeTrue();
        goods.IsAtPoint.ShouldBeFalse();
        goods.ArrivedAt.ShouldBe(Now.AddHours(1));
        goods.DueAt.ShouldBe(Now.AddHours(49));
    }

    [Fact]
    public void What_was_counted_as_fetched_is_still_handed_over()
    {
        var goods = Returned.In(GoodsReturnState.AwaitingReturn);
        goods.PlanDropOff(Orders.Buyer, Returned.Point, "482913", Now);
        goods.TakeIn(Returned.Keeper, "482913", "135790", Returned.Terms, Now).ShouldBeTrue();
        goods.RunOut(Returned.Terms, Now.AddDays(3));
        goods.RunOut(Returned.Terms, Now.AddDays(5));
        goods.State.ShouldBe(GoodsReturnState.ReturnReceived);
        goods.HandOver(Returned.Keeper, "135790", Returned.Terms, Now.AddDays(6)).ShouldBeTrue();
        goods.State.ShouldBe(GoodsReturnState.ReturnReceived);
    }
}
