using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Application.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Returns.Replacements;

/// <summary>The same list as a table to take away.</summary>
public sealed record ExportReplacements(OrderOnlooker Onlooker, bool OnlyOpen, string? Q) : IQuery<IAsyncEnumerable<ReplacementRow>>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, ShopDesk desk) : IRequestHandler<ExportReplacements, IAsyncEnumerable<ReplacementRow>>
    {
        public async Task<IAsyncEnumerable<ReplacementRow>> Handle(ExportReplacements request, CancellationToken cancellationToken)
        {
            var seen = (await db.ReplacementsSeenBy(request.Onlooker, user, desk, cancellationToken)).AsNoTracking();
            return db.Rows(seen, request.OnlyOpen, request.Q).InBatches(CancellationToken.None);
        }
    }
}
