using Komeji.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Notifications;

/// <summary>The person has seen everything there is.</summary>
public sealed record ReadAllNotifications : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ReadAllNotifications>
    {
        public async Task<Unit> Handle(ReadAllNotifications request, CancellationToken cancellationToken)
        {
            var me = user.Require();
            var now = clock.GetUtcNow();
            await db.Notifications.Where(n => n.UserId == me && n.ReadAt == null)
                .ExecuteUpdateAsync(s => s.SetProperty(n => n.ReadAt, now), cancellationToken);
            return Unit.Value;
        }
    }
}
