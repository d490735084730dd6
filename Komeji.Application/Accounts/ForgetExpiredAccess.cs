using Komeji.Application.Common;
using Komeji.Application.Jobs;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <summary>Removes sessions that are over, codes nobody can use, registrations nobody confirmed and browsers not seen for a year.</summary>
public sealed record ForgetExpiredAccess : ICommand
{
    /// <summary>Codes stay a little, since their number per hour is limited.</summary>
    static readonly TimeSpan KeepFor = TimeSpan.FromDays(1);

    internal sealed class Handler(IKomejiDb db, TimeProvider clock) : IRequestHandler<ForgetExpiredAccess>
    {
        public async Task<Unit> Handle(ForgetExpiredAccess request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var old = now - KeepFor;
            await db.Sessions.Where(s => s.ExpiresAt < now).ExecuteDeleteAsync(cancellationToken);
            await db.OneTimeCodes.Where(c => c.ExpiresAt < old).ExecuteDeleteAsync(cancellationToken);
            await db.Registrations.Where(r => r.AskedAt < old).ExecuteDeleteAsync(cancellationToken);
            var unseen = now - KnownDevice.KeepFor;
            await db.KnownDevices.Where(d => d.SeenAt < unseen).ExecuteDeleteAsync(cancellationToken);
            return Unit.Value;
        }
    }

    public sealed class Sweep(IKomejiDb db, TimeProvider clock) : ISweep
    {
        public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var old = now - KeepFor;
            var due = await db.Sessions.AnyAsync(s => s.ExpiresAt < now, cancellationToken)
                || await db.OneTimeCodes.AnyAsync(c => c.ExpiresAt < old, cancellationToken)
                || await db.Registrations.AnyAsync(r => r.AskedAt < old, cancellationToken)
                || await db.KnownDevices.AnyAsync(d => d.SeenAt < now - KnownDevice.KeepFor, cancellationToken);
            return due ? [new ForgetExpiredAccess()] : [];
        }
    }
}
