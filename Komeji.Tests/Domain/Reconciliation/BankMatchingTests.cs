using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payouts;
using Komeji.Domain.Reconciliation;
using Komeji.Domain.Taxes;

namespace Komeji.Tests.Domain.Reconciliation;

public sealed class BankMatchingTests
{
    static readonly DateTimeOffset Now = new(2026, 10, 5, 2, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Monday = new(2026, 10, 5);

    [Theory]
    [InlineData("MIDTRANS-20261005", "", true)]
    [InlineData("", "SETTLEMENT midtrans 2026/10/05 KE REK", true)]
    [InlineData("", "SETTLEMENT MIDTRANS 2026-10-06", false)]
    [InlineData("2026", "", false)]
    public void A_line_names_a_journal_by_its_id_however_the_bank_writes_it(string reference, string text, bool named) =>
        BankMatching.Names(Line(reference, 1, text), "settle:midtrans-2026-10-05").ShouldBe(named);

    [Fact]
    public void A_short_id_counts_only_as_the_whole_reference()
    {
        BankMatching.Names(Line("1234", 1), "sweep:1234").ShouldBeTrue();
        BankMatching.Names(Line("", 1, "TRANSFER 1234"), "sweep:1234").ShouldBeFalse();
    }

    /// <summary>What the bank paid, took for it and sent back, in lines that all hold the payout's number: each by its amount.</summary>
    [Fact]
    public void A_payout_its_charge_and_its_return_are_found_by_its_number()
    {
        var payout = Payout.Request("CAIR-20261005-7KQ2MD", StoreId.New(Now), new Rupiah(103_000), new PayoutAccount("BCA", "******7890", "segel", "sidik", "Sri Wahyuni"), null, Actor.System, Now);
        OpenEntry[] entries =
        [
            new(1, PostingRules.PayoutSent(payout, Now).Key, Monday, new Rupiah(-103_000)),
            new(2, PostingRules.PayoutCharged(payout, PayoutAttemptId.New(Now), new Rupiah(2_500), Now).Key, Monday, new Rupiah(-2_500)),
            new(3, PostingRules.PayoutReturned(payout, Now).Key, Monday, new Rupiah(103_000)),
        ];
        BankLine[] lines = [Line("", 103_000, "RETUR CAIR20261005 7KQ2MD"), Line("CAIR-20261005-7KQ2MD", -103_000), Line("", -2_500, "BY TRF CAIR-20261005-7KQ2MD")];
        BankMatching.Of(lines, entries, 3).Select(m => (m.Entry?.Id, m.Doubt)).ShouldBe([((long?)3, BankDoubt.None), ((long?)1, BankDoubt.None), ((long?)2, BankDoubt.None)]);
    }

    [Fact]
    public void Tax_paid_to_the_State_is_found_by_the_States_number()
    {
        var (one, other, paid) = (new UserId(Guid.CreateVersion7(Now)), new UserId(Guid.CreateVersion7(Now.AddDays(1))), Now.AddDays(40));
        var remittance = TaxRemittance.Prepare(new TaxMonth(TaxKind.ServiceFeeVat, "2026-10"), new Rupiah(140), 0, one, "keuangan", "2026-11", paid);
        remittance.Confirm("0123456789ABCDEF", new DateOnly(2026, 11, 10), new Rupiah(140), other, "keuangan", paid);
        BankMatching.Names(Line("", -140, "MPN G3 NTPN 01234567 89ABCDEF"), PostingRules.TaxRemitted(remittance, paid, paid).Key).ShouldBeTrue();
    }

    [Fact]
    public void Only_what_is_beyond_doubt_is_matched()
    {
        var (sure, other, nothing) = (Line("BRI-0001", -33_500), Line("BRI-0002", -20_000), Line("BUNGA", 125));
        var twice = new[] { Line("BRI-0003", -7_000), Line("BRI-0003", -7_000) };
        OpenEntry[] entries =
        [
            new(1, "refund-transfer:r1:BRI-0001", Monday, new Rupiah(-33_500)), new(2, "refund-transfer:r2:BRI-0002", Monday, new Rupiah(-21_000)),
            new(3, "refund-transfer:r3:BRI-0003", Monday, new Rupiah(-7_000)),
        ];
        BankMatching.Of([sure, other, nothing, .. twice], entries, 3).Select(m => (m.Entry?.Id, m.Doubt)).ShouldBe(
            [((long?)1, BankDoubt.None), ((long?)null, BankDoubt.OtherAmount), ((long?)null, BankDoubt.None), ((long?)null, BankDoubt.SeveralFit), ((long?)null, BankDoubt.SeveralFit)]);
    }

    [Theory]
    [InlineData(3, true)]
    [InlineData(4, false)]
    public void The_days_must_be_near(int apart, bool matched) =>
        (BankMatching.Of([Line("BRI-0001", -5)], [new OpenEntry(1, "refund-transfer:r:BRI-0001", Monday.AddDays(apart), new Rupiah(-5))], 3)[0].Entry is not null).ShouldBe(matched);

    [Fact]
    public void A_match_has_the_lines_amount_and_is_taken_back_with_a_reason()
    {
        var (line, officer) = (Line("BRI-0001", 300), Actor.Staff(Guid.CreateVersion7(Now), "keuangan"));
        var (a, b) = (LedgerMark.On(1, Now), LedgerMark.On(2, Now));
        Refused(() => line.Match([new LedgerSide(a, new Rupiah(200))], officer, Now)).ShouldBe("reconciliation.amount");
        Refused(() => line.Match([], officer, Now)).ShouldBe("reconciliation.nothing");
        line.Match([new LedgerSide(a, new Rupiah(200)), new LedgerSide(b, new Rupiah(100))], officer, Now);
        (line.State, a.State, b.LineId).ShouldBe((MatchState.Matched, MatchState.Matched, (BankLineId?)line.Id));
        Refused(() => line.Explain(officer, "Sudah cocok sebenarnya", Now)).ShouldBe("reconciliation.illegal_move");
        Refused(() => line.Reopen(officer, "salah", Now)).ShouldBe("reconciliation.reason");
        line.Reopen(officer, "Ternyata transfer lain", Now);
        a.Reopen(officer, "Ternyata transfer lain", Now);
        (line.State, a.State, a.LineId).ShouldBe((MatchState.Open, MatchState.Open, null));
        line.TakeSteps().Select(s => (s.ReasonCode, s.ActorId)).ShouldBe([("matched_by_hand", officer.UserId), ("match_undone", officer.UserId)]);
    }

    static string? Refused(Action act) => RuleBroken.By(act)?.Code;

    static BankLine Line(string reference, long amount, string text = "") =>
        BankLine.Of(BankStatementId.New(Now), 1020, new BankRow(2, Monday, text, new Rupiah(amount), new Rupiah(1_000_000), reference), 1, Now);
}
