using Komeji.Domain.Common;

namespace Komeji.Domain.Taxes;

/// <summary>What makes the cooperative owe a tax at all.</summary>
public enum TaxDutyKind
{
    /// <summary>Pengusaha Kena Pajak: its service fee carries PPN.</summary>
    TaxableEntrepreneur,

    /// <summary>Appointed by the tax office to withhold PPh 22 from sellers.</summary>
    Collector,
}

/// <summary>
/// A letter of the tax office that puts a duty on the cooperative, or takes it off. Rows are only added: the one that began last counts,
/// of these the one recorded last. Without any the duty is not there.
/// </summary>
public sealed class TaxDuty
{
    TaxDuty() { }

    public long Id { get; private set; }
    public TaxDutyKind Kind { get; private set; }

    /// <summary>False: the duty ends.</summary>
    public bool Begins { get; private set; }

    /// <summary>Of the letter.</summary>
    public string Number { get; private set; } = "";
    public DateOnly LetterOn { get; private set; }

    /// <summary>The first day (WIB) it counts.</summary>
    public DateOnly From { get; private set; }
    public string Reason { get; private set; } = "";
    public Guid SetBy { get; private set; }
    public DateTimeOffset SetAt { get; private set; }

    /// <exception cref="RuleBroken"><c>tax.letter_date</c>, <c>tax.reason</c></exception>
    public static TaxDuty Record(TaxDutyKind kind, bool begins, string number, DateOnly letterOn, DateOnly from, string reason, UserId by, DateTimeOffset now)
    {
        var (letter, why) = TaxWords.Reasons(number, reason);
        if (letterOn > Wib.DayOf(now) || from < letterOn)
        {
            throw new RuleBroken("tax.letter_date", "Tanggal surat paling lambat hari ini, dan tanggal berlaku paling cepat tanggal suratnya.");
        }

        return new TaxDuty { Kind = kind, Begins = begins, Number = letter, LetterOn = letterOn, From = from, Reason = why, SetBy = by.Value, SetAt = now };
    }

    /// <returns>The letter the cooperative has this duty by on the day; null when it has not.</returns>
    public static TaxDuty? InForce(IEnumerable<TaxDuty> duties, TaxDutyKind kind, DateOnly day) =>
        duties.Where(d => d.Kind == kind && d.From <= day).OrderByDescending(d => d.From).ThenByDescending(d => d.Id).FirstOrDefault() is { Begins: true } held ? held : null;
}
