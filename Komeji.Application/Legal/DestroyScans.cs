using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal;

/// <summary>Papers that were refused or taken back long enough ago: what they show of a person is not kept.</summary>
public sealed class ScansToDestroy(IKomejiDb db, SettingsInForce settings, TimeProvider clock) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var before = clock.GetUtcNow().AddDays(-await settings.Number(SettingCatalogue.LegalScanDays, cancellationToken));
        var ids = await db.LegalVerifications.AsNoTracking()
            .Where(d => (d.State == DocumentState.Rejected || d.State == DocumentState.Revoked) && d.DecidedAt <= before && d.Scans.Any(s => s.FileKey != ""))
            .OrderBy(d => d.Id).Take(most).Select(d => d.Id).ToListAsync(cancellationToken);
        return [.. ids.Select(id => new DestroyScans(id))];
    }
}

/// <summary>
/// Destroys the scans of one paper; the rows stay and say when. From the first commit on nobody can look at them, then the files go,
/// then what named them: cut off in between, the next run goes on.
/// </summary>
public sealed record DestroyScans(DocumentId Id) : ICommand, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, ScanRoom room, UnitOfWork unitOfWork, TimeProvider clock) : IRequestHandler<DestroyScans>
    {
        public async Task<Unit> Handle(DestroyScans request, CancellationToken cancellationToken)
        {
            var keys = await unitOfWork.Run(async () => (await Load(request.Id, cancellationToken)).DestroyScans(clock.GetUtcNow()), cancellationToken);
            foreach (var key in keys)
            {
                if (!await db.LegalVerifications.AnyAsync(d => d.Id != request.Id && d.Scans.Any(s => s.FileKey == key), cancellationToken))
                {
                    await room.Forget(key);
                }
            }

            await unitOfWork.Run(async () => (await Load(request.Id, cancellationToken)).ForgetFiles(), cancellationToken);
            return Unit.Value;
        }

        Task<LegalVerification> Load(DocumentId id, CancellationToken cancellationToken) => db.LegalVerifications.Include(d => d.Scans).SingleAsync(d => d.Id == id, cancellationToken);
    }
}
