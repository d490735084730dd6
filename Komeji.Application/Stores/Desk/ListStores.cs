using Komeji.Application.Common;
using Komeji.Application.Legal.Office;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores.Desk;

/// <summary>Shops by state; those that wait for a person first where they are asked for.</summary>
/// <param name="Waiting">Only those to be opened, with an appeal, or to be looked at again.</param>
/// <param name="Words">In the name.</param>
public sealed record ListStores(StoreState? State = null, bool Waiting = false, string? Words = null, int Page = 1) : IQuery<PageOf<StoreRow>>
{
    const int PageSize = 25;

    internal sealed class Handler(IKomejiDb db, TimeProvider clock) : IRequestHandler<ListStores, PageOf<StoreRow>>
    {
        public Task<PageOf<StoreRow>> Handle(ListStores request, CancellationToken cancellationToken)
        {
            var stores = (request.Words?.Trim() is { Length: > 0 } words ? db.StoresNamed(words) : db.Stores).AsNoTracking();
            stores = request.State is { } state ? stores.Where(s => s.State == state) : stores;
            stores = request.Waiting ? stores.ToLookAt(Wib.DayOf(clock.GetUtcNow())) : stores;
            return stores.OrderByDescending(s => s.OpenedAt).ThenBy(s => s.Id)
                .Select(s => new StoreRow(
                    s.Id, s.Name, s.State, db.Regions.Where(r => r.Code == s.VillageCode.Substring(0, 5)).Select(r => r.Name).FirstOrDefault() ?? "",
                    s.OpenedAt, s.ReviewOn, s.State == StoreState.Suspended && s.AppealedAt != null && s.AppealHeardAt == null))
                .ToPage(request.Page, PageSize, cancellationToken);
        }
    }
}

/// <param name="AppealWaits">The owner's appeal is to be heard.</param>
public sealed record StoreRow(StoreId Id, string Name, StoreState State, string Regency, DateTimeOffset OpenedAt, DateOnly? ReviewOn, bool AppealWaits);

static class StoresToLookAt
{
    public static IQueryable<Store> ToLookAt(this IQueryable<Store> stores, DateOnly today) => stores.Where(s => s.State == StoreState.AwaitingReview
        || (s.State == StoreState.Suspended && ((s.AppealedAt != null && s.AppealHeardAt == null) || s.ReviewOn <= today)));
}
