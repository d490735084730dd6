using Komeji.Application.Common;
using Komeji.Domain.Warranties;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Warranties.Cards;

/// <summary>Cards as rows of a list, the newest first.</summary>
static class ShopCardRows
{
    /// <param name="cards">Those of the shop.</param>
    /// <param name="unnamed">Only those without a serial number.</param>
    public static IQueryable<ShopCardRow> Rows(this IQueryable<WarrantyCard> cards, bool unnamed, string? search)
    {
        var asked = cards.AsNoTracking().Where(c => !unnamed || c.Serial == "");
        if (search?.Trim() is { Length: > 0 and <= 100 } words)
        {
            asked = Named(asked, words);
        }

        return asked.OrderByDescending(c => c.MadeAt).ThenBy(c => c.Id)
            .Select(c => new ShopCardRow(c.Code, c.OrderNumber, c.ProductName, c.VariantName, c.Unit, c.Pieces, c.Serial, c.Until));
    }

#pragma warning disable CA1304, CA1311, CA1862 // The database folds the case.
    static IQueryable<WarrantyCard> Named(IQueryable<WarrantyCard> cards, string words)
    {
        var folded = words.ToLowerInvariant();
        return cards.Where(c => c.OrderNumber.ToLower().Contains(folded) || c.ProductName.ToLower().Contains(folded) || c.Serial.ToLower().Contains(folded));
    }
#pragma warning restore CA1304, CA1311, CA1862
}

public sealed record ShopCardRow(string Code, string OrderNumber, string ProductName, string VariantName, int Unit, int Pieces, string Serial, DateOnly Until);
