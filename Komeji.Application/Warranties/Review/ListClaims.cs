using Komeji.Application.Common;
using MediatR;

namespace Komeji.Application.Warranties.Review;

/// <summary>Claims as the cooperative's officers see them: those to decide, by their deadline, or any other group.</summary>
public sealed record ListClaims(ClaimGroup Group, string? Search, int Page) : IQuery<PageOf<ClaimRow>>
{
    const int PageSize = 30;

    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ListClaims, PageOf<ClaimRow>>
    {
        public Task<PageOf<ClaimRow>> Handle(ListClaims request, CancellationToken cancellationToken) =>
            db.Rows(db.WarrantyClaims.Submitted().Of(request.Group), request.Search, newestFirst: request.Group is ClaimGroup.Over or ClaimGroup.All)
                .ToPage(request.Page, PageSize, cancellationToken);
    }
}
