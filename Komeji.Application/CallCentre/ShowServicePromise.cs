using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.CallCentre;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.CallCentre;

/// <summary>Where, when and how soon people are answered, and how well that was kept last month: for everyone.</summary>
public sealed record ShowServicePromise : IQuery<ServicePromise>
{
    internal sealed class Handler(IKomejiDb db, SettingsInForce settings, TimeProvider clock) : IRequestHandler<ShowServicePromise, ServicePromise>
    {
        public async Task<ServicePromise> Handle(ShowServicePromise request, CancellationToken cancellationToken)
        {
            var month = ServiceMonths.Before(clock.GetUtcNow());
            return new ServicePromise(
                await settings.TicketTerms(cancellationToken), new Rupiah(await settings.Number(SettingCatalogue.ComplaintGrantMost, cancellationToken)), month,
                await db.ServiceMonths.AsNoTracking().SingleOrDefaultAsync(m => m.Month == month, cancellationToken));
        }
    }
}

/// <param name="GrantMost">Up to this much is granted when a shop says nothing to a complaint.</param>
/// <param name="Month">The last that is over, <c>2026-10</c>.</param>
/// <param name="Kept">How it was kept then; null while it is not counted, or where there was nothing to count.</param>
public sealed record ServicePromise(TicketTerms Terms, Rupiah GrantMost, string Month, ServiceMonth? Kept);
