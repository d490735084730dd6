using Komeji.Application.Common;
using Komeji.Domain.Regions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Regions;

/// <summary>What a person has told the region picker so far: words, a chosen code, or a way down the lists.</summary>
/// <param name="Code">The chosen radio: a village, or a district on the way to one.</param>
public sealed record RegionHints(string? Q = null, string? Code = null, string? Province = null, string? Regency = null, string? District = null);

/// <summary>What the picker shows next.</summary>
/// <param name="Chosen">The village, when one is chosen.</param>
/// <param name="Matches">What the words found.</param>
/// <param name="Villages">Of the district that was reached.</param>
public sealed record RegionPicker(
    string? Q,
    RegionMatch? Chosen,
    IReadOnlyList<RegionMatch> Matches,
    RegionMatch? District,
    IReadOnlyList<RegionMatch> Provinces,
    IReadOnlyList<RegionMatch> Regencies,
    IReadOnlyList<RegionMatch> Districts,
    IReadOnlyList<RegionMatch> Villages,
    string? Province,
    string? Regency)
{
    public bool SearchedInVain => Matches.Count == 0 && !string.IsNullOrWhiteSpace(Q);

    /// <summary>The lists are in use.</summary>
    public bool ByList => Province is not null;
}

/// <summary>
/// The next state of the region picker, by search or by the lists of provinces, regencies and districts. A code that is not below
/// the one before it is forgotten, so that another province starts the way anew.
/// </summary>
public sealed record PickRegion(RegionHints Hints) : IQuery<RegionPicker>
{
    internal sealed class Handler(IKomejiDb db) : IRequestHandler<PickRegion, RegionPicker>
    {
        public async Task<RegionPicker> Handle(PickRegion request, CancellationToken cancellationToken)
        {
            var hints = request.Hints;
            var picked = Region.IsCode(hints.Code) ? await Find(hints.Code!, cancellationToken) : null;
            var chosen = picked?.Level == RegionLevel.Village ? picked : null;
            if (picked?.Level == RegionLevel.District)
            {
                hints = hints with { Province = picked.Code[..2], Regency = picked.Code[..5], District = picked.Code };
            }

            var provinces = await db.ChildrenOf(null, cancellationToken);
            var province = Among(provinces, hints.Province);
            var regencies = await Below(province, cancellationToken);
            var regency = Among(regencies, hints.Regency);
            var districts = await Below(regency, cancellationToken);
            var district = Among(districts, hints.District);
            return new RegionPicker(
                hints.Q?.Trim(),
                chosen,
                await db.FindRegions(hints.Q, [RegionLevel.District, RegionLevel.Village], cancellationToken),
                district,
                provinces,
                regencies,
                districts,
                await Below(district, cancellationToken),
                province?.Code,
                regency?.Code);
        }

        Task<RegionMatch?> Find(string code, CancellationToken cancellationToken) =>
            db.Regions.AsNoTracking().Where(r => r.Code == code).AsMatches().SingleOrDefaultAsync(cancellationToken);

        async Task<IReadOnlyList<RegionMatch>> Below(RegionMatch? parent, CancellationToken cancellationToken) =>
            parent is null ? [] : await db.ChildrenOf(parent.Code, cancellationToken);

        static RegionMatch? Among(IReadOnlyList<RegionMatch> regions, string? code) => regions.FirstOrDefault(r => r.Code == code);
    }
}
