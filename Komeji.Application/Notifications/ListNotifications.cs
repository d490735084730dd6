using Komeji.Application.Common;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Notifications;

public sealed record NotificationRow(NotificationId Id, string Title, string Body, DateTimeOffset At, bool IsRead);

/// <summary>What the person was told, the unread first, then the newest.</summary>
public sealed record ListNotifications(int Page) : IQuery<PageOf<NotificationRow>>
{
    const int PageSize = 20;

    internal sealed class Handler(IKomejiDb db, ICurrentUser user) : IRequestHandler<ListNotifications, PageOf<NotificationRow>>
    {
        public Task<PageOf<NotificationRow>> Handle(ListNotifications request, CancellationToken cancellationToken)
        {
            var me = user.Require();
            return db.Notifications.Where(n => n.UserId == me)
                .OrderBy(n => n.ReadAt != null).ThenByDescending(n => n.At).ThenByDescending(n => n.Id)
                .Select(n => new NotificationRow(n.Id, n.Title, n.Body, n.At, n.ReadAt != null))
                .ToPage(request.Page, PageSize, cancellationToken);
        }
    }
}
