using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Stores;
using MediatR;

namespace Komeji.Application.Warranties.Cards;

/// <summary>Cards of what the shop sold, the newest first, to write down which ones they are.</summary>
/// <param name="Unnamed">Only those without a serial number.</param>
public sealed record ListShopCards(bool Unnamed, string? Search, int Page) : IQuery<PageOf<ShopCardRow>>
{
    const int PageSize = 30;

    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<ListShopCards, PageOf<ShopCardRow>>
    {
        public async Task<PageOf<ShopCardRow>> Handle(ListShopCards request, CancellationToken cancellationToken) =>
            await db.WarrantyCards.SoldBy(await desk.At(ShopRights.Orders, cancellationToken)).Rows(request.Unnamed, request.Search).ToPage(request.Page, PageSize, cancellationToken);
    }
}
