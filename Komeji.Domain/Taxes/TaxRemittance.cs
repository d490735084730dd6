using Komeji.Domain.Common;

namespace Komeji.Domain.Taxes;

public enum TaxRemittanceState
{
    /// <summary>One officer says how much is to be paid to the State.</summary>
    Prepared,

    /// <summary>Another paid it, and has the State's number of it (NTPN).</summary>
    Confirmed,
    Dropped,
}

/// <summary>The legal moves of a remittance. docs/domain/taxes.md draws them; a test compares the two.</summary>
public static class TaxRemittanceMoves
{
    public static IReadOnlyList<TaxRemittanceState> From(TaxRemittanceState state) => state switch
    {
        TaxRemittanceState.Prepared => [TaxRemittanceState.Confirmed, TaxRemittanceState.Dropped],
        TaxRemittanceState.Confirmed or TaxRemittanceState.Dropped => [],
        _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
    };
}

/// <summary>The tax of one month on its way to the State: prepared by one officer, paid and recorded by another.</summary>
public sealed class TaxRemittance : StatefulAggregate
{
    public const string Subject = "tax-remittance";
    public const int NtpnLength = 16;

    TaxRemittance() { }

    public TaxRemittanceId Id { get; private set; }
    public TaxKind Tax { get; private set; }

    /// <summary><c>yyyy-MM</c>.</summary>
    public string Month { get; private set; } = "";

    /// <summary>From 1. A second one pays what became owed again after the first.</summary>
    public int Number { get; private set; }
    public Rupiah Amount { get; private set; }
    public TaxRemittanceState State { get; private set; }
    public UserId PreparedBy { get; private set; }
    public DateTimeOffset PreparedAt { get; private set; }
    public UserId? ConfirmedBy { get; private set; }
    public DateTimeOffset? EndedAt { get; private set; }

    /// <summary>Nomor Transaksi Penerimaan Negara; null until it is paid.</summary>
    public string? Ntpn { get; private set; }
    public DateOnly? PaidOn { get; private set; }

    public TaxMonth Of => new(Tax, Month);

    /// <param name="owed">What the books say is owed for the month.</param>
    /// <param name="paidBefore">How many remittances of it were confirmed.</param>
    /// <param name="thisMonth"><c>yyyy-MM</c> in WIB.</param>
    /// <exception cref="RuleBroken"><c>tax.month_open</c>, <c>tax.nothing_owed</c></exception>
    public static TaxRemittance Prepare(TaxMonth month, Rupiah owed, int paidBefore, UserId by, string role, string thisMonth, DateTimeOffset now)
    {
        if (!month.IsOver(thisMonth))
        {
            throw new RuleBroken("tax.month_open", "Masa pajak ini belum berakhir. Setorkan setelah bulannya lewat, agar tidak ada yang tertinggal.");
        }

        if (!owed.IsPositive)
        {
            throw new RuleBroken("tax.nothing_owed", "Tidak ada pajak yang terutang untuk masa ini. Laporkan nihil bila perlu.");
        }

        var remittance = new TaxRemittance
        {
            Id = TaxRemittanceId.New(now),
            Tax = month.Tax,
            Month = month.Month,
            Number = paidBefore + 1,
            Amount = owed,
            State = TaxRemittanceState.Prepared,
            PreparedBy = by,
            PreparedAt = now,
        };
        remittance.Record(new StateChange(Subject, remittance.Id.Value, "", nameof(TaxRemittanceState.Prepared), Actor.Staff(by.Value, role), now, "prepared", owed.ToString()));
        return remittance;
    }

    /// <summary>The State has it. Who prepared it may not say so.</summary>
    /// <param name="owed">What the books say is owed now: what was prepared is in it. What became owed since is remitted next.</param>
    /// <exception cref="RuleBroken"><c>tax.same_officer</c>, <c>tax.ntpn</c>, <c>tax.paid_on</c>, <c>tax.amount_changed</c>, <c>tax.illegal_move</c></exception>
    public void Confirm(string ntpn, DateOnly paidOn, Rupiah owed, UserId by, string role, DateTimeOffset now)
    {
        if (by == PreparedBy)
        {
            throw new RuleBroken("tax.same_officer", "Anda yang menyiapkan setoran ini. Minta petugas keuangan lain membayar dan mencatatnya.");
        }

        var number = string.Concat(ntpn.Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();
        if (number.Length != NtpnLength || !number.All(char.IsAsciiLetterOrDigit))
        {
            throw new RuleBroken("tax.ntpn", $"NTPN terdiri atas {NtpnLength} huruf dan angka, seperti di bukti penerimaan negara.");
        }

        if (paidOn <= Of.LastDay || paidOn > Wib.DayOf(now))
        {
            throw new RuleBroken("tax.paid_on", "Tanggal setor harus sesudah masa pajaknya berakhir dan paling lambat hari ini.");
        }

        if (owed < Amount)
        {
            throw new RuleBroken("tax.amount_changed", $"Pajak terutang masa ini sekarang {owed}, sedangkan yang disiapkan {Amount}. Batalkan, lalu siapkan lagi.");
        }

        Move(TaxRemittanceState.Confirmed, Actor.Staff(by.Value, role), now, "confirmed", number);
        (ConfirmedBy, Ntpn, PaidOn, EndedAt) = (by, number, paidOn, now);
    }

    /// <exception cref="RuleBroken"><c>tax.drop_reason</c>, <c>tax.illegal_move</c></exception>
    public void Drop(string reason, UserId by, string role, DateTimeOffset now)
    {
        if (reason.Trim() is not { Length: >= 3 and <= 500 } why)
        {
            throw new RuleBroken("tax.drop_reason", "Tulis alasannya, 3 sampai 500 huruf.");
        }

        Move(TaxRemittanceState.Dropped, Actor.Staff(by.Value, role), now, "dropped", why);
        EndedAt = now;
    }

    void Move(TaxRemittanceState to, Actor by, DateTimeOffset now, string reasonCode, string note)
    {
        if (!TaxRemittanceMoves.From(State).Contains(to))
        {
            throw new RuleBroken("tax.illegal_move", "Status setoran ini sudah berubah. Muat ulang halaman.");
        }

        Record(new StateChange(Subject, Id.Value, State.ToString(), to.ToString(), by, now, reasonCode, note));
        State = to;
    }
}

/// <summary>Months whose tax the State has, or is being paid: what is taken back of them it owes us.</summary>
public sealed class RemittedTaxes(IEnumerable<TaxMonth> months)
{
    public static readonly RemittedTaxes None = new([]);

    readonly HashSet<TaxMonth> remitted = [.. months];

    public bool Has(TaxKind tax, string month) => remitted.Contains(new TaxMonth(tax, month));
}
