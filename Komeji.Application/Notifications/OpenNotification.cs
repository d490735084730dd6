using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Notifications;

/// <summary>The person reads one of their notifications and goes where it leads.</summary>
/// <returns>Local address of the page to act on.</returns>
public sealed record OpenNotification(NotificationId Id) : ICommand<string>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<OpenNotification, string>
    {
        public async Task<string> Handle(OpenNotification request, CancellationToken cancellationToken)
        {
            var me = user.Require();
            var notification = await db.Notifications.SingleOrDefaultAsync(n => n.Id == request.Id && n.UserId == me, cancellationToken) ?? throw new NotFound();
            notification.Read(clock.GetUtcNow());
            return notification.Link;
        }
    }
}
