using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores;

/// <summary>Stops new orders for a while, or takes them again. Orders that exist go on.</summary>
/// <param name="Away">False when the shop is back.</param>
/// <param name="From">First day away; today when null.</param>
/// <param name="Until">Last day away; until the seller says so when null.</param>
public sealed record TakeHoliday(bool Away, DateOnly? From = null, DateOnly? Until = null) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, TimeProvider clock) : IRequestHandler<TakeHoliday>
    {
        public async Task<Unit> Handle(TakeHoliday request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Page, cancellationToken);
            var store = await db.Stores.SingleAsync(s => s.Id == shop.Id, cancellationToken);
            if (request.Away)
            {
                var today = Wib.DayOf(clock.GetUtcNow());
                store.PlanHoliday(request.From ?? today, request.Until, today);
            }
            else
            {
                store.ComeBack();
            }

            return Unit.Value;
        }
    }
}
