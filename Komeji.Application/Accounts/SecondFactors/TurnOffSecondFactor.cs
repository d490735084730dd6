using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts.SecondFactors;

/// <summary>Signing in asks for the password only again; every session ends, this one too.</summary>
/// <exception cref="RuleBroken"><c>factor.off</c>; <c>factor.required</c>: staff replace theirs, they never go without.</exception>
public sealed record TurnOffSecondFactor : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser me, StaffSecondFactor staff, Notifier notifier, ICodes random, TimeProvider clock)
        : IRequestHandler<TurnOffSecondFactor>
    {
        public async Task<Unit> Handle(TurnOffSecondFactor request, CancellationToken cancellationToken)
        {
            var id = me.Require();
            await db.TakeTurn($"second factor {id.Value}", cancellationToken);
            var user = await db.Person(id.Value, cancellationToken);
            if (!user.TwoFactorEnabled)
            {
                throw new RuleBroken("factor.off", "Kode kedua tidak sedang dipakai.");
            }

            if (staff.Required && await db.RoleGrants.HeldBy(user.Id).AnyAsync(cancellationToken))
            {
                throw new RuleBroken("factor.required", "Petugas wajib memakai kode kedua. Untuk ponsel baru, pilih Ganti Aplikasi.");
            }

            await db.TakeOffSecondFactor(user, new Actor(user.Id, "pemilik"), null, random, clock.GetUtcNow(), cancellationToken);
            await notifier.TellEverywhere(id, AccountTexts.FactorOff(), cancellationToken);
            return Unit.Value;
        }
    }
}

static class TakenOff
{
    /// <summary>Nothing of the factor remains, a request to take it off neither, and every session ends.</summary>
    public static async Task TakeOffSecondFactor(this IKomejiDb db, User user, Actor by, string? reason, ICodes random, DateTimeOffset now, CancellationToken cancellationToken)
    {
        user.TwoFactorEnabled = false;
        user.SecurityStamp = random.Token();
        await db.SecondFactors.Where(f => f.UserId == user.Id).ExecuteDeleteAsync(cancellationToken);
        await db.RecoveryCodes.Where(c => c.UserId == user.Id).ExecuteDeleteAsync(cancellationToken);
        await db.RemoveSessionsOf(user.Id, cancellationToken);
        db.StateChanges.Add(new StateChange(PersonHistory.Subject, user.Id, "", "", by, now, PersonHistory.FactorOff, reason));
    }
}
