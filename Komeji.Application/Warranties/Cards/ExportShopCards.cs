using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Stores;
using MediatR;

namespace Komeji.Application.Warranties.Cards;

/// <summary>The same list as a table to take away.</summary>
public sealed record ExportShopCards(bool Unnamed, string? Search) : IQuery<IAsyncEnumerable<ShopCardRow>>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<ExportShopCards, IAsyncEnumerable<ShopCardRow>>
    {
        public async Task<IAsyncEnumerable<ShopCardRow>> Handle(ExportShopCards request, CancellationToken cancellationToken) =>
            db.WarrantyCards.SoldBy(await desk.At(ShopRights.Orders, cancellationToken)).Rows(request.Unnamed, request.Search).InBatches(CancellationToken.None);
    }
}
