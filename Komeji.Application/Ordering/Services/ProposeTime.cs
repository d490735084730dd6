using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering.Services;

/// <summary>The shop asks the buyer for another time, one that it offers and that is free now.</summary>
/// <param name="StartsAt">Code of a <see cref="FreeTime"/>.</param>
/// <param name="Note">Why; the buyer reads it.</param>
public sealed record ProposeTime(string Number, string? StartsAt, string Note) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, SettingsInForce settings, TimeProvider clock) : IRequestHandler<ProposeTime>
    {
        public async Task<Unit> Handle(ProposeTime request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Orders, cancellationToken);
            var now = clock.GetUtcNow();
            var order = await db.Orders.SoldBy(shop).Load(request.Number, cancellationToken);
            var times = await db.TimesFor(order, await settings.Calendar(cancellationToken), now, cancellationToken);
            if (FreeTime.Parse(request.StartsAt) is not { } start || !times.SelectMany(d => d.Times).Any(t => t.StartsAt == start && t.Left > 0))
            {
                throw new RuleBroken("appointment.full", "Waktu itu sudah penuh atau di luar jadwal jasa. Pilih waktu lain.");
            }

            order.ProposeTime(shop.Actor, start, request.Note, now);
            return Unit.Value;
        }
    }
}
