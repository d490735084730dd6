using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Stores;
using MediatR;

namespace Komeji.Application.Warranties.Workshop;

/// <summary>The same list as a table to take away.</summary>
public sealed record ExportShopClaims(ClaimGroup Group, string? Search) : IQuery<IAsyncEnumerable<ClaimRow>>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<ExportShopClaims, IAsyncEnumerable<ClaimRow>>
    {
        public async Task<IAsyncEnumerable<ClaimRow>> Handle(ExportShopClaims request, CancellationToken cancellationToken)
        {
            var claims = db.WarrantyClaims.MadeTo(await desk.At(ShopRights.Orders, cancellationToken)).Of(request.Group);
            return db.Rows(claims, request.Search, newestFirst: false).InBatches(CancellationToken.None);
        }
    }
}
