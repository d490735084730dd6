using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Application.Stores;
using Komeji.Domain.Returns;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Returns.Replacements;

/// <summary>What the shop sends again: what waits with the nearest deadline on top, and what was reported as not arrived above all, then the newest.</summary>
/// <param name="OnlyOpen">What has not come to an end.</param>
public sealed record ListReplacements(OrderOnlooker Onlooker, bool OnlyOpen, string? Q, int Page) : IQuery<PageOf<ReplacementRow>>
{
    const int PageSize = 20;

    internal sealed class Handler(IKomejiDb db, ICurrentUser user, ShopDesk desk) : IRequestHandler<ListReplacements, PageOf<ReplacementRow>>
    {
        public async Task<PageOf<ReplacementRow>> Handle(ListReplacements request, CancellationToken cancellationToken)
        {
            var seen = Searched((await db.ReplacementsSeenBy(request.Onlooker, user, desk, cancellationToken)).AsNoTracking(), request.Q);
            var inOrder = request.OnlyOpen
                ? seen.Where(r => r.EndedAt == null).OrderBy(r => r.NotArrivedAt == null).ThenBy(r => r.DueAt == null).ThenBy(r => r.DueAt).ThenBy(r => r.Id)
                : seen.OrderByDescending(r => r.OpenedAt).ThenByDescending(r => r.Id);
            return await inOrder.Select(r => new ReplacementRow(
                    r.Number, r.Kind, r.State, r.Cause, r.CauseNumber,
                    db.Orders.Where(o => o.Id == r.OrderId).Select(o => o.Number).First(),
                    db.Orders.Where(o => o.Id == r.OrderId).Select(o => o.StoreName).First(),
                    r.Lines.Sum(l => l.Pieces), r.NotArrivedAt != null && r.EndedAt == null, r.OpenedAt, r.DueAt))
                .ToPage(request.Page, PageSize, cancellationToken);
        }

#pragma warning disable CA1304, CA1311, CA1862 // The database folds the case.
        IQueryable<Replacement> Searched(IQueryable<Replacement> replacements, string? q)
        {
            if (q?.Trim() is not { Length: > 0 and <= 100 } words)
            {
                return replacements;
            }

            var folded = words.ToLowerInvariant();
            return replacements.Where(r => r.Number.ToLower().Contains(folded) || r.CauseNumber.ToLower().Contains(folded) || db.Orders.Any(o => o.Id == r.OrderId && o.Number.ToLower().Contains(folded)));
        }
#pragma warning restore CA1304, CA1311, CA1862
    }
}

/// <param name="NotArrived">The buyer says that it has not come: an officer looks.</param>
/// <param name="Deadline">When the next thing happens by itself.</param>
public sealed record ReplacementRow(string Number, ReplacementKind Kind, ReplacementState State, ReturnCause Cause, string CauseNumber, string Order, string StoreName, int Pieces, bool NotArrived, DateTimeOffset OpenedAt, DateTimeOffset? Deadline);
