using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Domain.Notifications;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Notifications;

/// <summary>
/// Messages to send: new ones, those whose next try has come, and those whose sender died. Without a provider for their channel
/// they stay where they are and are read at /operator/surat.
/// </summary>
public sealed class DueMessages(IKomejiDb db, IMessenger messenger, TimeProvider clock) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var served = Enum.GetValues<MessageChannel>().Where(messenger.Serves).ToList();
        var ids = await db.Messages
            .Where(m => (m.State == MessageState.Waiting || m.State == MessageState.Sending) && m.DueAt <= now && served.Contains(m.Channel))
            .OrderBy(m => m.DueAt).ThenBy(m => m.Id).Take(most).Select(m => m.Id).ToListAsync(cancellationToken);
        return [.. ids.Select(id => new SendMessage(id))];
    }
}
