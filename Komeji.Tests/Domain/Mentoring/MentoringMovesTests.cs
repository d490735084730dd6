using Komeji.Domain.Common;
using Komeji.Domain.Mentoring;
using Komeji.Domain.Stores;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain.Mentoring;

public sealed class MentoringMovesTests
{
    static readonly DateTimeOffset Now = new(2026, 10, 5, 2, 0, 0, TimeSpan.Zero);
    static readonly UserId Seller = new(new Guid("00000000-0000-0000-0000-000000000001"));
    static readonly UserId Mentor = new(new Guid("00000000-0000-0000-0000-000000000002"));
    static readonly Actor By = Actor.Seller(Seller.Value);

    static MentoringSession Offered(ShopRights covers = ShopRights.Products) =>
        MentoringSession.Offer(Seller, new MentoringOffer("sidik", TimeSpan.FromMinutes(10), covers, 60, false), Now);

    static MentoringSession In(MentoringState state)
    {
        var session = Offered();
        switch (state)
        {
            case MentoringState.Open: session.Begin(Mentor, Now); break;
            case MentoringState.Withdrawn: session.End(By, Now); break;
            case MentoringState.Lapsed: session.RunOut(Now.AddMinutes(10)).ShouldBeTrue(); break;
            case MentoringState.Ended: session.Begin(Mentor, Now); session.End(By, Now); break;
            default: break;
        }

        session.State.ShouldBe(state);
        return session;
    }

    [Fact]
    public void The_diagram_of_the_docs_draws_the_legal_moves() => StateDiagram.ShouldMatch<MentoringState>("mentoring.md", "A session", MentoringMoves.From);

    [Fact]
    public void Every_verb_does_in_every_state_what_the_table_says()
    {
        foreach (var from in Enum.GetValues<MentoringState>())
        {
            var begun = In(from);
            if (from == MentoringState.Waiting)
            {
                begun.Begin(Mentor, Now);
                begun.State.ShouldBe(MentoringState.Open);
            }
            else
            {
                Should.Throw<RuleBroken>(() => begun.Begin(Mentor, Now)).Code.ShouldBe("mentoring.state");
            }

            var ended = In(from);
            if (from is MentoringState.Waiting or MentoringState.Open)
            {
                ended.End(By, Now);
                MentoringMoves.From(from).ShouldContain(ended.State);
            }
            else
            {
                Should.Throw<RuleBroken>(() => ended.End(By, Now)).Code.ShouldBe("mentoring.state");
            }

            In(from).RunOut(Now.AddHours(2)).ShouldBe(from is MentoringState.Waiting or MentoringState.Open);
        }
    }

    [Fact]
    public void It_lasts_as_long_as_was_said_and_no_longer()
    {
        var session = In(MentoringState.Open);
        session.Until.ShouldBe(Now.AddMinutes(60));
        session.IsOpen(Now.AddMinutes(60).AddSeconds(-1)).ShouldBeTrue();
        session.IsOpen(Now.AddMinutes(60)).ShouldBeFalse();
        session.RunOut(Now.AddMinutes(61)).ShouldBeTrue();
        session.EndedAt.ShouldBe(Now.AddMinutes(60));
        Should.Throw<RuleBroken>(() => Offered().Begin(Mentor, Now.AddMinutes(10))).Code.ShouldBe("mentoring.state");
        Should.Throw<RuleBroken>(() => Offered().Begin(Seller, Now)).Code.ShouldBe("mentoring.own");
    }

    [Fact]
    public void It_covers_neither_orders_nor_money_nor_what_only_the_owner_does()
    {
        foreach (var covers in new[] { ShopRights.None, ShopRights.Orders, ShopRights.Money, ShopRights.Own, ShopRights.All, ShopRights.Products | ShopRights.Money })
        {
            Should.Throw<RuleBroken>(() => Offered(covers)).Code.ShouldBe("mentoring.covers");
        }
    }
}
