using Komeji.Application.Common;
using Komeji.Application.Reconciliation;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Reconciliation;
using Komeji.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Tests.Application.Reconciliation;

/// <summary>Lines at the bank and the journals of its account: matched beyond doubt, by hand, or explained, and what is left.</summary>
public sealed class MatchBankLinesTests
{
    const string Head = BankDeskOfTests.Head;
    const string Reason = "Bunga bank, dibukukan akhir bulan";

    static readonly DateTimeOffset First = new(2026, 10, 1, 3, 0, 0, TimeSpan.Zero);

    [Theory, OnSqlite, OnPostgres]
    public async Task What_is_beyond_doubt_is_matched_and_the_rest_is_listed(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var desk = new BankDeskOfTests(komeji);
        await desk.Settled("PO-20261001", 100_000, First);
        await desk.Settled("PO-20261002", 70_000, First.AddDays(1));
        await desk.Settled("PO-20261003", 5_000, First.AddDays(2));
        await desk.Settled("PO-BELUM-ADA", 9_000, First.AddDays(3));
        await desk.Keep(Head
            + "2026-10-01;SETTLEMENT PO 20261001;100000;;100000;\r\n"
            + "2026-10-02;SETTLEMENT;69000;;169000;PO-20261002\r\n"
            + "2026-10-03;SETTLEMENT PO-20261003;5000;;174000;\r\n"
            + "2026-10-03;SETTLEMENT PO-20261003 ULANG;5000;;179000;\r\n"
            + "2026-10-04;BUNGA;125;;179125;\r\n");
        (await desk.Lines()).Select(l => (l.State, l.Doubt)).ShouldBe(
        [
            (MatchState.Matched, BankDoubt.None), (MatchState.Open, BankDoubt.OtherAmount), (MatchState.Open, BankDoubt.SeveralFit), (MatchState.Open, BankDoubt.SeveralFit), (MatchState.Open, BankDoubt.None),
        ]);
        (await desk.Waiting(DifferenceKind.Amounts)).ShouldBe(["SETTLEMENT"]);
        (await desk.Waiting(DifferenceKind.AtTheBank)).ShouldBe(["SETTLEMENT PO-20261003", "SETTLEMENT PO-20261003 ULANG", "BUNGA"]);
        (await desk.Waiting(DifferenceKind.InTheBooks)).ShouldBeEmpty("all are young");

        komeji.Clock.Advance(TimeSpan.FromDays(4));
        (await desk.Komeji.Send(new ListDifferences(DifferenceKind.InTheBooks))).Rows.Select(r => r.Amount.Amount).ShouldBe([70_000L, 5_000L, 9_000L]);
        (await desk.Komeji.Send(new ListDifferences(DifferenceKind.InTheBooks, Account: 1021))).Total.ShouldBe(0);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task A_journal_that_comes_after_its_line_is_matched_by_the_next_run(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var desk = new BankDeskOfTests(komeji);
        await desk.Keep(Head + "2026-10-01;SETTLEMENT PO-20261001;100000;;100000;\r\n");
        await desk.Settled("PO-20261001", 100_000, First.AddDays(2));
        await desk.Komeji.RunJob("cocokkan-rekening");
        (await desk.Lines()).Single().State.ShouldBe(MatchState.Matched);
        (await komeji.Read(db => db.StateChanges.SingleAsync(c => c.Subject == BankLine.Kind))).ActorRole.ShouldBe("sistem");

        await desk.Komeji.Send(new ReopenBankLine((await desk.Lines()).Single().Id, "Ternyata setoran lain"));
        await desk.Komeji.Run<BankLinesToMatch>();
        (await desk.Lines()).Single().State.ShouldBe(MatchState.Open, "what an officer took back is left to people");
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_officer_matches_several_journals_undoes_it_and_explains(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var desk = new BankDeskOfTests(komeji);
        var (a, b) = (await desk.Settled("SATU", 60_000, First), await desk.Settled("DUA", 40_000, First));
        await desk.Keep(Head + "2026-10-01;GABUNGAN;100000;;100000;\r\n");
        var line = (await desk.Lines()).Single().Id;
        (await Refused(() => desk.Komeji.Send(new MatchByHand(line, [a])))).ShouldBe("reconciliation.amount");
        (await Refused(() => desk.Komeji.Send(new MatchByHand(line, [])))).ShouldBe("reconciliation.nothing");
        await Should.ThrowAsync<NotFound>(() => desk.Komeji.Send(new MatchByHand(line, [a, 999_999])));

        await desk.Komeji.Send(new MatchByHand(line, [a, b, a]));
        (await desk.Komeji.Send(new ShowBankLine(line))).ShouldSatisfyAllConditions(p => p.State.ShouldBe(MatchState.Matched), p => p.Entries.Select(e => e.Id).Order().ShouldBe([a, b]));
        (await desk.Komeji.Send(new ShowLedgerEntry(a))).Line.ShouldBe((BankLineId?)line);
        (await Refused(() => desk.Komeji.Send(new ReopenLedgerEntry(a, Reason)))).ShouldBe("reconciliation.not_explained");

        await desk.Komeji.Send(new ReopenBankLine(line, "Ternyata dua setoran lain"));
        (await desk.Komeji.Send(new ShowLedgerEntry(b))).ShouldSatisfyAllConditions(p => p.State.ShouldBe(MatchState.Open), p => p.Line.ShouldBeNull());
        await desk.Komeji.Send(new ExplainBankLine(line, Reason));
        await desk.Komeji.Send(new ExplainLedgerEntry(a, Reason));
        (await Refused(() => desk.Komeji.Send(new MatchByHand(line, [a, b])))).ShouldBe("reconciliation.illegal_move");
        (await desk.Waiting(DifferenceKind.AtTheBank)).ShouldBeEmpty();
        (await desk.Waiting(DifferenceKind.AtTheBank, explained: true)).ShouldBe(["GABUNGAN"]);
        (await desk.Komeji.Send(new ShowBankLine(line))).Steps.Select(s => (s.ReasonCode, s.Note)).ShouldBe(
            [("matched_by_hand", ""), ("match_undone", "Ternyata dua setoran lain"), ("explained", Reason)]);
    }

    [Theory, OnSqlite, OnPostgres]
    public async Task An_entry_is_matched_with_one_line_only(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var desk = new BankDeskOfTests(komeji);
        var entry = await desk.Settled("SATU", 5_000, First);
        await desk.Keep(Head + "2026-10-01;SETOR;5000;;5000;\r\n2026-10-01;SETOR;5000;;10000;\r\n");
        var lines = await desk.Lines();
        await desk.Komeji.Send(new MatchByHand(lines[0].Id, [entry]));
        (await Refused(() => desk.Komeji.Send(new MatchByHand(lines[1].Id, [entry])))).ShouldBe("reconciliation.illegal_move");
        (await desk.Lines())[1].State.ShouldBe(MatchState.Open);
    }

    /// <summary>
    /// Bank 1.000 before the first line, then 100.000 matched, 125 open, 70 explained: 101.195. Books 100.000 matched on the same day, 40.000
    /// open, 300 matched with a line of the day after. Difference 101.195 − 140.300 = −39.105 = 1.000 + 70 + (100.000 − 100.300) + 125 − 40.000.
    /// </summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task The_position_says_why_bank_and_books_differ(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var desk = new BankDeskOfTests(komeji);
        await desk.Settled("PO-20261001", 100_000, First);
        await desk.Settled("PO-20261009", 40_000, First);
        await desk.Settled("PO-20261002", 300, First);
        await desk.Keep(Head + "2026-10-01;PO-20261001;100000;;101000;\r\n2026-10-01;BUNGA;125;;101125;\r\n2026-10-01;PEMBULATAN;70;;101195;\r\n");
        await desk.Komeji.Send(new ExplainBankLine((await desk.Lines())[2].Id, Reason));
        komeji.Clock.Advance(TimeSpan.FromMinutes(1));
        await desk.Keep(Head + "2026-10-02;PO-20261002;300;;101495;\r\n");
        var statement = (await desk.Komeji.Send(new ListBankStatements())).Rows[^1];
        var position = (await desk.Komeji.Send(new ShowBankStatement(statement.Id))).Position;
        (position.Bank.Amount, position.Books.Amount, position.Difference.Amount).ShouldBe((101_195L, 140_300L, -39_105L));
        (position.Opening.Amount, position.Explained.Amount, position.OnTheWay.Amount, position.OpenLines.Amount, position.OpenEntries.Amount).ShouldBe((1_000L, 70L, -300L, 125L, 40_000L));
        position.Unknown.IsZero.ShouldBeTrue();
    }

    /// <summary>Books that began before the bank's statements: the last second of the day before the first line is nobody's work, the first of its day is.</summary>
    [Theory, OnSqlite, OnPostgres]
    public async Task What_was_booked_before_the_first_line_is_not_missed(Engine engine)
    {
        await using var komeji = await TestKomeji.Create(engine);
        var desk = new BankDeskOfTests(komeji);
        var midnight = new DateTimeOffset(2026, 9, 30, 17, 0, 0, TimeSpan.Zero);
        var old = await desk.Settled("PO-LAMA", 9_000, midnight.AddDays(-30));
        await desk.Settled("PO-AKHIR", 8_000, midnight.AddSeconds(-1));
        await desk.Settled("PO-AWAL", 7_000, midnight);
        komeji.Clock.Advance(TimeSpan.FromDays(10));
        (await desk.Waiting(DifferenceKind.InTheBooks)).ShouldBeEmpty("the bank was not asked yet");

        await desk.Keep(Head + "2026-10-01;BUNGA;125;;125;\r\n");
        (await desk.Komeji.Send(new ListDifferences(DifferenceKind.InTheBooks))).Rows.Select(r => r.Amount.Amount).ShouldBe([7_000L]);
        (await desk.Komeji.Send(new ListDifferences(DifferenceKind.InTheBooks, Account: 1021))).Total.ShouldBe(0);
        await desk.Komeji.Send(new ExplainLedgerEntry(old, Reason));
        (await desk.Waiting(DifferenceKind.InTheBooks, explained: true)).Count.ShouldBe(1);
    }

    static async Task<string> Refused(Func<Task> act) => (await Should.ThrowAsync<RuleBroken>(act)).Code;
}
