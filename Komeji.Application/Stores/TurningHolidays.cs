using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Application.Notifications;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores;

/// <summary>Shops whose holiday begins today, or whose last day away is over.</summary>
public sealed class TurningHolidays(IKomejiDb db, TimeProvider clock) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var today = Wib.DayOf(clock.GetUtcNow());
        var ids = await db.Stores.AsNoTracking().Where(s => s.HolidayUntil < today || (!s.OnHoliday && s.HolidayFrom <= today))
            .OrderBy(s => s.Id).Take(most).Select(s => s.Id).ToListAsync(cancellationToken);
        return [.. ids.Select(id => new TurnHoliday(id))];
    }
}

/// <summary>Closes a shop for its holiday or opens it again, and tells the seller.</summary>
public sealed record TurnHoliday(StoreId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, Notifier notifier, TimeProvider clock) : IRequestHandler<TurnHoliday>
    {
        public async Task<Unit> Handle(TurnHoliday request, CancellationToken cancellationToken)
        {
            var store = await db.Stores.SingleAsync(s => s.Id == request.Id, cancellationToken);
            if (store.TurnHoliday(Wib.DayOf(clock.GetUtcNow())) is { } away)
            {
                await notifier.Tell(store.OwnerId, away
                    ? new Notice("Toko Anda libur mulai hari ini", $"{store.Name} tidak menerima pesanan baru sampai liburnya selesai. Pesanan yang sudah ada tetap perlu dikirim.", "/penjual/toko")
                    : new Notice("Toko Anda buka lagi", $"Libur {store.Name} sudah selesai, dan pesanan baru diterima lagi.", "/penjual/toko"), cancellationToken);
            }

            return Unit.Value;
        }
    }
}
