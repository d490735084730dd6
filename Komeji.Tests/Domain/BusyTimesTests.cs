using FsCheck;
using FsCheck.Fluent;
using Komeji.Domain.Ordering;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain;

public sealed class BusyTimesTests
{
    [Theory]
    [InlineData(0, 2, 0)] // Ends as the first begins.
    [InlineData(0, 3, 1)]
    [InlineData(2, 6, 2)] // For one hour the first and the second.
    [InlineData(6, 9, 1)] // The second goes on until eight, the third begins then.
    [InlineData(0, 12, 2)]
    [InlineData(10, 12, 0)]
    public void The_most_at_one_moment_counts(int from, int until, int most)
    {
        BusyTime[] taken = [Hours(2, 5), Hours(4, 8), Hours(8, 10)];
        taken.MostAtOnce(Hours(from, until)).ShouldBe(most);
    }

    /// <summary>Asked hour by hour it is the same.</summary>
    [Fact]
    public void It_is_the_fullest_hour_of_the_time() =>
        Prop.ForAll(
            (from taken in Gen.ListOf(from start in Gen.Choose(0, 20) from length in Gen.Choose(1, 8) select Hours(start, start + length))
             from start in Gen.Choose(0, 20)
             from length in Gen.Choose(1, 8)
             select (taken, start, length)).ToArbitrary(),
            c => c.taken.MostAtOnce(Hours(c.start, c.start + c.length))
                == Enumerable.Range(c.start, c.length).Max(hour => c.taken.Count(t => t.Overlaps(Hours(hour, hour + 1))))).QuickCheckThrowOnFailure();

    static BusyTime Hours(int from, int until) => new(Orders.Monday.AddHours(from), Orders.Monday.AddHours(until));
}
