using Komeji.Domain.Common;
using Komeji.Domain.Taxes;
using Komeji.Tests.Support;

namespace Komeji.Tests.Domain.Taxes;

public sealed class TaxRemittanceTests
{
    static readonly TaxMonth October = new(TaxKind.ServiceFeeVat, "2026-10");
    static readonly DateTimeOffset November = new(2026, 11, 12, 2, 0, 0, TimeSpan.Zero);
    static readonly UserId One = new(new Guid(5, 0, 0, new byte[8]));
    static readonly UserId Other = new(new Guid(6, 0, 0, new byte[8]));
    static readonly Rupiah Owed = new(140);

    [Fact]
    public void A_remittance_moves_as_docs_draw_it() => StateDiagram.ShouldMatch<TaxRemittanceState>("taxes.md", "Remitting", TaxRemittanceMoves.From);

    [Fact]
    public void One_prepares_and_another_records_the_number_of_the_State()
    {
        var remittance = Prepared();
        remittance.Confirm("0123 4567 89ab cdef", new DateOnly(2026, 11, 12), Owed, Other, "keuangan", November);
        (remittance.State, remittance.Ntpn, remittance.PaidOn, remittance.ConfirmedBy).ShouldBe((TaxRemittanceState.Confirmed, "0123456789ABCDEF", new DateOnly(2026, 11, 12), Other));
        remittance.NewSteps.Select(s => s.ReasonCode).ShouldBe(["prepared", "confirmed"]);
        Should.Throw<RuleBroken>(() => remittance.Drop("Salah jumlah", One, "keuangan", November)).Code.ShouldBe("tax.illegal_move");
    }

    [Fact]
    public void What_must_not_be_recorded_is_refused()
    {
        Refused(r => r.Confirm("0123456789ABCDEF", Day, Owed, One, "keuangan", November)).ShouldBe("tax.same_officer");
        Refused(r => r.Confirm("0123456789ABCDE", Day, Owed, Other, "keuangan", November)).ShouldBe("tax.ntpn");
        Refused(r => r.Confirm("0123456789ABCDE-", Day, Owed, Other, "keuangan", November)).ShouldBe("tax.ntpn");
        Refused(r => r.Confirm("0123456789ABCDEF", new DateOnly(2026, 10, 31), Owed, Other, "keuangan", November)).ShouldBe("tax.paid_on");
        Refused(r => r.Confirm("0123456789ABCDEF", new DateOnly(2026, 11, 13), Owed, Other, "keuangan", November)).ShouldBe("tax.paid_on");
        Refused(r => r.Confirm("0123456789ABCDEF", Day, new Rupiah(98), Other, "keuangan", November)).ShouldBe("tax.amount_changed");
        Refused(r => r.Drop(" ", Other, "keuangan", November)).ShouldBe("tax.drop_reason");
    }

    /// <summary>Money of a dispute came back while the State was being paid: its 42 are remitted next.</summary>
    [Fact]
    public void What_became_owed_since_is_remitted_next()
    {
        var remittance = Prepared();
        remittance.Confirm("0123456789ABCDEF", Day, new Rupiah(182), Other, "keuangan", November);
        (remittance.State, remittance.Amount).ShouldBe((TaxRemittanceState.Confirmed, Owed));
    }

    [Fact]
    public void A_month_that_runs_or_owes_nothing_is_not_remitted()
    {
        Should.Throw<RuleBroken>(() => TaxRemittance.Prepare(October, Owed, 0, One, "keuangan", "2026-10", Orders.Monday)).Code.ShouldBe("tax.month_open");
        Should.Throw<RuleBroken>(() => TaxRemittance.Prepare(October, Rupiah.Zero, 0, One, "keuangan", "2026-11", November)).Code.ShouldBe("tax.nothing_owed");
    }

    [Fact]
    public void A_dropped_one_is_over()
    {
        var remittance = Prepared();
        remittance.Drop("Jumlahnya berubah", One, "keuangan", November);
        Should.Throw<RuleBroken>(() => remittance.Confirm("0123456789ABCDEF", Day, Owed, Other, "keuangan", November)).Code.ShouldBe("tax.illegal_move");
    }

    static readonly DateOnly Day = new(2026, 11, 12);

    static TaxRemittance Prepared() => TaxRemittance.Prepare(October, Owed, 0, One, "keuangan", "2026-11", November);

    static string Refused(Action<TaxRemittance> act) => Should.Throw<RuleBroken>(() => act(Prepared())).Code;
}
