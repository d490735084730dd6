using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Application.Settings;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments;

/// <summary>Disputes that are not decided, or were won while their money has not come back, and that nobody has asked about for hours.</summary>
public sealed class DueDisputes(IKomejiDb db, SettingsInForce settings, TimeProvider clock) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow() - TimeSpan.FromHours(await settings.Number(SettingCatalogue.DisputeHours, cancellationToken));
        var due = await db.Disputes
            .Where(d => d.State == DisputeState.Open || d.State == DisputeState.EvidenceSent || (d.State == DisputeState.Won && (long)d.Unsettled > 0))
            .Where(d => (d.AskedAt ?? d.OpenedAt) <= before)
            .OrderBy(d => d.AskedAt ?? d.OpenedAt).Select(d => d.Id).Take(most).ToListAsync(cancellationToken);
        return [.. due.Select(id => new AskAboutDispute(id))];
    }
}
