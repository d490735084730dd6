using Komeji.Application.Common;
using Komeji.Domain.Warranties;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Warranties;

/// <summary>Claims by whom they wait for.</summary>
public enum ClaimGroup
{
    /// <summary>Everything that goes on.</summary>
    Open,

    /// <summary>The shop has to answer, receive, look, mend or send back.</summary>
    Shop,
    Buyer,
    Officer,
    Over,
    All,
}

/// <summary>Claims as rows of a list.</summary>
static class ClaimRows
{
    /// <summary>The shop has to do the next thing; one that is on its way is received by it too.</summary>
    static readonly IReadOnlyList<ClaimState> OfShop = [ClaimState.AwaitingAnswer, .. ClaimMoves.AtWork];
    static readonly IReadOnlyList<ClaimState> OfBuyer = [ClaimState.OutOfTerm, ClaimState.Rejected, ClaimState.SentBack];

    public static IQueryable<WarrantyClaim> Of(this IQueryable<WarrantyClaim> claims, ClaimGroup group) => group switch
    {
        ClaimGroup.Open => claims.Where(c => c.EndedAt == null),
        ClaimGroup.Shop => claims.Where(c => OfShop.Contains(c.State) || (c.State == ClaimState.AwaitingGoods && c.SentAt != null)),
        ClaimGroup.Buyer => claims.Where(c => OfBuyer.Contains(c.State) || (c.State == ClaimState.AwaitingGoods && c.SentAt == null)),
        ClaimGroup.Officer => claims.Where(c => c.State == ClaimState.UnderReview),
        ClaimGroup.Over => claims.Where(c => c.EndedAt != null),
        _ => claims,
    };

    public static Task<int> CountRows(this IQueryable<WarrantyClaim> claims, CancellationToken cancellationToken) => claims.CountAsync(cancellationToken);

    public static IQueryable<ClaimRow> Rows(this IKomejiDb db, IQueryable<WarrantyClaim> claims, string? search, bool newestFirst)
    {
        var rows = claims.AsNoTracking().Join(db.WarrantyCards.AsNoTracking(), c => c.CardId, k => k.Id, (c, k) => new ClaimRow
        {
            Number = c.Number,
            CardCode = k.Code,
            OrderNumber = k.OrderNumber,
            StoreName = k.StoreName,
            ProductName = k.ProductName,
            VariantName = k.VariantName,
            PictureKey = k.PictureKey,
            Pieces = c.Pieces,
            State = c.State,
            Cause = c.Cause,
            IsSent = c.SentAt != null,
            Wish = c.Wish,
            Solution = c.Solution,
            AwayDays = c.AwayDays,
            BegunAt = c.BegunAt,
            SubmittedAt = c.SubmittedAt,
            DueAt = c.DueAt,
            EndedAt = c.EndedAt,
        });
        if (search?.Trim() is { Length: > 0 and <= 100 } words)
        {
            rows = Named(rows, words);
        }

        return newestFirst
            ? rows.OrderByDescending(r => r.BegunAt).ThenBy(r => r.Number)
            : rows.OrderBy(r => r.DueAt == null ? 1 : 0).ThenBy(r => r.DueAt).ThenBy(r => r.BegunAt).ThenBy(r => r.Number);
    }

#pragma warning disable CA1304, CA1311, CA1862 // The database folds the case.
    static IQueryable<ClaimRow> Named(IQueryable<ClaimRow> rows, string words)
    {
        var folded = words.ToLowerInvariant();
        return rows.Where(r => r.Number.ToLower().Contains(folded) || r.OrderNumber.ToLower().Contains(folded) || r.ProductName.ToLower().Contains(folded) || r.StoreName.ToLower().Contains(folded));
    }
#pragma warning restore CA1304, CA1311, CA1862
}

public sealed record ClaimRow
{
    public required string Number { get; init; }
    public required string CardCode { get; init; }
    public required string OrderNumber { get; init; }
    public required string StoreName { get; init; }
    public required string ProductName { get; init; }
    public required string VariantName { get; init; }
    public required string? PictureKey { get; init; }
    public required int Pieces { get; init; }
    public required ClaimState State { get; init; }
    public required ReviewCause? Cause { get; init; }

    /// <summary>The thing is on its way to the warrantor.</summary>
    public required bool IsSent { get; init; }
    public required ClaimSolution Wish { get; init; }
    public required ClaimSolution? Solution { get; init; }
    public required int AwayDays { get; init; }
    public required DateTimeOffset BegunAt { get; init; }
    public required DateTimeOffset? SubmittedAt { get; init; }
    public required DateTimeOffset? DueAt { get; init; }
    public required DateTimeOffset? EndedAt { get; init; }
}
