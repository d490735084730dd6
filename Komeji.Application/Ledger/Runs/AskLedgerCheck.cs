using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Domain.Common;
using Komeji.Domain.Jobs;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger.Runs;

/// <summary>Somebody wants the books checked now. The nightly job does it, under its lease: one at a time, wherever jobs run.</summary>
public sealed record AskLedgerCheck : ICommand
{
    /// <summary>A check reads all books; nothing new comes of two in a row.</summary>
    static readonly TimeSpan Rest = TimeSpan.FromMinutes(5);

    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<AskLedgerCheck>
    {
        public async Task<Unit> Handle(AskLedgerCheck request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var lease = await db.JobLeases.SingleOrDefaultAsync(l => l.Name == NightlyLedgerCheck.JobName, cancellationToken);
            if (lease is not null && (lease.RequestedAt is not null || JobLeases.IsHeld(lease, now)))
            {
                throw new RuleBroken("ledger.check_running", "Pemeriksaan sedang berjalan atau menunggu giliran. Muat ulang halaman ini sebentar lagi.");
            }

            var lately = now - Rest;
            if (await db.LedgerRuns.AnyAsync(r => r.EndedAt > lately, cancellationToken))
            {
                throw new RuleBroken("ledger.checked_lately", "Buku besar baru saja diperiksa. Hasilnya ada di halaman ini; pemeriksaan berikutnya bisa diminta lima menit lagi.");
            }

            if (lease is null)
            {
                lease = new JobLease(NightlyLedgerCheck.JobName);
                db.JobLeases.Add(lease);
            }

            lease.Request(user.Name, now);
            return Unit.Value;
        }
    }
}
