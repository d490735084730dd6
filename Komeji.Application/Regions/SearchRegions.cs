using Komeji.Application.Common;
using Komeji.Domain.Regions;
using MediatR;

namespace Komeji.Application.Regions;

/// <summary>Finds regions by words: "tambak sura" finds Tambaksari, Kota Surabaya.</summary>
/// <param name="Levels">Only these levels; all when none is given.</param>
public sealed record SearchRegions(string? Q, params RegionLevel[] Levels) : IQuery<IReadOnlyList<RegionMatch>>
{
    /// <summary>Shorter words match too much of the country to help.</summary>
    public const int LeastLetters = 3;
    public const int Most = 20;

    internal sealed class Handler(IKomejiDb db) : IRequestHandler<SearchRegions, IReadOnlyList<RegionMatch>>
    {
        public Task<IReadOnlyList<RegionMatch>> Handle(SearchRegions request, CancellationToken cancellationToken) =>
            db.FindRegions(request.Q, request.Levels, cancellationToken);
    }
}
