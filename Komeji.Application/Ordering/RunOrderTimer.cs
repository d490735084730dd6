using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering;

/// <summary>Does what an order's clock asks for when it has run out; one that ended meanwhile does nothing.</summary>
public sealed record RunOrderTimer(OrderId OrderId, TimerId TimerId) : ICommand
{
    internal sealed class Handler(IKomejiDb db, SettingsInForce settings, TimeProvider clock) : IRequestHandler<RunOrderTimer>
    {
        public async Task<Unit> Handle(RunOrderTimer request, CancellationToken cancellationToken)
        {
            var order = await db.Orders.Include(o => o.Lines).Include(o => o.Timers).SingleAsync(o => o.Id == request.OrderId, cancellationToken);
            order.RunOut(request.TimerId, await settings.OrderTerms(cancellationToken), clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
