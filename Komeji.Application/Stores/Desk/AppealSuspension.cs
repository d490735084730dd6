using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores.Desk;

/// <summary>The owner does not accept that her shop is suspended; a person who did not decide it answers, and all who may are told.</summary>
/// <exception cref="RuleBroken"><c>store.appeal</c>, <c>store.reason</c></exception>
public sealed record AppealSuspension(string Text) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, Notifier notifier, TimeProvider clock) : IRequestHandler<AppealSuspension>
    {
        public async Task<Unit> Handle(AppealSuspension request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Own, cancellationToken);
            var store = await db.Stores.SingleAsync(s => s.Id == shop.Id, cancellationToken);
            store.AppealSuspension(request.Text, clock.GetUtcNow());
            foreach (var person in await db.HearersOf(store, cancellationToken))
            {
                await notifier.Tell(person, StoreTexts.Appealed(store.Id, store.Name, store.Appeal), cancellationToken);
            }

            return Unit.Value;
        }
    }
}
