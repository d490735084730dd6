using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Returns;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Returns.Points;

/// <summary>Returned goods at the points a keeper keeps: what waits for its shop, then what buyers will bring, one page of both.</summary>
/// <param name="Q">Part of a return's number or a shop's name.</param>
public sealed record ShowPointReturns(string? Q, int Page) : IQuery<PageOf<PointReturn>>
{
    const int PageSize = 30;

    internal sealed class Handler(IKomejiDb db, ICurrentUser user) : IRequestHandler<ShowPointReturns, PageOf<PointReturn>>
    {
        /// <exception cref="NotFound">The person keeps no point.</exception>
        public async Task<PageOf<PointReturn>> Handle(ShowPointReturns request, CancellationToken cancellationToken)
        {
            var keeper = user.Require();
            if (!await db.PickupPoints.AnyAsync(p => p.Keepers.Any(k => k.UserId == keeper), cancellationToken))
            {
                throw new NotFound();
            }

            var returns = db.GoodsReturns.AsNoTracking().KeptBy(keeper, db.PickupPoints)
                .Where(r => (r.State == GoodsReturnState.AwaitingReturn && r.DropCode != null) || (r.AtPointAt != null && r.FetchedAt == null));
            return await Searched(returns, request.Q).OrderBy(r => r.AtPointAt == null).ThenBy(r => r.OpenedAt).ThenBy(r => r.Id)
                .Select(r => new PointReturn(
                    r.Number,
                    db.Stores.Where(s => s.Id == r.StoreId).Select(s => s.Name).First(),
                    db.PickupPoints.Where(p => p.Id == r.PointId).Select(p => p.Name).First(),
                    r.Lines.Sum(l => l.Pieces),
                    r.AtPointAt,
                    r.CodeFailures >= GoodsReturn.CodeTries,
                    r.DueAt))
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
            return returns.Where(r => r.Number.ToLower().Contains(folded) || db.Stores.Any(s => s.Id == r.StoreId && s.Name.ToLower().Contains(folded)));
        }
#pragma warning restore CA1304, CA1311, CA1862
    }
}

/// <param name="Since">Since when it lies at the point; null while the buyer has it.</param>
/// <param name="Locked">Five wrong codes: whose code it is makes another.</param>
/// <param name="Until">When the next thing happens by itself.</param>
public sealed record PointReturn(string Number, string StoreName, string Point, int Pieces, DateTimeOffset? Since, bool Locked, DateTimeOffset? Until);
