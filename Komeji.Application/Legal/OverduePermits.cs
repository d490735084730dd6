using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Application.Notifications;
using Komeji.Domain.Catalog;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal;

/// <summary>Shops that still show goods whose time to get a permit is over.</summary>
public sealed class OverduePermits(PermitGrace grace, TimeProvider clock) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken) =>
        [.. (await grace.Overdue(clock.GetUtcNow(), cancellationToken)).Take(most).Select(id => new HideUnpermitted(id))];
}

/// <summary>Hides what the shop may not show any more by the rule for lost permits, and tells the owner which and what to do.</summary>
public sealed record HideUnpermitted(StoreId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, PermitsOfGoods permits, Notifier notifier, TimeProvider clock) : IRequestHandler<HideUnpermitted>
    {
        public async Task<Unit> Handle(HideUnpermitted request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var lost = await permits.LostBy(request.Id, now, cancellationToken);
            var shown = await db.Products.Where(p => p.StoreId == request.Id && p.State == ProductState.Published).OrderBy(p => p.Name).ToListAsync(cancellationToken);
            var hidden = shown.FindAll(p => lost.WantedFor(p.CategoryId) is { } permit && p.HideFor(permit, now));
            if (hidden.Count > 0)
            {
                var owner = await db.Stores.Where(s => s.Id == request.Id).Select(s => s.OwnerId).SingleAsync(cancellationToken);
                await notifier.Tell(owner, LegalTexts.ProductsUnpermitted(hidden.ConvertAll(p => p.Name)), cancellationToken);
            }

            return Unit.Value;
        }
    }
}
