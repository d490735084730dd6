using Komeji.Domain.Common;
using Komeji.Domain.Stores;

namespace Komeji.Tests.Domain.Stores;

public sealed class FeeScheduleTests
{
    static readonly DateTimeOffset Now = new(2026, 11, 2, 3, 0, 0, TimeSpan.Zero);
    static readonly FeeVersion Original = new(FeeSchedule.Original, new BasisPoints(500), DateTimeOffset.MinValue, DateTimeOffset.MinValue, DateTimeOffset.MinValue);
    static readonly FeeVersion Raised = new("1", new BasisPoints(600), Now, Now, Now.AddDays(20));
    static readonly FeeVersion Cut = new("2", new BasisPoints(400), Now.AddDays(5), Now.AddDays(1), Now.AddDays(21));

    [Fact]
    public void A_raise_waits_for_the_answer_of_a_shop_that_was_there_before()
    {
        var schedule = Of([Original, Raised], openedAt: Now.AddDays(-1));
        schedule.InForce(Now.AddDays(19)).ShouldBe(Original);
        schedule.Standing(Raised, Now).ShouldBe(FeeStanding.AwaitsAnswer);
        schedule.Open(Now).ShouldBe([Raised]);
    }

    [Fact]
    public void Silence_counts_as_agreement_when_the_time_to_object_is_over()
    {
        var schedule = Of([Original, Raised], openedAt: Now.AddDays(-1));
        schedule.InForce(Raised.LapsesAt).ShouldBe(Raised);
        schedule.Standing(Original, Raised.LapsesAt).ShouldBe(FeeStanding.Past);
        schedule.Open(Raised.LapsesAt).ShouldBeEmpty();
    }

    [Fact]
    public void Who_agreed_pays_it_from_its_day_on_and_no_day_before()
    {
        var coming = Raised with { From = Now.AddDays(10) };
        var schedule = Of([Original, coming], Now.AddDays(-1), ("1", true));
        schedule.InForce(Now.AddDays(9)).ShouldBe(Original);
        schedule.Standing(coming, Now).ShouldBe(FeeStanding.Coming);
        schedule.InForce(Now.AddDays(10)).ShouldBe(coming);
    }

    [Fact]
    public void Who_objected_keeps_the_fee_it_had_however_long()
    {
        var schedule = Of([Original, Raised], Now.AddDays(-1), ("1", false));
        schedule.InForce(Now.AddYears(1)).ShouldBe(Original);
        schedule.Standing(Raised, Now.AddYears(1)).ShouldBe(FeeStanding.ObjectedTo);
    }

    [Fact]
    public void A_shop_that_opens_later_takes_the_fee_it_finds() =>
        Of([Original, Raised], openedAt: Now).InForce(Now).ShouldBe(Raised);

    [Fact]
    public void A_cut_needs_no_agreement_and_ends_what_was_objected_to()
    {
        var schedule = Of([Original, Raised, Cut], Now.AddDays(-1), ("1", false));
        schedule.Standing(Cut, Now.AddDays(2)).ShouldBe(FeeStanding.Coming);
        schedule.InForce(Cut.From).ShouldBe(Cut);
        schedule.Standing(Raised, Cut.From).ShouldBe(FeeStanding.Past);
    }

    [Fact]
    public void What_is_lower_than_the_last_but_higher_than_the_shop_pays_is_a_raise_for_it()
    {
        var less = new FeeVersion("2", new BasisPoints(550), Now.AddDays(5), Now.AddDays(1), Now.AddDays(21));
        var schedule = Of([Original, Raised, less], Now.AddDays(-1), ("1", false));
        schedule.InForce(less.From).ShouldBe(Original);
        schedule.Standing(less, less.From).ShouldBe(FeeStanding.AwaitsAnswer);
        schedule.Standing(Raised, less.From).ShouldBe(FeeStanding.Past);
    }

    static FeeSchedule Of(IReadOnlyList<FeeVersion> versions, DateTimeOffset openedAt, params (string Version, bool Agreed)[] answers) =>
        new(versions, openedAt, answers.ToDictionary(a => a.Version, a => a.Agreed));
}
