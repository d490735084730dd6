using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Stores;
using MediatR;

namespace Komeji.Application.Warranties.Workshop;

/// <summary>One claim as the shop sees it.</summary>
/// <exception cref="NotFound">It is not there, or made to another shop.</exception>
public sealed record ShowShopClaim(string Claim) : IQuery<ClaimPage>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<ShowShopClaim, ClaimPage>
    {
        public async Task<ClaimPage> Handle(ShowShopClaim request, CancellationToken cancellationToken) =>
            await ClaimPage.Read(db, db.WarrantyClaims.MadeTo(await desk.At(ShopRights.Orders, cancellationToken)), request.Claim, cancellationToken);
    }
}
