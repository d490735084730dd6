using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Application.Notifications;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores.Staff;

/// <summary>Invitations nobody answered in time.</summary>
public sealed class DueInvitations(IKomejiDb db, TimeProvider clock) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var ids = await db.ShopStaff.AsNoTracking().Where(s => s.State == StaffState.Invited && s.LapsesAt <= now).OrderBy(s => s.Id).Take(most).Select(s => s.Id).ToListAsync(cancellationToken);
        return [.. ids.Select(id => new LapseInvitation(id))];
    }
}

public sealed record LapseInvitation(StaffId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, Notifier notifier, TimeProvider clock) : IRequestHandler<LapseInvitation>
    {
        public async Task<Unit> Handle(LapseInvitation request, CancellationToken cancellationToken)
        {
            var staff = await db.ShopStaff.SingleAsync(s => s.Id == request.Id, cancellationToken);
            if (staff.Lapse(clock.GetUtcNow()))
            {
                var store = await db.Stores.Where(s => s.Id == staff.StoreId).Select(s => new { s.Name, s.OwnerId }).SingleAsync(cancellationToken);
                await notifier.Tell(store.OwnerId, StaffTexts.Lapsed(staff.Name, store.Name), cancellationToken);
            }

            return Unit.Value;
        }
    }
}
