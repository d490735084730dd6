using Komeji.Application.Common;
using Komeji.Domain.Returns;

namespace Komeji.Application.Returns;

/// <summary>The views of a list of returns.</summary>
public enum ReturnTab
{
    Open,
    Objected,
    Ended,
    All,
}

/// <summary>Returns as rows of a list: what waits with the nearest deadline on top, the rest with the newest on top.</summary>
static class ReturnRows
{
    /// <param name="seen">Those the reader may see.</param>
    /// <param name="q">Part of the number of a return, its complaint or its order.</param>
    public static IQueryable<ReturnRow> Rows(this IKomejiDb db, IQueryable<GoodsReturn> seen, ReturnTab tab, string? q)
    {
        var states = StatesOf(tab).ToList();
        var chosen = Searched(db, seen.Where(r => states.Contains(r.State)), q);
        var inOrder = tab is ReturnTab.Open or ReturnTab.Objected
            ? chosen.OrderBy(r => r.DueAt == null).ThenBy(r => r.DueAt).ThenBy(r => r.Id)
            : chosen.OrderByDescending(r => r.OpenedAt).ThenByDescending(r => r.Id);
        return inOrder.Select(r => new ReturnRow(
            r.Number, r.State, r.Cause, r.CauseNumber,
            db.Orders.Where(o => o.Id == r.OrderId).Select(o => o.Number).First(),
            db.Orders.Where(o => o.Id == r.OrderId).Select(o => o.StoreName).First(),
            r.Lines.Sum(l => l.Pieces), r.OpenedAt, r.DueAt));
    }

#pragma warning disable CA1304, CA1311, CA1862 // The database folds the case.
    static IQueryable<GoodsReturn> Searched(IKomejiDb db, IQueryable<GoodsReturn> returns, string? q)
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

/// <param name="Deadline">When the next thing happens by itself.</param>
public sealed record ReturnRow(string Number, GoodsReturnState State, ReturnCause Cause, string CauseNumber, string Order, string StoreName, int Pieces, DateTimeOffset OpenedAt, DateTimeOffset? Deadline);
