using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments;

/// <summary>Stored notifications that nobody has acted on yet, in the order they came.</summary>
public sealed class DuePaymentEvents(IKomejiDb db, TimeProvider clock) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await db.PaymentEvents.Where(e => e.Outcome == PaymentEventOutcome.Waiting && e.DueAt <= now)
            .OrderBy(e => e.Id).Select(e => e.Id).Take(most).ToListAsync(cancellationToken);
        return [.. due.Select(id => new HandlePaymentEvent(id))];
    }
}
