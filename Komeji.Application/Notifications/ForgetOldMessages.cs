using Komeji.Application.Common;
using Komeji.Domain.Notifications;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Notifications;

/// <summary>Messages hold addresses and words meant for one person: what was sent, or never could be, goes after ninety days.</summary>
public sealed record ForgetOldMessages : ICommand
{
    internal sealed class Handler(IKomejiDb db, TimeProvider clock) : IRequestHandler<ForgetOldMessages>
    {
        public async Task<Unit> Handle(ForgetOldMessages request, CancellationToken cancellationToken)
        {
            var before = clock.GetUtcNow().AddDays(-90);
            await db.Messages.Where(m => m.CreatedAt < before && m.State != MessageState.Sending).ExecuteDeleteAsync(cancellationToken);
            return Unit.Value;
        }
    }
}
