using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Application.Notifications;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payouts;

/// <summary>Shops that chose to be paid out every week on this day, from the hour on that is set, and were not yet today.</summary>
public sealed class WeeklyPayouts(IKomejiDb db, SettingsInForce settings, TimeProvider clock) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (now.ToOffset(Wib.Offset).Hour < await settings.Number(SettingCatalogue.PayoutWeeklyHour, cancellationToken))
        {
            return [];
        }

        var today = Wib.DayOf(now);
        var day = today.DayOfWeek;
        var due = await db.PayoutPlans.Where(p => p.Day == day && (p.TriedOn == null || p.TriedOn < today))
            .OrderBy(p => p.StoreId).Select(p => p.StoreId).Take(most).ToListAsync(cancellationToken);
        return [.. due.Select(store => new MakeWeeklyPayout(store))];
    }
}

/// <summary>Asks for all a shop has, as it chose. What keeps it from being paid out is told to its owner; too little waits for the next week in silence.</summary>
public sealed record MakeWeeklyPayout(StoreId Store) : ICommand
{
    internal sealed class Handler(IKomejiDb db, PayoutReserve reserve, Notifier notifier, TimeProvider clock) : IRequestHandler<MakeWeeklyPayout>
    {
        public async Task<Unit> Handle(MakeWeeklyPayout request, CancellationToken cancellationToken)
        {
            var owner = await db.Stores.Where(s => s.Id == request.Store).Select(s => s.OwnerId).SingleAsync(cancellationToken);
            await db.TakeTurn(Legal.Opening.Profiles.Turn(owner), cancellationToken);
            var plan = await db.PayoutPlanOf(request.Store, cancellationToken);
            var today = Wib.DayOf(clock.GetUtcNow());
            if (!plan.Try(today))
            {
                return Unit.Value;
            }

            try
            {
                await reserve.Reserve(request.Store, owner, null, today, Actor.System, cancellationToken);
            }
            catch (RuleBroken refusal) when (refusal.Code == "payout.least")
            {
                // It stays in the balance until the next week.
            }
            catch (RuleBroken refusal)
            {
                await notifier.Tell(owner, PayoutTexts.WeeklySkipped(refusal.Message), cancellationToken);
            }

            return Unit.Value;
        }
    }
}

/// <summary>Payouts that are held longer than an officer may hold them.</summary>
public sealed class EndedPayoutHolds(IKomejiDb db, TimeProvider clock) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await db.Payouts.Where(p => p.State == Domain.Payouts.PayoutState.OnHold && p.HeldUntil <= now)
            .OrderBy(p => p.HeldUntil).Select(p => p.Id).Take(most).ToListAsync(cancellationToken);
        return [.. due.Select(id => new EndPayoutHold(id))];
    }
}

/// <summary>The hold is over: the payout waits for approval again.</summary>
public sealed record EndPayoutHold(PayoutId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, TimeProvider clock) : IRequestHandler<EndPayoutHold>
    {
        public async Task<Unit> Handle(EndPayoutHold request, CancellationToken cancellationToken)
        {
            (await db.Payouts.SingleAsync(p => p.Id == request.Id, cancellationToken)).EndHold(clock.GetUtcNow());
            return Unit.Value;
        }
    }
}
