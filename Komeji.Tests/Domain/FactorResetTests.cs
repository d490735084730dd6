using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain;

public sealed class FactorResetTests
{
    const string Reason = "Sudah dihubungi lewat telepon";

    static readonly DateTimeOffset Now = new(2026, 10, 5, 2, 0, 0, TimeSpan.Zero);
    static readonly DateTimeOffset Later = Now.AddDays(1);
    static readonly Actor Maya = Actor.Staff(new Guid("00000000-0000-0000-0000-000000000001"), Roles.Admin);
    static readonly Actor Budi = Actor.Staff(new Guid("00000000-0000-0000-0000-000000000002"), Roles.Admin);
    static readonly Guid Owner = new("00000000-0000-0000-0000-000000000003");

    static FactorReset Asked(int approvals = 2) => FactorReset.Ask(Owner, approvals, TimeSpan.FromDays(1), Now);

    [Fact]
    public void The_diagram_of_the_docs_draws_the_legal_moves() => StateDiagram.ShouldMatch<FactorResetState>("accounts.md", "A lost second factor", FactorResetMoves.From);

    [Fact]
    public void Every_move_that_is_not_listed_is_refused()
    {
        var acts = new Dictionary<FactorResetState, Action<FactorReset>>
        {
            [FactorResetState.Done] = r => r.Finish(0, Later),
            [FactorResetState.Refused] = r => r.Refuse(Maya, Reason, Later),
            [FactorResetState.Cancelled] = r => r.Cancel(Maya, "cancelled", Later),
        };
        foreach (var (from, reach) in acts)
        {
            foreach (var (_, again) in acts)
            {
                var reset = Asked(0);
                reach(reset);
                reset.State.ShouldBe(from);
                Should.Throw<RuleBroken>(() => again(reset)).Code.ShouldBe("factor_reset.ended");
                Should.Throw<RuleBroken>(() => reset.Approve(Maya, Reason, Later)).Code.ShouldBe("factor_reset.ended");
            }
        }
    }

    [Theory]
    [InlineData(true, true, 2)]
    [InlineData(true, false, 2)]
    [InlineData(false, true, 1)]
    [InlineData(false, false, 0)]
    public void Power_over_others_asks_for_more_eyes(bool staff, bool shop, int eyes) => FactorReset.ApprovalsFor(staff, shop).ShouldBe(eyes);

    [Fact]
    public void Staff_need_two_different_administrators_and_the_time()
    {
        var reset = Asked();
        Should.Throw<RuleBroken>(() => reset.Approve(Actor.Staff(Owner, Roles.Admin), Reason, Now)).Code.ShouldBe("factor_reset.self");
        Should.Throw<RuleBroken>(() => reset.Approve(Maya, " ", Now)).Code.ShouldBe("factor_reset.reason_required");
        reset.Approve(Maya, Reason, Now);
        Should.Throw<RuleBroken>(() => reset.Approve(Maya, Reason, Now)).Code.ShouldBe("factor_reset.twice");
        reset.IsRipe(2, Later).ShouldBeFalse();
        reset.Approve(Budi, Reason, Now);
        reset.IsRipe(2, Later.AddTicks(-1)).ShouldBeFalse();
        Should.Throw<RuleBroken>(() => reset.Finish(2, Later.AddTicks(-1))).Code.ShouldBe("factor_reset.not_ripe");
        reset.Finish(2, Later);
        reset.State.ShouldBe(FactorResetState.Done);
        reset.NewSteps.Select(s => s.ReasonCode).ShouldBe(["asked", "approved", "approved", "done"]);
    }

    /// <summary>A role taken back meanwhile does not lower what was asked for; one given raises it.</summary>
    [Fact]
    public void The_greater_need_counts()
    {
        Asked(2).IsRipe(0, Later).ShouldBeFalse();
        Asked(0).IsRipe(2, Later).ShouldBeFalse();
        Asked(0).IsRipe(0, Later).ShouldBeTrue();
    }
}
