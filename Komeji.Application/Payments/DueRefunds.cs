using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments;

/// <summary>Refunds to send, and refunds sent of which nothing has been heard.</summary>
public sealed class DueRefunds(IKomejiDb db, TimeProvider clock) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await db.Refunds
            .Where(r => (r.State == RefundState.Requested || r.State == RefundState.Sent || r.State == RefundState.NeedsCheck) && r.DueAt <= now)
            .OrderBy(r => r.DueAt).Select(r => new { r.Id, r.State }).Take(most).ToListAsync(cancellationToken);
        return [.. due.Select(r => r.State == RefundState.Requested ? (IRequest)new SendRefund(r.Id) : new AskAboutRefund(r.Id))];
    }
}
