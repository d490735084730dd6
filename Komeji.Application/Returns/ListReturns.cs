using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Application.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Returns;

/// <summary>Returns of the buyer, of the shop, or all for the staff.</summary>
/// <param name="Q">Part of the number of a return, its complaint or its order.</param>
public sealed record ListReturns(OrderOnlooker Onlooker, ReturnTab Tab, string? Q, int Page) : IQuery<PageOf<ReturnRow>>
{
    const int PageSize = 20;

    internal sealed class Handler(IKomejiDb db, ICurrentUser user, ShopDesk desk) : IRequestHandler<ListReturns, PageOf<ReturnRow>>
    {
        public async Task<PageOf<ReturnRow>> Handle(ListReturns request, CancellationToken cancellationToken)
        {
            var seen = (await db.ReturnsSeenBy(request.Onlooker, user, desk, cancellationToken)).AsNoTracking();
            return await db.Rows(seen, request.Tab, request.Q).ToPage(request.Page, PageSize, cancellationToken);
        }
    }
}
