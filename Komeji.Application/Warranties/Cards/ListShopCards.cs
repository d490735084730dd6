using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Stores;
using Komeji.Domain.Warranties;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Warranties.Cards;

/// <summary>Cards of what the shop sold, the newest first, to write down which ones they are.</summary>
/// <param name="Unnamed">Only those without a serial number.</param>
public sealed record ListShopCards(bool Unnamed, string? Search, int Page) : IQuery<PageOf<ShopCardRow>>
{
    const int PageSize = 30;

    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<ListShopCards, PageOf<ShopCardRow>>
    {
        public async Task<PageOf<ShopCardRow>> Handle(ListShopCards request, CancellationToken cancellationToken)
        {
            var cards = db.WarrantyCards.AsNoTracking().SoldBy(await desk.At(ShopRights.Orders, cancellationToken)).Where(c => !request.Unnamed || c.Serial == "");
            if (request.Search?.Trim() is { Length: > 0 and <= 100 } words)
            {
                cards = Named(cards, words);
            }

            return await cards.OrderByDescending(c => c.MadeAt).ThenBy(c => c.Id)
                .Select(c => new ShopCardRow(c.Code, c.OrderNumber, c.ProductName, c.VariantName, c.Unit, c.Pieces, c.Serial, c.Until))
                .ToPage(request.Page, PageSize, cancellationToken);
        }

#pragma warning disable CA1304, CA1311, CA1862 // The database folds the case.
        static IQueryable<WarrantyCard> Named(IQueryable<WarrantyCard> cards, string words)
        {
            var folded = words.ToLowerInvariant();
            return cards.Where(c => c.OrderNumber.ToLower().Contains(folded) || c.ProductName.ToLower().Contains(folded) || c.Serial.ToLower().Contains(folded));
        }
#pragma warning restore CA1304, CA1311, CA1862
    }
}

public sealed record ShopCardRow(string Code, string OrderNumber, string ProductName, string VariantName, int Unit, int Pieces, string Serial, DateOnly Until);
