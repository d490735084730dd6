using Komeji.Application.Common;
using Komeji.Domain.Returns;

namespace Komeji.Application.Returns.Replacements;

/// <summary>What is sent again as rows of a list: what waits with the nearest deadline on top, and what was reported as not arrived above all, then the newest.</summary>
static class ReplacementRows
{
    /// <param name="seen">Those the reader may see.</param>
    /// <param name="onlyOpen">What has not come to an end.</param>
    public static IQueryable<ReplacementRow> Rows(this IKomejiDb db, IQueryable<Replacement> seen, bool onlyOpen, string? q)
    {
        var found = Searched(db, seen, q);
        var inOrder = onlyOpen
            ? found.Where(r => r.EndedAt == null).OrderBy(r => r.NotArrivedAt == null).ThenBy(r => r.DueAt == null).ThenBy(r => r.DueAt).ThenBy(r => r.Id)
            : found.OrderByDescending(r => r.OpenedAt).ThenByDescending(r => r.Id);
        return inOrder.Select(r => new ReplacementRow(
            r.Number, r.Kind, r.State, r.Cause, r.CauseNumber,
            db.Orders.Where(o => o.Id == r.OrderId).Select(o => o.Number).First(),
            db.Orders.Where(o => o.Id == r.OrderId).Select(o => o.StoreName).First(),
            r.Lines.Sum(l => l.Pieces), r.NotArrivedAt != null && r.EndedAt == null, r.OpenedAt, r.DueAt));
    }

#pragma warning disable CA1304, CA1311, CA1862 // The database folds the case.
    static IQueryable<Replacement> Searched(IKomejiDb db, IQueryable<Replacement> replacements, string? q)
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

/// <param name="NotArrived">The buyer says that it has not come: an officer looks.</param>
/// <param name="Deadline">When the next thing happens by itself.</param>
public sealed record ReplacementRow(string Number, ReplacementKind Kind, ReplacementState State, ReturnCause Cause, string CauseNumber, string Order, string StoreName, int Pieces, bool NotArrived, DateTimeOffset OpenedAt, DateTimeOffset? Deadline);
