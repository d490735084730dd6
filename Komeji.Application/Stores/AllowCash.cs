using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Application.Stores.Desk;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores;

/// <summary>
/// The shop lets buyers nearby pay it in cash (Bayar di Tempat), or does so no more. Orders placed before stay as they were agreed. It is
/// the owner who will owe fees for it, so she is told when another changes it.
/// </summary>
public sealed record AllowCash(bool Wanted) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, Notifier notifier) : IRequestHandler<AllowCash>
    {
        public async Task<Unit> Handle(AllowCash request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Page, cancellationToken);
            var store = await db.Stores.SingleAsync(s => s.Id == shop.Id, cancellationToken);
            if (shop.As != WorksAs.Owner && store.TakesCash != request.Wanted)
            {
                await notifier.TellEverywhere(shop.Owner, StoreTexts.CashAllowed(store.Name, request.Wanted), cancellationToken);
            }

            store.TakeCash(request.Wanted);
            return Unit.Value;
        }
    }
}
