using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Common;

/// <summary>One page of a list.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Size">Rows a page holds.</param>
/// <param name="Total">Rows on all pages.</param>
public sealed record PageOf<T>(IReadOnlyList<T> Rows, int Number, int Size, int Total) : IPageOf
{
    public int Last => Math.Max(1, (Total + Size - 1) / Size);
}

/// <summary>What a pager needs to know of a list.</summary>
public interface IPageOf
{
    int Number { get; }

    int Last { get; }

    int Total { get; }
}

public static class Paging
{
    /// <summary>The furthest page an address may name.</summary>
    public const int LastPage = 100_000;

    /// <summary>Reads one page and the number of all rows. A number below 1 or beyond reason, as typed into the address, is the nearest that can be.</summary>
    /// <param name="rows">In a stable order.</param>
    public static async Task<PageOf<T>> ToPage<T>(this IQueryable<T> rows, int page, int size, CancellationToken cancellationToken)
    {
        var number = Math.Clamp(page, 1, LastPage);
        return new PageOf<T>(
            await rows.Skip((number - 1) * size).Take(size).ToListAsync(cancellationToken),
            number,
            size,
            await rows.CountAsync(cancellationToken));
    }
}
