using Komeji.Application.Common;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores;

/// <summary>Stops new orders for a while, or takes them again. Orders that exist go on.</summary>
/// <param name="Away">False when the shop is back.</param>
public sealed record TakeHoliday(bool Away) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<TakeHoliday>
    {
        public async Task<Unit> Handle(TakeHoliday request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Page, cancellationToken);
            var store = await db.Stores.SingleAsync(s => s.Id == shop.Id, cancellationToken);
            if (request.Away)
            {
                store.GoOnHoliday();
            }
            else
            {
                store.ComeBack();
            }

            return Unit.Value;
        }
    }
}
