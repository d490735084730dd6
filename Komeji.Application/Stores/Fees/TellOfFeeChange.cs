using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Application.Notifications;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores.Fees;

/// <summary>Shops that were there when the fee was decided anew and were not told yet.</summary>
public sealed class FeeChangesToTell(IKomejiDb db, FeesInForce fees, TimeProvider clock) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = new List<IRequest>();
        foreach (var version in (await fees.Versions(cancellationToken)).Where(v => v.LapsesAt > now))
        {
            var link = TellOfFeeChange.Link(version);
            due.AddRange(await db.Stores
                .Where(s => (s.State == StoreState.Active || s.State == StoreState.Suspended) && s.OpenedAt < version.AnnouncedAt
                    && !db.Notifications.Any(n => n.UserId == s.OwnerId && n.Link == link))
                .OrderBy(s => s.Id).Select(s => new TellOfFeeChange(s.Id, version.Id)).Take(most - due.Count).ToListAsync(cancellationToken));
        }

        return due;
    }
}

public sealed record TellOfFeeChange(StoreId StoreId, string Version) : ICommand
{
    internal static string Link(FeeVersion version) => "/penjual/biaya?versi=" + version.Id;

    internal sealed class Handler(IKomejiDb db, FeesInForce fees, Notifier notifier, TimeProvider clock) : IRequestHandler<TellOfFeeChange>
    {
        public async Task<Unit> Handle(TellOfFeeChange request, CancellationToken cancellationToken)
        {
            var version = (await fees.Versions(cancellationToken)).Single(v => v.Id == request.Version);
            var schedule = await fees.Schedule(request.StoreId, cancellationToken);
            var owner = await db.Stores.Where(s => s.Id == request.StoreId).Select(s => s.OwnerId).SingleAsync(cancellationToken);
            var needsAnswer = schedule.Standing(version, clock.GetUtcNow()) == FeeStanding.AwaitsAnswer;
            var said = needsAnswer
                ? $"Pengurus memutuskan biaya layanan {version.Rate}. Bagi toko Anda biaya itu baru berlaku bila Anda setuju, atau bila sampai {Wib.DayOf(version.LapsesAt):d MMMM yyyy} Anda tidak menjawab. Anda boleh menyatakan keberatan."
                : $"Biaya layanan menjadi {version.Rate} mulai {Wib.DayOf(version.From):d MMMM yyyy}. Anda tidak perlu berbuat apa-apa.";
            await notifier.Tell(owner, new Notice("Biaya layanan berubah", said, Link(version)), cancellationToken);
            return Unit.Value;
        }
    }
}
