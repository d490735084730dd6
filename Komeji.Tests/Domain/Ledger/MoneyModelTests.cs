using Komeji.Tests.Support;
using Xunit.Abstractions;

namespace Komeji.Tests.Domain.Ledger;

/// <summary>
/// Random trade, each step of it booked by the product and reckoned by <see cref="MoneyModel"/>: after each the accounts that moved are the
/// same, journals balance (I1), held money is what the shares say (I4), nothing is overdrawn (I9); and every so often all accounts are the
/// same, the books sum to zero (I2) and hold what came in and did not go out (I13).
/// </summary>
public sealed class MoneyModelTests(ITestOutputHelper output)
{
    const int StepsEach = 2_000;
    const int TriesToShorten = 300;

    static readonly int Walks = TestSize.Of(10, 500);

    [Fact]
    public void Books_and_model_say_the_same_whatever_happens()
    {
        var (seed, rules) = (TestSize.Seed(20_261_005), new SortedSet<string>(StringComparer.Ordinal));
        for (var walk = 0; walk < Walks; walk++)
        {
            var steps = TradeStep.Draw(new Random(seed + walk), StepsEach);
            if (TradeWalk.Run(steps, rules) is { } found)
            {
                var shortest = Shorten(steps[..found.Steps], s => TradeWalk.Run(s, rules)?.Fault);
                Assert.Fail($"KOMEJI_TEST_SEED={seed + walk}, step {found.Steps}: {found.Fault}\nShortened: {string.Join("; ", shortest)}\n{TradeWalk.Run(shortest, rules)?.Fault}");
            }
        }

        output.WriteLine($"seed {seed}, {Walks} walks of {StepsEach} steps");
        rules.ToList().ShouldBe(["P1", "P11", "P12", "P13", "P14", "P15", "P19", "P2", "P3", "P5", "P6", "P7", "P8", "P9"]);
    }

    /// <summary>Without these the comparison would prove nothing: a model that reckons wrongly is found out, by a sequence a person can read.</summary>
    [Theory]
    [InlineData(nameof(ModelMistake.FeeOfTheOrder))]
    [InlineData(nameof(ModelMistake.VatRoundedDown))]
    [InlineData(nameof(ModelMistake.EachByItself))]
    [InlineData(nameof(ModelMistake.ForgetsTheBank))]
    public void A_mistake_is_noticed_and_shown_by_few_steps(string mistake)
    {
        var (kind, rules) = (Enum.Parse<ModelMistake>(mistake), new HashSet<string>());
        var steps = TradeStep.Draw(new Random(20_261_005), 2 * StepsEach, everything: true);
        var found = TradeWalk.Run(steps, rules, kind) ?? throw new InvalidOperationException($"{kind} was not noticed.");
        var shortest = Shorten(steps[..found.Steps], s => TradeWalk.Run(s, rules, kind)?.Fault);
        output.WriteLine($"{kind}: after {found.Steps} steps, {found.Fault}; shortened to {string.Join("; ", shortest)}");
        shortest.Length.ShouldBeLessThan(80);
        TradeWalk.Run(shortest, rules).HasValue.ShouldBeFalse();
    }

    /// <summary>Leaves out ever smaller runs of steps as long as something still goes wrong.</summary>
    static TradeStep[] Shorten(TradeStep[] steps, Func<TradeStep[], string?> fault)
    {
        var tries = 0;
        for (var run = steps.Length / 2; run > 0; run /= 2)
        {
            for (var at = 0; at < steps.Length && tries < TriesToShorten;)
            {
                TradeStep[] without = [.. steps[..at], .. steps[Math.Min(at + run, steps.Length)..]];
                tries++;
                if (fault(without) is null)
                {
                    at += run;
                }
                else
                {
                    steps = without;
                }
            }
        }

        return steps;
    }
}
