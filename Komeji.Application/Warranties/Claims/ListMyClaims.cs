using Komeji.Application.Common;
using MediatR;

namespace Komeji.Application.Warranties.Claims;

/// <summary>The buyer's claims, drafts too, the newest first.</summary>
public sealed record ListMyClaims(int Page) : IQuery<PageOf<ClaimRow>>
{
    const int PageSize = 12;

    internal sealed class Handler(IKomejiDb db, ICurrentUser user) : IRequestHandler<ListMyClaims, PageOf<ClaimRow>>
    {
        public Task<PageOf<ClaimRow>> Handle(ListMyClaims request, CancellationToken cancellationToken) =>
            db.Rows(db.WarrantyClaims.MadeBy(user.Require()), null, newestFirst: true).ToPage(request.Page, PageSize, cancellationToken);
    }
}
