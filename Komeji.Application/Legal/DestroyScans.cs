using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal;

/// <summary>Papers that were refused or taken back, and identity cards that were found right, long enough ago: what they show of a person is not kept.</summary>
public sealed class ScansToDestroy(IKomejiDb db, SettingsInForce settings, TimeProvider clock) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var (refused, cards) = await settings.ScansUntil(clock.GetUtcNow(), cancellationToken);
        var ids = await db.LegalVerifications.AsNoTracking()
            .Where(d => ((d.State == DocumentState.Rejected || d.State == DocumentState.Revoked) && d.DecidedAt <= refused && d.Scans.Any(s => s.FileKey != ""))
                || (d.Kind == DocumentKind.IdentityCard && (d.State == DocumentState.Approved || d.State == DocumentState.Expiring || d.State == DocumentState.Expired) && d.DecidedAt <= cards && d.Scans.Any(s => s.FileKey != ""))
                || d.Scans.Any(s => s.DestroyedAt != null && s.FileKey != ""))
            .OrderBy(d => d.Id).Take(most).Select(d => d.Id).ToListAsync(cancellationToken);
        return [.. ids.Select(id => new DestroyScans(id))];
    }
}

/// <summary>
/// Destroys the scans of one paper, unless it has moved since: in turn with the seller, who may appeal, and with the office. The rows
/// stay and say when. From the first commit on nobody can look at them, then the files go, then what named them: cut off in between,
/// the next run goes on.
/// </summary>
public sealed record DestroyScans(DocumentId Id) : ICommand, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, SettingsInForce settings, ScanRoom room, UnitOfWork unitOfWork, TimeProvider clock) : IRequestHandler<DestroyScans>
    {
        public async Task<Unit> Handle(DestroyScans request, CancellationToken cancellationToken)
        {
            var keys = await unitOfWork.RunAfresh(() => Destroy(request.Id, cancellationToken), cancellationToken);
            foreach (var key in keys)
            {
                if (!await db.LegalVerifications.AnyAsync(d => d.Id != request.Id && d.Scans.Any(s => s.FileKey == key), cancellationToken))
                {
                    await room.Forget(key);
                }
            }

            if (keys.Count > 0)
            {
                await unitOfWork.RunAfresh(() => Forget(request.Id, cancellationToken), cancellationToken);
            }

            return Unit.Value;
        }

        async Task<IReadOnlyList<string>> Destroy(DocumentId id, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var paper = await Load(id, cancellationToken);
            if (paper.IsPast(await settings.ScansUntil(now, cancellationToken)))
            {
                paper.DestroyScans(now);
            }

            return paper.FilesToRemove();
        }

        async Task<Unit> Forget(DocumentId id, CancellationToken cancellationToken)
        {
            (await Load(id, cancellationToken)).ForgetFiles();
            return Unit.Value;
        }

        async Task<LegalVerification> Load(DocumentId id, CancellationToken cancellationToken)
        {
            var store = await db.LegalVerifications.Where(d => d.Id == id).Select(d => d.StoreId).SingleAsync(cancellationToken);
            await db.TakeTurn($"papers of {store.Value}", cancellationToken);
            await db.TakeTurn($"paper {id.Value}", cancellationToken);
            return await db.LegalVerifications.Include(d => d.Scans).SingleAsync(d => d.Id == id, cancellationToken);
        }
    }
}

static class ScanTerms
{
    /// <summary>What was decided before it shows its scans no more.</summary>
    public static async Task<ScanLimits> ScansUntil(this SettingsInForce settings, DateTimeOffset now, CancellationToken cancellationToken) => new(
        now.AddDays(-await settings.Number(SettingCatalogue.LegalScanDays, cancellationToken)),
        now.AddDays(-await settings.Number(SettingCatalogue.IdentityScanDays, cancellationToken)));
}
