using Komeji.Domain.Common;
using Komeji.Domain.Reconciliation;

namespace Komeji.Tests.Domain.Reconciliation;

/// <summary>The rows of a provider's report beside the books; the golden case is of docs/domain/ledger.md.</summary>
public sealed class SettlementTests
{
    static readonly DateTimeOffset Now = new(2026, 10, 6, 2, 0, 0, TimeSpan.Zero);
    static readonly DateOnly Tuesday = new(2026, 10, 6);

    [Theory]
    // Gross and fee as reported, gross and cost as booked; then the finding and what is booked as rounding.
    [InlineData(33_500, 234, 33_500, 234, SettlementFinding.AsBooked, 0)]
    [InlineData(33_500, 235, 33_500, 234, SettlementFinding.Rounded, 1)]
    [InlineData(33_500, 233, 33_500, 234, SettlementFinding.Rounded, -1)]
    [InlineData(33_500, 236, 33_500, 234, SettlementFinding.OtherCost, 0)]
    [InlineData(33_000, 234, 33_500, 234, SettlementFinding.OtherAmount, 0)]
    [InlineData(-10_000, 0, -10_000, 0, SettlementFinding.AsBooked, 0)]
    [InlineData(-10_000, 1, -10_000, 0, SettlementFinding.OtherCost, 0)]
    public void A_row_is_as_booked_a_rupiah_off_or_waits_for_an_officer(long gross, long fee, long bookedGross, long cost, SettlementFinding finding, long rounding)
    {
        var line = Line(Row(2, "trx_1", gross, fee), new BookedSide(new Rupiah(bookedGross), new Rupiah(cost)));
        (line.Finding, line.Rounding.Amount).ShouldBe((finding, rounding));
        line.State.ShouldBe(finding is SettlementFinding.AsBooked or SettlementFinding.Rounded ? MatchState.Matched : MatchState.Open);
    }

    [Fact]
    public void What_the_books_do_not_know_waits() =>
        Line(Row(2, "trx_1", 33_500, 234), new BookedSide(null, Rupiah.Zero)).Finding.ShouldBe(SettlementFinding.Unknown);

    [Fact]
    public void A_day_that_is_kept_is_the_same_or_refused_and_a_payment_is_reported_once()
    {
        SettlementRow[] day = [Row(2, "trx_1", 33_500, 234), Row(3, "trx_2", 20_000, 140)];
        List<SettlementLine> kept = [.. day.Select(r => Line(r, new BookedSide(r.Gross, r.Fee)))];
        var again = SettlementRows.New([day[1], day[0]], kept);
        (again.Added.Count, again.Faults.Count).ShouldBe((0, 0));
        SettlementRows.New([day[0]], kept).Faults.Single().Row.ShouldBe(2, "one is missing");
        SettlementRows.New([day[0], Row(3, "trx_2", 21_000, 140)], kept).Faults.ShouldHaveSingleItem("another amount");
        SettlementRows.New([Row(2, "trx_3", 5, 0), Row(3, "trx_3", 5, 0)], []).Faults.Single().Row.ShouldBe(3, "twice in a file");
        SettlementRows.New([Row(2, "trx_1", 33_500, 234, 1)], kept).Faults.Single().Row.ShouldBe(2, "on another day");
        SettlementRows.New([Row(2, "trx_4", -5, 0, 1)], []).Faults.Single().Row.ShouldBe(2, "below zero");
        SettlementRows.New([Row(2, "trx_5", 10, 0, 1), Row(3, "trx_5", -5, 0, 1), Row(4, "trx_5", -5, 0, 1)], kept).Added.Count.ShouldBe(3, "two refunds of a payment");
    }

    static SettlementRow Row(int row, string transaction, long gross, long fee, int later = 0) =>
        new(row, "pesanan", transaction, new Rupiah(gross), new Rupiah(fee), new Rupiah(gross - fee), Tuesday.AddDays(later));

    static SettlementLine Line(SettlementRow row, BookedSide booked) =>
        SettlementLine.Of(SettlementReport.Import("midtrans", "laporan.csv", new UserId(Guid.CreateVersion7(Now)), [row], [row], Now), row, booked, Now);
}
