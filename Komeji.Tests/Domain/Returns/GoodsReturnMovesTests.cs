using Komeji.Domain.Common;
using Komeji.Domain.Returns;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain.Returns;

/// <summary>Every verb of every role in every state: where it leads, or that it is refused.</summary>
public sealed class GoodsReturnMovesTests
{
    static readonly DateTimeOffset Now = Returned.Now;
    static readonly DateTimeOffset Later = Now.AddDays(60);

    /// <param name="Who">Whose step it is.</param>
    /// <param name="From">The states it is legal in, and where it leads from there.</param>
    sealed record Verb(string Name, ReturnSide Who, Action<GoodsReturn, Actor> Do, params (GoodsReturnState From, GoodsReturnState To)[] From);

    static readonly Verb[] Verbs =
    [
        new("send", ReturnSide.Buyer, (g, by) => g.Send(by, Returned.Parcel, null, [], Returned.Terms, Now), (GoodsReturnState.AwaitingReturn, GoodsReturnState.ReturnInTransit)),
        new("plan a drop-off", ReturnSide.Buyer, (g, by) => g.PlanDropOff(by, Returned.Point, "482913", Now), (GoodsReturnState.AwaitingReturn, GoodsReturnState.AwaitingReturn)),
        new("keep it", ReturnSide.Buyer, (g, by) => g.Withdraw(by, Now), (GoodsReturnState.AwaitingReturn, GoodsReturnState.Closed)),
        new("agree", ReturnSide.Buyer, (g, by) => g.Agree(by, Now), (GoodsReturnState.PartlyAccepted, GoodsReturnState.ReturnReceived)),
        new("object to the count", ReturnSide.Buyer, (g, by) => g.RaiseObjection(by, byShop: false, "Saya kirim tiga", Returned.Terms, Now), (GoodsReturnState.PartlyAccepted, GoodsReturnState.Objected)),
        new("say it came", ReturnSide.Shop, (g, by) => g.Arrive(by, Returned.Terms, Now), (GoodsReturnState.ReturnInTransit, GoodsReturnState.ReturnInTransit)),
        new("count all", ReturnSide.Shop, (g, by) => g.Count(by, Returned.Found(g, 2, 1), "", [], Returned.Terms, Now), (GoodsReturnState.ReturnInTransit, GoodsReturnState.ReturnReceived)),
        new("count fewer", ReturnSide.Shop, (g, by) => g.Count(by, Returned.Found(g, 2), "Kurang satu", ["foto.webp"], Returned.Terms, Now), (GoodsReturnState.ReturnInTransit, GoodsReturnState.PartlyAccepted)),
        new("object to the parcel", ReturnSide.Shop, (g, by) => g.RaiseObjection(by, byShop: true, "Paketnya kosong", Returned.Terms, Now), (GoodsReturnState.ReturnInTransit, GoodsReturnState.Objected)),
        new("decide", ReturnSide.Officer, (g, by) => g.Decide(by, Returned.Found(g, 1), "Menurut foto kedua pihak", Now), (GoodsReturnState.Objected, GoodsReturnState.ReturnReceived)),
        new("take in", ReturnSide.Keeper, (g, by) => g.TakeIn(by, "482913", "135790", Returned.Terms, Now)),
        new("hand over", ReturnSide.Keeper, (g, by) => g.HandOver(by, "135790", Returned.Terms, Now)),
        new("renew the code", ReturnSide.Shop, (g, by) => g.RenewFetchCode(by, "246802", Now)),
    ];

    [Fact]
    public void The_diagram_of_the_docs_draws_the_legal_moves() => StateDiagram.ShouldMatch<GoodsReturnState>("returns.md", "A return", GoodsReturnMoves.From);

    [Fact]
    public void Every_verb_does_in_every_state_for_every_role_what_the_table_says()
    {
        foreach (var verb in Verbs)
        {
            foreach (var (from, by) in Enum.GetValues<GoodsReturnState>().SelectMany(state => Returned.Everyone.Select(actor => (state, actor))))
            {
                var goods = Returned.In(from);
                goods.TakeSteps();
                var (to, what) = (verb.From.Where(m => m.From == from).Select(m => (GoodsReturnState?)m.To).SingleOrDefault(), $"{verb.Name} in {from} by {by.Role}");
                if (to is { } reached && verb.Who == ReturnSides.Of(by))
                {
                    verb.Do(goods, by);
                    goods.State.ShouldBe(reached, what);
                    (reached == from || GoodsReturnMoves.From(from).Contains(reached)).ShouldBeTrue();
                }
                else
                {
                    Should.Throw<RuleBroken>(() => verb.Do(goods, by), what).Code.ShouldBe(to is null ? "return.illegal_move" : "return.not_yours", what);
                    (goods.State, goods.NewSteps.Count).ShouldBe((from, 0), what);
                }
            }
        }
    }

    /// <summary>Codes are the keeper's to type and the shop's to renew, whoever else knows them.</summary>
    [Fact]
    public void At_a_community_point_only_its_keeper_takes_in_and_hands_over()
    {
        foreach (var other in Returned.Everyone.Where(a => ReturnSides.Of(a) != ReturnSide.Keeper))
        {
            var goods = Returned.In(GoodsReturnState.AwaitingReturn);
            goods.PlanDropOff(Orders.Buyer, Returned.Point, "482913", Now);
            Should.Throw<RuleBroken>(() => goods.TakeIn(other, "482913", "135790", Returned.Terms, Now), other.Role).Code.ShouldBe("return.not_yours");
            goods.TakeIn(Returned.Keeper, "482913", "135790", Returned.Terms, Now).ShouldBeTrue();
            Should.Throw<RuleBroken>(() => goods.HandOver(other, "135790", Returned.Terms, Now), other.Role).Code.ShouldBe("return.not_yours");
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
