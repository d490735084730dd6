using Komeji.Application.Common;
using Komeji.Application.Ordering;
using Komeji.Application.Stores;
using Komeji.Domain.Returns;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Returns;

/// <summary>The views of a list of returns.</summary>
public enum ReturnTab
{
    Open,
    Objected,
    Ended,
    All,
}

/// <summary>Returns of the buyer, of the shop, or all for the staff: what waits with the nearest deadline on top, the rest with the newest on top.</summary>
/// <param name="Q">Part of the number of a return, its complaint or its order.</param>
public sealed record ListReturns(OrderOnlooker Onlooker, ReturnTab Tab, string? Q, int Page) : IQuery<PageOf<ReturnRow>>
{
    const int PageSize = 20;

    internal sealed class Handler(IKomejiDb db, ICurrentUser user, ShopDesk desk) : IRequestHandler<ListReturns, PageOf<ReturnRow>>
    {
        public async Task<PageOf<ReturnRow>> Handle(ListReturns request, CancellationToken cancellationToken)
        {
            var seen = (await db.ReturnsSeenBy(request.Onlooker, user, desk, cancellationToken)).AsNoTracking();
            var states = StatesOf(request.Tab).ToList();
            var chosen = Searched(seen.Where(r => states.Contains(r.State)), request.Q);
            var inOrder = request.Tab is ReturnTab.Open or ReturnTab.Objected
                ? chosen.OrderBy(r => r.DueAt == null).ThenBy(r => r.DueAt).ThenBy(r => r.Id)
                : chosen.OrderByDescending(r => r.OpenedAt).ThenByDescending(r => r.Id);
            return await inOrder.Select(r => new ReturnRow(
                    r.Number, r.State, r.Cause, r.CauseNumber,
                    db.Orders.Where(o => o.Id == r.OrderId).Select(o => o.Number).First(),
                    db.Orders.Where(o => o.Id == r.OrderId).Select(o => o.StoreName).First(),
                    r.Lines.Sum(l => l.Pieces), r.OpenedAt, r.DueAt))
                .ToPage(request.Page, PageSize, cancellationToken);
        }

#pragma warning disable CA1304, CA1311, CA1862 // The database folds the case.
        IQueryable<GoodsReturn> Searched(IQueryable<GoodsReturn> returns, string? q)
        {
            if (q?.Trim() is not { Length: > 0 and <= 100 } words)
            {
                return returns;
            }

            var folded = words.ToLowerInvariant();
            return returns.Where(r => r.Number.ToLower().Contains(folded) || r.CauseNumber.ToLower().Contains(folded) || db.Orders.Any(o => o.Id == r.OrderId && o.Number.ToLower().Contains(folded)));
        }
#pragma warning restore CA1304, CA1311, CA1862

        static IEnumerable<GoodsReturnState> StatesOf(ReturnTab tab) => tab switch
        {
            ReturnTab.Open => [GoodsReturnState.AwaitingReturn, GoodsReturnState.ReturnInTransit, GoodsReturnState.PartlyAccepted, GoodsReturnState.Objected],
            ReturnTab.Objected => [GoodsReturnState.Objected],
            ReturnTab.Ended => [GoodsReturnState.ReturnReceived, GoodsReturnState.Closed],
            _ => Enum.GetValues<GoodsReturnState>(),
        };
    }
}

/// <param name="Deadline">When the next thing happens by itself.</param>
public sealed record ReturnRow(string Number, GoodsReturnState State, ReturnCause Cause, string CauseNumber, string Order, string StoreName, int Pieces, DateTimeOffset OpenedAt, DateTimeOffset? Deadline);
