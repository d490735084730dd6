using Komeji.Domain.Common;
using Komeji.Domain.Reconciliation;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain.Reconciliation;

/// <summary>Lines of a bank are one chain, whatever files they come in.</summary>
public sealed class BankChainTests
{
    const int Account = 1020;

    static readonly DateTimeOffset Now = new(2026, 10, 5, 2, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Monday = new(2026, 10, 5);
    static readonly BankStatementId Statement = BankStatementId.New(Now);

    [Fact]
    public void The_diagram_of_the_docs_draws_the_legal_moves() => StateDiagram.ShouldMatch<MatchState>("reconciliation.md", "How a line stands", MatchMoves.From);

    [Fact]
    public void A_balance_that_does_not_follow_and_a_day_that_goes_back_are_named_by_their_rows()
    {
        var extension = BankChain.Extend([], [Row(2, 0, 100, 100), Row(3, 0, 50, 160), Row(4, 1, -10, 150), Row(5, 0, 5, 155)]);
        extension.Faults.Select(f => f.Row).ShouldBe([3, 5]);
        extension.Added.ShouldBeEmpty();
    }

    [Fact]
    public void A_gap_before_or_after_what_is_kept_is_refused()
    {
        var kept = Kept(Row(2, 2, 100, 1_100));
        BankChain.Extend(kept, [Row(2, 4, 10, 1_210)]).Faults.Single().Row.ShouldBe(2);
        BankChain.Extend(kept, [Row(2, 0, 10, 900), Row(3, 1, 5, 905)]).Faults.Single().Row.ShouldBe(3);
        BankChain.Extend(kept, [Row(2, 4, 10, 1_110)]).Faults.ShouldBeEmpty();
        BankChain.Extend(kept, [Row(2, 0, 10, 1_000)]).Faults.ShouldBeEmpty();
    }

    [Fact]
    public void Another_line_in_the_place_of_a_kept_one_and_a_line_left_out_are_refused()
    {
        var kept = Kept(Row(2, 0, 100, 100), Row(3, 0, 50, 150), Row(4, 1, -50, 100), Row(5, 2, 1, 101));
        BankChain.Extend(kept, [Row(2, 0, 100, 100), Row(3, 0, 40, 140)]).Faults.Single().Row.ShouldBe(3, "another amount");
        BankChain.Extend(kept, [Row(2, 0, 100, 100), Row(3, 2, 1, 101)]).Faults.Select(f => f.Row).ShouldContain(3, "a whole day is left out");
        BankChain.Extend(kept, [Row(2, 0, 50, 150), Row(3, 1, -50, 100)]).Faults.ShouldNotBeEmpty("it begins within a day");
    }

    /// <summary>The same line may come twice on a day: what a bank tells twice is kept twice, what is imported twice is kept once.</summary>
    [Fact]
    public void Lines_that_look_the_same_are_told_apart_by_their_place_in_the_day()
    {
        BankRow[] day = [Row(2, 0, 100, 100), Row(3, 0, -100, 0), Row(4, 0, 100, 100), Row(5, 0, -100, 0)];
        var kept = Kept(day);
        BankChain.Extend(kept, day).Added.ShouldBeEmpty();
        BankChain.Extend(kept, [.. day, Row(6, 0, 100, 100), Row(7, 0, -100, 0)]).Added.Select(a => a.Number).ShouldBe([5, 6]);
    }

    [Fact]
    public void Whatever_order_overlapping_statements_come_in_the_same_lines_are_kept()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var random = new Random(seed);
            var history = History(random);
            var waiting = Statements(random, history).ToArray();
            random.Shuffle(waiting);
            var kept = new List<BankLine>();
            for (var left = waiting.ToList(); left.Count > 0;)
            {
                var refused = left.Where(rows => !Import(kept, rows)).ToList();
                refused.Count.ShouldBeLessThan(left.Count, $"seed {seed}");
                left = refused;
            }

            kept.OrderBy(l => l.Day).ThenBy(l => l.Number).Select(l => (l.Day, l.Amount, l.Balance)).ShouldBe(history.Select(r => (r.Day, r.Amount, r.Balance)), $"seed {seed}");
            waiting.ShouldAllBe(rows => Import(kept, rows));
            kept.Count.ShouldBe(history.Count, $"seed {seed}, once more");
        }
    }

    static bool Import(List<BankLine> kept, IReadOnlyList<BankRow> rows)
    {
        var (first, last) = (rows[0].Day, rows[^1].Day);
        var chain = kept.OrderBy(l => l.Day).ThenBy(l => l.Number).ToList();
        List<BankLine> near = [.. chain.Where(l => l.Day < first).TakeLast(1), .. chain.Where(l => l.Day >= first && l.Day <= last), .. chain.Where(l => l.Day > last).Take(1)];
        var extension = BankChain.Extend(near, rows);
        kept.AddRange(extension.Added.Select(a => BankLine.Of(Statement, Account, a.Row, a.Number, Now)));
        return extension.Faults.Count == 0;
    }

    /// <summary>Few amounts, so that lines repeat and days that come to nothing are common.</summary>
    static List<BankRow> History(Random random)
    {
        var rows = new List<BankRow>();
        for (var day = 0; day < 8; day++)
        {
            for (var line = random.Next(0, 4); line > 0; line--)
            {
                var amount = random.Next(2) == 0 ? 100 : -100;
                rows.Add(Row(rows.Count + 2, day, amount, (rows.Count > 0 ? rows[^1].Balance.Amount : 1_000) + amount));
            }
        }

        return rows.Count > 0 ? rows : [Row(2, 0, 100, 1_100)];
    }

    /// <summary>Each begins with a day, some end within one; together they hold all, and none leaves a gap to the next.</summary>
    static List<IReadOnlyList<BankRow>> Statements(Random random, List<BankRow> history)
    {
        var days = history.GroupBy(r => r.Day).Select(g => g.ToList()).ToList();
        var statements = new List<IReadOnlyList<BankRow>>();
        for (var (begin, done) = (0, false); !done;)
        {
            var to = random.Next(begin, days.Count);
            done = to == days.Count - 1;
            var cut = done ? 0 : random.Next(days[to].Count);
            List<BankRow> rows = [.. days.Skip(begin).Take(to - begin + 1).SelectMany(d => d)];
            statements.Add([.. rows.SkipLast(cut)]);
            begin = cut > 0 ? to : Math.Min(days.Count - 1, to + random.Next(2));
        }

        return statements;
    }

    static List<BankLine> Kept(params BankRow[] rows) =>
        [.. rows.GroupBy(r => r.Day).SelectMany(day => day.Select((row, at) => BankLine.Of(Statement, Account, row, at + 1, Now)))];

    static BankRow Row(int row, int day, long amount, long balance) => new(row, Monday.AddDays(day), "Mutasi", new Rupiah(amount), new Rupiah(balance), "");
}
