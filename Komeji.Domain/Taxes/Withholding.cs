using Komeji.Domain.Common;
using Komeji.Domain.Legal;

namespace Komeji.Domain.Taxes;

/// <summary>Why PPh 22 was withheld of an order, or not.</summary>
public enum WithholdingStanding
{
    /// <summary>No rule or no appointment when it would have arisen.</summary>
    None,
    Withheld,

    /// <summary>The owner's statement of the tax year was on file.</summary>
    WithinBand,
    Exempt,
}

/// <summary>What is frozen on an order at the tax point: the rule it was decided by, and how.</summary>
/// <param name="Rate">Zero where nothing is withheld.</param>
public sealed record Withholding(long RuleId, WithholdingStanding Standing, BasisPoints Rate, Rounding Rounding)
{
    /// <summary>
    /// PMK 37/2025: the statement of this tax year decides, not our own sum of her sales, since the tax office counts every channel;
    /// without one it is withheld from the first rupiah. Bodies never have the free band.
    /// </summary>
    /// <param name="rule">In force on the day.</param>
    /// <param name="form">Null: the seller has not said what her business is.</param>
    /// <param name="papers">What is on file now.</param>
    /// <returns>Null when nobody is appointed, no rule holds, or the tax arises at another moment.</returns>
    public static Withholding? Of(TaxRule? rule, bool isAppointed, TaxPoint point, LegalForm? form, IReadOnlyList<SellerTaxPaper> papers, DateOnly day)
    {
        if (rule is null || !isAppointed || rule.Point != point || rule.Rate.Value == 0)
        {
            return null;
        }

        var standing = SellerTaxPaper.Exemption(papers, day) is not null ? WithholdingStanding.Exempt
            : form == LegalForm.Individual && SellerTaxPaper.LastStatement(papers, day.Year)?.Kind == SellerTaxPaperKind.WithinBand ? WithholdingStanding.WithinBand
            : WithholdingStanding.Withheld;
        return new Withholding(rule.Id, standing, standing == WithholdingStanding.Withheld ? rule.Effective : BasisPoints.Zero, rule.Rounding);
    }
}
