using Komeji.Application.Common;
using Komeji.Application.Legal.Office;
using Komeji.Application.Legal.Opening;
using Komeji.Domain.Common;
using Komeji.Domain.Ordering;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores.Desk;

/// <summary>A shop before the person who decides on it: what it is, what is open, what became of it so far.</summary>
/// <exception cref="NotFound">No such shop.</exception>
public sealed record ShowStoreDesk(StoreId Id) : IQuery<StoreDeskPage>
{
    internal sealed class Handler(IKomejiDb db, MinimumChecklist checklist) : IRequestHandler<ShowStoreDesk, StoreDeskPage>
    {
        public async Task<StoreDeskPage> Handle(ShowStoreDesk request, CancellationToken cancellationToken)
        {
            var store = await db.Stores.AsNoTracking().SingleOrDefaultAsync(s => s.Id == request.Id, cancellationToken) ?? throw new NotFound();
            var place = await db.Regions.Where(r => r.Code == store.VillageCode).Select(r => r.FullName).SingleOrDefaultAsync(cancellationToken) ?? "";
            var owner = await db.Users.Where(u => u.Id == store.OwnerId.Value).Select(u => u.FullName).SingleOrDefaultAsync(cancellationToken) ?? "";
            var ended = Enum.GetValues<OrderState>().Where(OrderMoves.IsFinal).ToList();
            var steps = await db.StateChanges.AsNoTracking().Where(c => c.SubjectId == store.Id.Value).OrderByDescending(c => c.Id).ToListAsync(cancellationToken);
            var names = await db.NamesOf(steps.Select(c => c.ActorId), cancellationToken);
            return new StoreDeskPage(
                store, owner, place,
                await db.Products.CountAsync(p => p.StoreId == store.Id && p.State == Domain.Catalog.ProductState.Published, cancellationToken),
                await db.Orders.CountAsync(o => o.StoreId == store.Id && !ended.Contains(o.State), cancellationToken),
                store.State == StoreState.AwaitingReview ? await checklist.Of(store, cancellationToken) : [],
                steps.ConvertAll(c => new StoreStep(c.At, c.ReasonCode, names.GetValueOrDefault(c.ActorId ?? default, ""), c.Note ?? "")));
        }
    }
}

/// <param name="Owner">The owner's name.</param>
/// <param name="OpenOrders">Orders that are not at their end.</param>
/// <param name="Checklist">What is asked of a shop before it opens; empty once it has opened.</param>
public sealed record StoreDeskPage(Store Store, string Owner, string Place, int Products, int OpenOrders, IReadOnlyList<ChecklistItem> Checklist, IReadOnlyList<StoreStep> Steps);

public sealed record StoreStep(DateTimeOffset At, string Code, string Name, string Note);
