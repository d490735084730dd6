using Komeji.Application.Common;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores;

/// <summary>The shop lets buyers nearby pay it in cash (Bayar di Tempat), or does so no more. Orders placed before stay as they were agreed.</summary>
public sealed record AllowCash(bool Wanted) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<AllowCash>
    {
        public async Task<Unit> Handle(AllowCash request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Page, cancellationToken);
            (await db.Stores.SingleAsync(s => s.Id == shop.Id, cancellationToken)).TakeCash(request.Wanted);
            return Unit.Value;
        }
    }
}
