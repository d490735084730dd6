using Komeji.Application.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Notifications;

/// <summary>The number beside the bell; nobody signed in has none.</summary>
public sealed record CountUnread : IQuery<int>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user) : IRequestHandler<CountUnread, int>
    {
        public Task<int> Handle(CountUnread request, CancellationToken cancellationToken) => user.Id is { } me
            ? db.Notifications.CountAsync(n => n.UserId == me && n.ReadAt == null, cancellationToken)
            : Task.FromResult(0);
    }
}
