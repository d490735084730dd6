using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Application.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Returns.Replacements;

/// <summary>What the shop sends again, of the shop or all for the staff.</summary>
/// <param name="OnlyOpen">What has not come to an end.</param>
public sealed record ListReplacements(OrderOnlooker Onlooker, bool OnlyOpen, string? Q, int Page) : IQuery<PageOf<ReplacementRow>>
{
    const int PageSize = 20;

    internal sealed class Handler(IKomejiDb db, ICurrentUser user, ShopDesk desk) : IRequestHandler<ListReplacements, PageOf<ReplacementRow>>
    {
        public async Task<PageOf<ReplacementRow>> Handle(ListReplacements request, CancellationToken cancellationToken)
        {
            var seen = (await db.ReplacementsSeenBy(request.Onlooker, user, desk, cancellationToken)).AsNoTracking();
            return await db.Rows(seen, request.OnlyOpen, request.Q).ToPage(request.Page, PageSize, cancellationToken);
        }
    }
}
