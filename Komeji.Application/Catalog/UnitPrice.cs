using Komeji.Domain.Common;

namespace Komeji.Application.Catalog;

/// <summary>What a round measure of the contents costs, so that packs of different size can be compared.</summary>
/// <param name="Measure"><c>100 g</c>, <c>1 kg</c>, <c>100 ml</c>, <c>1 lembar</c>.</param>
public sealed record UnitPrice(Rupiah Price, string Measure)
{
    /// <summary>Null where the contents are not stated or are the measure itself.</summary>
    public static UnitPrice? Of(Rupiah price, int netQuantity, string netUnit)
    {
        if (netQuantity <= 0 || netUnit.Length == 0)
        {
            return null;
        }

        var measure = netUnit is "g" or "ml" ? (netQuantity >= 1_000 ? 1_000 : 100) : 1;
        if (netQuantity == measure)
        {
            return null;
        }

        var words = measure == 1_000 ? (netUnit == "g" ? "1 kg" : "1 liter") : $"{measure} {netUnit}";
        return new UnitPrice(new Rupiah(checked(price.Amount * measure + netQuantity / 2) / netQuantity), words);
    }
}
