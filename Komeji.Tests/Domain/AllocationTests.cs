using FsCheck;
using FsCheck.Fluent;
using Komeji.Domain.Common;

namespace Komeji.Tests.Domain;

public sealed class AllocationTests
{
    [Fact]
    public void Shares_a_net_fee_of_1041_as_the_golden_case_says() =>
        Allocation.Allocate(new Rupiah(1_041), [6_000, 2_500, 1_000, 500], 0).Select(r => r.Amount).ShouldBe([625, 260, 104, 52]);

    [Fact]
    public void Parts_sum_to_the_whole_and_are_within_one_rupiah() =>
        Prop.ForAll(
            (from total in Gen.Choose(0, 2_000_000_000)
             from weights in Gen.ListOf(Gen.Choose(0, 10_000)).Where(w => w.Any(x => x > 0))
             from sequence in Gen.Choose(0, int.MaxValue)
             select (total, weights, sequence)).ToArbitrary(),
            c =>
            {
                var weights = c.weights.Select(w => (long)w).ToList();
                var parts = Allocation.Allocate(new Rupiah(c.total), weights, c.sequence);
                var sum = weights.Sum();
                return parts.Sum(p => p.Amount) == c.total
                    && parts.Zip(weights).All(x => Math.Abs(x.First.Amount - (decimal)c.total * x.Second / sum) < 1)
                    && parts.Zip(weights).All(x => x.Second > 0 || x.First.IsZero);
            }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_tie_goes_round_with_the_order_sequence() =>
        Enumerable.Range(0, 64).Select(s => Array.FindIndex(Allocation.Allocate(new Rupiah(1), [1, 1, 1], s), p => p.Amount == 1))
            .Distinct().Order().ShouldBe([0, 1, 2]);
}
