using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Application.Notifications;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Accounts.SecondFactors;

/// <summary>Takes a lost second factor off once the waiting time is over and enough administrators agreed; every session ends.</summary>
public sealed record FinishFactorReset(Guid Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, Notifier notifier, ICodes random, TimeProvider clock) : IRequestHandler<FinishFactorReset>
    {
        public async Task<Unit> Handle(FinishFactorReset request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var userId = await db.FactorResets.Where(r => r.Id == request.Id).Select(r => r.UserId).SingleOrDefaultAsync(cancellationToken);
            await db.TakeTurn($"second factor {userId}", cancellationToken);
            var reset = await db.FactorResets.SingleOrDefaultAsync(r => r.Id == request.Id, cancellationToken) ?? throw new NotFound();
            var needed = await db.ApprovalsNeededFor(reset.UserId, cancellationToken);
            if (!reset.IsRipe(needed, now))
            {
                return Unit.Value;
            }

            reset.Finish(needed, now);
            var user = await db.Person(reset.UserId, cancellationToken);
            await db.TakeOffSecondFactor(user, Actor.System, reset.FirstReason.Length > 0 ? reset.FirstReason : "Permintaan pemilik, setelah waktu tunggu", random, now, cancellationToken);
            await notifier.TellEverywhere(new UserId(user.Id), AccountTexts.ResetDone(), cancellationToken);
            return Unit.Value;
        }
    }
}

/// <summary>Requests whose waiting time is over. Those that still lack an administrator are looked at again and left.</summary>
public sealed class DueFactorResets(IKomejiDb db, TimeProvider clock) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var over = await db.FactorResets.AsNoTracking().Where(r => r.State == FactorResetState.Waiting && r.NotBefore <= now)
            .OrderBy(r => r.NotBefore).ToListAsync(cancellationToken);
        var ripe = new List<IRequest>();
        foreach (var reset in over)
        {
            if (ripe.Count < most && reset.IsRipe(await db.ApprovalsNeededFor(reset.UserId, cancellationToken), now))
            {
                ripe.Add(new FinishFactorReset(reset.Id));
            }
        }

        return ripe;
    }
}
