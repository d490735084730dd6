using Komeji.Application.Common;
using MediatR;

namespace Komeji.Application.Warranties.Review;

/// <summary>Claims as the officers see them, as a table to take away.</summary>
public sealed record ExportClaims(ClaimGroup Group, string? Search) : IQuery<IAsyncEnumerable<ClaimRow>>
{
    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ExportClaims, IAsyncEnumerable<ClaimRow>>
    {
        public Task<IAsyncEnumerable<ClaimRow>> Handle(ExportClaims request, CancellationToken cancellationToken) =>
            Task.FromResult(db.Rows(db.WarrantyClaims.Submitted().Of(request.Group), request.Search, newestFirst: false).InBatches(CancellationToken.None));
    }
}
