using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Stores;
using MediatR;

namespace Komeji.Application.Warranties.Workshop;

/// <summary>Claims made to the shop, those whose time ends first on top.</summary>
/// <param name="Search">The claim's or the order's number, or part of a product's name.</param>
public sealed record ListShopClaims(ClaimGroup Group, string? Search, int Page) : IQuery<ShopClaims>
{
    const int PageSize = 20;

    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<ListShopClaims, ShopClaims>
    {
        public async Task<ShopClaims> Handle(ListShopClaims request, CancellationToken cancellationToken)
        {
            var claims = db.WarrantyClaims.MadeTo(await desk.At(ShopRights.Orders, cancellationToken));
            var rows = await db.Rows(claims.Of(request.Group), request.Search, newestFirst: request.Group is ClaimGroup.Over or ClaimGroup.All).ToPage(request.Page, PageSize, cancellationToken);
            return new ShopClaims(rows, await claims.Of(ClaimGroup.Shop).CountRows(cancellationToken));
        }
    }
}

/// <param name="ToDo">How many wait for the shop, for the tab.</param>
public sealed record ShopClaims(PageOf<ClaimRow> Page, int ToDo);
