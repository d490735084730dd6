using Komeji.Application.Accounts.SecondFactors;
using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts;

/// <param name="Id">Names it on the page; opens nothing.</param>
public sealed record MySession(string Id, string Device, DateTimeOffset Since, DateTimeOffset SeenAt, bool IsThisOne);

/// <param name="FactorSince">When the app in use was confirmed; null without one.</param>
/// <param name="IsRequired">The person holds a role and cannot go without.</param>
/// <param name="ResetNotBefore">Somebody asked to have the second factor taken off; null when nobody did.</param>
public sealed record MySecurity(DateTimeOffset? FactorSince, int RecoveryCodesLeft, bool IsRequired, DateTimeOffset? ResetNotBefore, IReadOnlyList<MySession> Sessions);

/// <summary>How a person's own account is guarded, and where it is signed in.</summary>
public sealed record ShowMySecurity : IQuery<MySecurity>
{
    const int MostShown = 50;

    internal sealed class Handler(IKomejiDb db, ICurrentUser me, StaffSecondFactor staff, TimeProvider clock) : IRequestHandler<ShowMySecurity, MySecurity>
    {
        public async Task<MySecurity> Handle(ShowMySecurity request, CancellationToken cancellationToken)
        {
            var id = me.Require().Value;
            var now = clock.GetUtcNow();
            var user = await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, cancellationToken) ?? throw new NotFound();
            var sessions = await db.Sessions.Of(user, now).OrderByDescending(s => s.SeenAt).Take(MostShown)
                .Select(s => new { s.KeyHash, s.UserAgent, s.CreatedAt, s.SeenAt }).ToListAsync(cancellationToken);
            var since = await db.SecondFactors.Where(f => f.UserId == id).Select(f => f.ConfirmedAt).SingleOrDefaultAsync(cancellationToken);
            var reset = await db.FactorResets.Where(r => r.UserId == id && r.State == FactorResetState.Waiting).Select(r => (DateTimeOffset?)r.NotBefore).FirstOrDefaultAsync(cancellationToken);
            return new MySecurity(
                user.TwoFactorEnabled ? since : null,
                await db.RecoveryCodes.CountAsync(c => c.UserId == id && c.UsedAt == null, cancellationToken),
                staff.Required && await db.RoleGrants.HeldBy(id).AnyAsync(cancellationToken),
                reset,
                [.. sessions.Select(s => new MySession(s.KeyHash, DeviceWords.Of(s.UserAgent), s.CreatedAt, s.SeenAt, s.KeyHash == me.Session)).OrderByDescending(s => s.IsThisOne)]);
        }
    }
}
