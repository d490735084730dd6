using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Application.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Returns;

/// <summary>The same list as a table to take away.</summary>
public sealed record ExportReturns(OrderOnlooker Onlooker, ReturnTab Tab, string? Q) : IQuery<IAsyncEnumerable<ReturnRow>>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, ShopDesk desk) : IRequestHandler<ExportReturns, IAsyncEnumerable<ReturnRow>>
    {
        public async Task<IAsyncEnumerable<ReturnRow>> Handle(ExportReturns request, CancellationToken cancellationToken)
        {
            var seen = (await db.ReturnsSeenBy(request.Onlooker, user, desk, cancellationToken)).AsNoTracking();
            return db.Rows(seen, request.Tab, request.Q).InBatches(CancellationToken.None);
        }
    }
}
