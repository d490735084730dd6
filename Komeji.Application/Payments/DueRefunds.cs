using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments;

/// <summary>Refunds to send, refunds sent of which nothing has been heard, and failed ones that the buyer has got from her bank instead.</summary>
public sealed class DueRefunds(IKomejiDb db, TimeProvider clock) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await db.Refunds
            .Where(r => ((r.State == RefundState.Requested || r.State == RefundState.Sent || r.State == RefundState.NeedsCheck) && r.DueAt <= now)
                || (r.State == RefundState.Failed && db.Disputes.Any(d => d.Gateway == r.Gateway && d.ProviderPayment == r.ProviderPayment && d.State == DisputeState.Lost && (long)d.Unsettled > 0)))
            .OrderBy(r => r.DueAt).Select(r => new { r.Id, r.State }).Take(most).ToListAsync(cancellationToken);
        return [.. due.Select(r => r.State is RefundState.Requested or RefundState.Failed ? (IRequest)new SendRefund(r.Id) : new AskAboutRefund(r.Id))];
    }
}
