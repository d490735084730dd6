using FsCheck;
using FsCheck.Fluent;
using Komeji.Domain.Common;
using Komeji.Domain.Sharing;

namespace Komeji.Tests.Domain.Sharing;

/// <summary>The worked cases of docs/domain/sharing.md, by hand; what must hold for any numbers; and that a wrong agreement, rate or chain is noticed.</summary>
public sealed class ShareAllocationTests
{
    static readonly CommunityId Branch = new(new Guid(1, 0, 0, new byte[8]));
    static readonly CommunityId Region = new(new Guid(2, 0, 0, new byte[8]));
    static readonly CommunityId Centre = new(new Guid(3, 0, 0, new byte[8]));
    static readonly CommunityChain Whole = new([(CommunityLevel.Branch, Branch), (CommunityLevel.Region, Region), (CommunityLevel.Centre, Centre)]);
    static readonly CommunityChain WithoutRegion = new([(CommunityLevel.Branch, Branch), (CommunityLevel.Centre, Centre)]);

    static readonly AgreementTerms Usual = AgreementTerms.Of("1",
    [
        AgreementLine.Of(ShareParty.Cooperative, 6_000), AgreementLine.Of(ShareParty.At(CommunityLevel.Branch), 2_500),
        AgreementLine.Of(ShareParty.At(CommunityLevel.Region), 1_000), AgreementLine.Of(ShareParty.At(CommunityLevel.Centre), 500),
    ]);

    /// <summary>Where no region stands its part goes to the fund for mentoring.</summary>
    static readonly AgreementTerms WithFunds = AgreementTerms.Of("2",
    [
        AgreementLine.Of(ShareParty.Cooperative, 5_000), AgreementLine.Of(ShareParty.At(CommunityLevel.Branch), 2_500),
        AgreementLine.Of(ShareParty.At(CommunityLevel.Region), 1_000) with { Instead = ShareParty.FundOf("pembinaan") },
        AgreementLine.Of(ShareParty.FundOf("pembinaan"), 1_000), AgreementLine.Of(ShareParty.FundOf("cadangan garansi"), 500),
    ]);

    /// <summary>Agreement, chain, net fee, order's sequence; then what each gets. Worked by hand in docs/domain/sharing.md.</summary>
    static readonly Case[] Golden =
    [
        new("whole chain", Usual, Whole, 1_041, 7, [(Cooperative, 625), (Of(Branch), 260), (Of(Region), 104), (Of(Centre), 52)]),
        new("part of it taken back", Usual, Whole, 408, 7, [(Cooperative, 245), (Of(Branch), 102), (Of(Region), 41), (Of(Centre), 20)]),
        new("no region", Usual, WithoutRegion, 1_041, 7, [(Cooperative, 729), (Of(Branch), 260), (Of(Centre), 52)]),
        new("no community", Usual, CommunityChain.None, 1_041, 7, [(Cooperative, 1_041)]),
        new("eight rupiah", Usual, Whole, 8, 7, [(Cooperative, 5), (Of(Branch), 2), (Of(Region), 1), (Of(Centre), 0)]),
        new("one rupiah", Usual, Whole, 1, 7, [(Cooperative, 1), (Of(Branch), 0), (Of(Region), 0), (Of(Centre), 0)]),
        new("a tie, to the fund", WithFunds, Whole, 4_244, 7, [(Cooperative, 2_122), (Of(Branch), 1_061), (Of(Region), 424), (Fund("pembinaan"), 425), (Fund("cadangan garansi"), 212)]),
        new("a tie, to the region", WithFunds, Whole, 4_244, 1, [(Cooperative, 2_122), (Of(Branch), 1_061), (Of(Region), 425), (Fund("pembinaan"), 424), (Fund("cadangan garansi"), 212)]),
        new("no region, to the fund", WithFunds, WithoutRegion, 4_244, 7, [(Cooperative, 2_122), (Of(Branch), 1_061), (Fund("pembinaan"), 849), (Fund("cadangan garansi"), 212)]),
    ];

    [Fact]
    public void Shares_as_the_worked_cases_say() => Noticed(c => c).ShouldBeEmpty();

    /// <summary>408 of 1,041 first, then the other 633: together exactly what each had got.</summary>
    [Fact]
    public void Takes_back_by_cumulative_target()
    {
        var allocation = new ShareAllocation(Usual, Whole);
        var first = allocation.Reversal(new Rupiah(408), [], 7);
        Amounts(first).ShouldBe([245, 102, 41, 20]);
        Amounts(allocation.Reversal(new Rupiah(1_041), first, 7)).ShouldBe([380, 158, 63, 32]);
    }

    /// <summary>Nine of ten rupiah: 5.4, 2.25, 0.9, 0.45 → 5, 2, 1, 1. All ten: 6, 2.5, 1, 0.5 → by the tie of sequence 1 to the branch: the centre gets its rupiah back.</summary>
    [Fact]
    public void A_step_may_give_a_rupiah_back()
    {
        var allocation = new ShareAllocation(Usual, Whole);
        var first = allocation.Reversal(new Rupiah(9), [], 1);
        Amounts(first).ShouldBe([5, 2, 1, 1]);
        Amounts(allocation.Reversal(new Rupiah(10), first, 1)).ShouldBe([1, 1, 0, -1]);
        Amounts(allocation.Of(new Rupiah(10), 1)).ShouldBe([6, 3, 1, 0]);
    }

    /// <summary>Sums say nothing of a wrong rate, version or chain: each of these keeps every sum and is noticed by the worked cases.</summary>
    [Fact]
    public void A_wrong_agreement_rate_or_chain_is_noticed()
    {
        var other = new CommunityChain([(CommunityLevel.Branch, new CommunityId(new Guid(9, 0, 0, new byte[8]))), (CommunityLevel.Region, Region), (CommunityLevel.Centre, Centre)]);
        var swapped = new CommunityChain([(CommunityLevel.Branch, Region), (CommunityLevel.Region, Branch), (CommunityLevel.Centre, Centre)]);
        (string What, Func<Case, Case> Mutant, string[] By)[] mutants =
        [
            ("the next version of the agreement", c => c.Terms == Usual ? c with { Terms = WithFunds } : c, ["whole chain", "part of it taken back", "no region", "no community", "eight rupiah", "one rupiah"]),
            ("a rate two hundredths of a percent off", c => c with { Terms = Moved(c.Terms, 2) }, ["whole chain", "a tie, to the fund", "a tie, to the region", "no region, to the fund"]),
            ("an empty level that always falls to the cooperative", c => c with { Terms = AgreementTerms.Of(c.Terms.Version, [.. c.Terms.Lines.Select(l => l with { Instead = ShareParty.Cooperative })]) }, ["no region, to the fund"]),
            ("the branch the seller moved to later", c => c.Chain == Whole ? c with { Chain = other } : c, ["whole chain", "part of it taken back", "eight rupiah", "one rupiah", "a tie, to the fund", "a tie, to the region"]),
            ("levels mixed up", c => c.Chain == Whole ? c with { Chain = swapped } : c, ["whole chain", "part of it taken back", "eight rupiah", "one rupiah", "a tie, to the fund", "a tie, to the region"]),
            ("a level that is passed over", c => c.Chain == Whole ? c with { Chain = WithoutRegion } : c, ["whole chain", "part of it taken back", "eight rupiah", "one rupiah", "a tie, to the fund", "a tie, to the region"]),
            ("another order's turn in a tie", c => c with { Sequence = c.Sequence == 7 ? 1 : 7 }, ["a tie, to the fund", "a tie, to the region"]),
            ("the fee in place of the net fee", c => c with { NetFee = c.NetFee == 1_041 ? 1_275 : c.NetFee }, ["whole chain", "no region", "no community"]),
        ];
        foreach (var (what, mutant, by) in mutants)
        {
            (what, string.Join("; ", Noticed(mutant))).ShouldBe((what, string.Join("; ", by)));
        }
    }

    [Fact]
    public void Refuses_what_is_no_agreement()
    {
        static string Refused(params AgreementLine[] lines) => Should.Throw<RuleBroken>(() => AgreementTerms.Of("1", lines)).Code;
        var branch = ShareParty.At(CommunityLevel.Branch);
        Refused(AgreementLine.Of(ShareParty.Cooperative, 9_999)).ShouldBe("agreement.sum");
        Refused(AgreementLine.Of(ShareParty.Cooperative, 10_001), AgreementLine.Of(branch, -1)).ShouldBe("agreement.rate");
        Refused(AgreementLine.Of(ShareParty.Cooperative, 5_000), AgreementLine.Of(ShareParty.Cooperative, 5_000)).ShouldBe("agreement.twice");
        Refused(AgreementLine.Of(branch, 10_000) with { Instead = ShareParty.At(CommunityLevel.Region) }).ShouldBe("agreement.instead");
        Should.Throw<ArgumentException>(() => new CommunityChain([(CommunityLevel.Branch, Branch), (CommunityLevel.Branch, Region)]).At(CommunityLevel.Branch));
    }

    /// <summary>
    /// By the definition of largest remainder, not by reckoning it again: the parts are floors of their exact shares or one more, they sum to
    /// the whole, and whoever was rounded up had no smaller remainder than whoever was not.
    /// </summary>
    [Fact]
    public void Any_net_fee_is_shared_to_the_last_rupiah() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var (terms, chain, net, sequence) = Any(new Random(seed));
            var parts = new ShareAllocation(terms, chain).Of(new Rupiah(net), sequence);
            var weights = parts.Select(p => terms.Lines.Where(l => Falls(l, chain) == p.Recipient).Sum(l => l.Rate.Value)).ToList();
            var exact = weights.ConvertAll(w => (Floor: (long)((Int128)net * w / 10_000), Remainder: (long)((Int128)net * w % 10_000)));
            var up = parts.Zip(exact).Where(x => x.First.Amount.Amount == x.Second.Floor + 1).Select(x => x.Second.Remainder).DefaultIfEmpty(long.MaxValue).Min();
            var down = parts.Zip(exact).Where(x => x.First.Amount.Amount == x.Second.Floor).Select(x => x.Second.Remainder).DefaultIfEmpty(0).Max();
            return parts.Sum(p => p.Amount.Amount) == net
                && weights.Sum() == 10_000
                && parts.Zip(exact).All(x => x.First.Amount.Amount - x.Second.Floor is 0 or 1)
                && up >= down && up > 0;
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void However_it_is_cut_all_that_was_got_is_given_up() =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue).ToArbitrary(), seed =>
        {
            var random = new Random(seed);
            var (terms, chain, net, sequence) = Any(random);
            var allocation = new ShareAllocation(terms, chain);
            var (back, given) = (0L, new List<Share>());
            while (back < net)
            {
                var more = random.NextInt64(1, net - back + 1);
                var step = allocation.Reversal(new Rupiah(back += more), given, sequence);
                if (step.Sum(s => s.Amount.Amount) != more)
                {
                    return false;
                }

                given.AddRange(step);
            }

            var sums = given.GroupBy(s => s.Recipient).ToDictionary(g => g.Key, g => g.Sum(s => s.Amount.Amount));
            return allocation.Of(new Rupiah(net), sequence).All(s => sums.GetValueOrDefault(s.Recipient) == s.Amount.Amount);
        }).QuickCheckThrowOnFailure();

    /// <summary>Over many orders of the same fee nobody is favoured: of ties each side wins about half.</summary>
    [Fact]
    public void Ties_go_round()
    {
        var even = new ShareAllocation(AgreementTerms.Of("1", [AgreementLine.Of(ShareParty.Cooperative, 5_000), AgreementLine.Of(ShareParty.At(CommunityLevel.Branch), 5_000)]), Whole);
        Enumerable.Range(1, 10_000).Sum(sequence => even.Of(new Rupiah(1), sequence)[0].Amount.Amount).ShouldBeInRange(4_900, 5_100);
    }

    /// <returns>Names of the worked cases that come out otherwise.</returns>
    static List<string> Noticed(Func<Case, Case> mutant) =>
        [.. Golden.Where(c => mutant(c) is var m && !new ShareAllocation(m.Terms, m.Chain).Of(new Rupiah(m.NetFee), m.Sequence)
            .SequenceEqual(c.Parts.Select(p => new Share(p.Recipient, new Rupiah(p.Amount))))).Select(c => c.Name)];

    static IEnumerable<long> Amounts(IReadOnlyList<Share> shares) => shares.Select(s => s.Amount.Amount);

    static AgreementTerms Moved(AgreementTerms terms, int basisPoints) => AgreementTerms.Of(terms.Version,
        [.. terms.Lines.Select((l, i) => i switch
        {
            0 => l with { Rate = new BasisPoints(l.Rate.Value - basisPoints) },
            1 => l with { Rate = new BasisPoints(l.Rate.Value + basisPoints) },
            _ => l,
        })]);

    static ShareRecipient Falls(AgreementLine line, CommunityChain chain)
    {
        var party = line.Party.Level is { } level && chain.At(level) is null ? line.Instead : line.Party;
        return party.Level is { } at ? Of(chain.At(at)!.Value) : Fund(party.Fund);
    }

    static (AgreementTerms Terms, CommunityChain Chain, long Net, long Sequence) Any(Random random)
    {
        var parties = Enum.GetValues<CommunityLevel>().Select(ShareParty.At).Append(ShareParty.FundOf("pembinaan")).Where(_ => random.Next(2) == 0).Prepend(ShareParty.Cooperative).ToList();
        var cuts = parties.Skip(1).Select(_ => random.Next(10_001)).Append(0).Append(10_000).Order().ToList();
        var lines = parties.Select((p, i) => AgreementLine.Of(p, cuts[i + 1] - cuts[i]) with { Instead = random.Next(2) == 0 ? ShareParty.Cooperative : ShareParty.FundOf("cadangan garansi") });
        var chain = Enum.GetValues<CommunityLevel>().Where(_ => random.Next(3) > 0).Select(l => (l, new CommunityId(new Guid((int)l + 1, 0, 0, new byte[8]))));
        return (AgreementTerms.Of("1", [.. lines]), new CommunityChain(chain), random.Next(4) == 0 ? random.Next(20) : random.NextInt64(900_000_000_000_000), random.Next());
    }

    static ShareRecipient Cooperative => ShareRecipient.Cooperative;

    static ShareRecipient Of(CommunityId community) => new(community, "");

    static ShareRecipient Fund(string name) => new(null, name);

    sealed record Case(string Name, AgreementTerms Terms, CommunityChain Chain, long NetFee, long Sequence, (ShareRecipient Recipient, long Amount)[] Parts);
}
