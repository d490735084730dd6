using Komeji.Domain.Common;

namespace Komeji.Domain.Sharing;

/// <summary>Where a community stands, the closest to the seller first.</summary>
public enum CommunityLevel
{
    /// <summary>Komisariat, of a campus.</summary>
    Commissariat,

    /// <summary>Cabang, of a regency or city.</summary>
    Branch,

    /// <summary>Wilayah, of a province.</summary>
    Region,

    /// <summary>Pusat.</summary>
    Centre,
}

/// <summary>Whom an agreement names: the cooperative, whichever community stands at a level, or a fund.</summary>
/// <param name="Level">Null where it is no community.</param>
/// <param name="Fund">Name of the fund; empty where it is none.</param>
public readonly record struct ShareParty(CommunityLevel? Level, string Fund)
{
    public static readonly ShareParty Cooperative = new(null, "");

    public static ShareParty At(CommunityLevel level) => new(level, "");

    /// <summary>Such as <c>pembinaan</c> or <c>cadangan garansi</c>.</summary>
    public static ShareParty FundOf(string name) => new(null, name);

    /// <summary>The cooperative and the funds always are; a seller may have no community at a level.</summary>
    public bool IsAlwaysThere => Level is null;
}

/// <summary>One line of an agreement.</summary>
/// <param name="Instead">Who gets it where no community stands at the level.</param>
public sealed record AgreementLine(ShareParty Party, BasisPoints Rate, ShareParty Instead)
{
    public static AgreementLine Of(ShareParty party, int basisPoints) => new(party, new BasisPoints(basisPoints), ShareParty.Cooperative);
}

/// <summary>What one version of an agreement says of how a net fee is shared. It never changes: another sharing is another version.</summary>
public sealed class AgreementTerms
{
    AgreementTerms(string version, IReadOnlyList<AgreementLine> lines) => (Version, Lines) = (version, lines);

    /// <summary>What an order keeps of it.</summary>
    public string Version { get; }
    public IReadOnlyList<AgreementLine> Lines { get; }

    /// <exception cref="RuleBroken"><c>agreement.rate</c>, <c>agreement.sum</c>, <c>agreement.twice</c>, <c>agreement.instead</c></exception>
    public static AgreementTerms Of(string version, IReadOnlyList<AgreementLine> lines)
    {
        if (lines.Any(l => l.Rate.Value is < 0 or > BasisPoints.Whole))
        {
            throw new RuleBroken("agreement.rate", "Bagian setiap pihak harus antara 0 % dan 100 %.");
        }

        if (lines.Sum(l => l.Rate.Value) != BasisPoints.Whole)
        {
            throw new RuleBroken("agreement.sum", $"Bagian semua pihak harus berjumlah tepat 100 %, bukan {new BasisPoints(lines.Sum(l => l.Rate.Value))}.");
        }

        if (lines.Select(l => l.Party).Distinct().Count() != lines.Count)
        {
            throw new RuleBroken("agreement.twice", "Setiap pihak cukup disebut satu kali. Gabungkan bagiannya.");
        }

        if (lines.Any(l => !l.Party.IsAlwaysThere && !l.Instead.IsAlwaysThere))
        {
            throw new RuleBroken("agreement.instead", "Bagian tingkat yang kosong harus jatuh kepada koperasi atau sebuah dana.");
        }

        return new AgreementTerms(version, [.. lines]);
    }
}

/// <summary>The communities a seller belonged to, one at a level, as they were when the order was paid. It does not follow a later move.</summary>
public sealed class CommunityChain
{
    public static readonly CommunityChain None = new([]);

    readonly Dictionary<CommunityLevel, CommunityId> communities;

    /// <exception cref="ArgumentException">Two communities at one level.</exception>
    public CommunityChain(IEnumerable<(CommunityLevel Level, CommunityId Community)> communities) =>
        this.communities = communities.ToDictionary(c => c.Level, c => c.Community);

    /// <returns>Null where no community stands at the level.</returns>
    public CommunityId? At(CommunityLevel level) => communities.TryGetValue(level, out var community) ? community : null;
}
