using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Application.Notifications;
using Komeji.Application.Stores.Desk;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores.Health;

/// <summary>Shops that have opened whose figures are not of today.</summary>
public sealed class ShopsToReckon(IKomejiDb db, HealthTerms terms) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var (_, asOf) = await terms.Window(cancellationToken);
        var ids = await db.Stores.AsNoTracking().Where(s => (s.State == StoreState.Active || s.State == StoreState.Suspended) && !db.ShopHealths.Any(h => h.StoreId == s.Id && h.AsOf >= asOf))
            .OrderBy(s => s.Id).Take(most).Select(s => s.Id).ToListAsync(cancellationToken);
        return [.. ids.Select(id => new ReckonShopHealth(id))];
    }
}

/// <summary>
/// Reckons a shop's figures anew with the list behind each, then judges them: above a limit the owner is warned, and when nothing is
/// better at the end of the notice new orders stop until a person has looked.
/// </summary>
public sealed record ReckonShopHealth(StoreId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopPast past, HealthTerms terms, Notifier notifier, TimeProvider clock) : IRequestHandler<ReckonShopHealth>
    {
        public async Task<Unit> Handle(ReckonShopHealth request, CancellationToken cancellationToken)
        {
            var store = await db.StoreToDecide(request.Id, cancellationToken);
            var (from, asOf) = await terms.Window(cancellationToken);
            var health = await db.ShopHealths.SingleOrDefaultAsync(h => h.StoreId == request.Id, cancellationToken);
            if (health is null)
            {
                db.ShopHealths.Add(health = ShopHealth.Begin(request.Id));
            }

            var cases = await past.Cases(request.Id, from, asOf, await terms.AnswerWithin(cancellationToken), cancellationToken);
            await db.HealthCases.Where(c => c.StoreId == request.Id).ExecuteDeleteAsync(cancellationToken);
            db.HealthCases.AddRange(cases);
            health.Reckon(cases, from, asOf);
            await Judge(store, health, cases, cancellationToken);
            return Unit.Value;
        }

        async Task Judge(Store store, ShopHealth health, IReadOnlyList<HealthCase> cases, CancellationToken cancellationToken)
        {
            var (limits, now) = (await terms.Limits(cancellationToken), clock.GetUtcNow());
            var reason = "";
            switch (health.Judge(cases, limits, store.State, breaches => reason = HealthTexts.Say(breaches, health), now))
            {
                case HealthOutcome.Warned:
                    await notifier.TellEverywhere(store.OwnerId, HealthTexts.Warned(store.Name, reason, health.RestrictOn!.Value), cancellationToken);
                    break;
                case HealthOutcome.Recovered:
                    await notifier.Tell(store.OwnerId, HealthTexts.Recovered(store.Name), cancellationToken);
                    break;
                case HealthOutcome.Restricted:
                    var review = Wib.DayOf(now).AddDays(limits.ReviewDays);
                    store.SuspendForHealth(reason, review, now);
                    await notifier.TellEverywhere(store.OwnerId, HealthTexts.Restricted(store.Name, reason, review), cancellationToken);
                    break;
                default:
                    break;
            }
        }
    }
}
