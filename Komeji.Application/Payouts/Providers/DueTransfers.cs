using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Domain.Payouts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payouts.Providers;

/// <summary>Transfers a provider is to be told of, those it has not answered, and those that arrived some days ago and may come back. What was called for once is only asked about when its key is too old.</summary>
public sealed class DueTransfers(IKomejiDb db, TimeProvider clock) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await db.Payouts.SelectMany(p => p.Attempts).Where(a => a.DueAt != null && a.DueAt <= now)
            .OrderBy(a => a.DueAt).Select(a => new { a.Id, ToSend = a.State == PayoutAttemptState.Waiting && (a.KeyUntil == null || a.KeyUntil > now) }).Take(most).ToListAsync(cancellationToken);
        return [.. due.Select(a => a.ToSend ? (IRequest)new SendTransfer(a.Id) : new AskAboutTransfer(a.Id))];
    }
}
