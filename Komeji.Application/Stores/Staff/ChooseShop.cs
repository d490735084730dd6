using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores.Staff;

/// <summary>The shops the person works in: her own first.</summary>
public sealed record ListMyShops : IQuery<IReadOnlyList<MyShop>>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user) : IRequestHandler<ListMyShops, IReadOnlyList<MyShop>>
    {
        public Task<IReadOnlyList<MyShop>> Handle(ListMyShops request, CancellationToken cancellationToken) => db.ShopsWorkedIn(user.Require(), cancellationToken);
    }
}

/// <param name="Rights">All of them in her own.</param>
public sealed record MyShop(StoreId Id, string Name, string Slug, ShopRights Rights)
{
    public bool IsOwn => Rights == ShopRights.All;
}

/// <summary>From now on the person works in this shop, in this browser.</summary>
/// <exception cref="NotFound">The person does not work there.</exception>
public sealed record ChooseShop(StoreId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user) : IRequestHandler<ChooseShop>
    {
        public async Task<Unit> Handle(ChooseShop request, CancellationToken cancellationToken)
        {
            var me = user.Require();
            if (!await db.WorkedIn(me).AnyAsync(s => s.Id == request.Id, cancellationToken))
            {
                throw new NotFound();
            }

            StoreId? chosen = request.Id;
            await db.Sessions.Where(s => s.KeyHash == user.Session && s.UserId == me.Value).ExecuteUpdateAsync(s => s.SetProperty(x => x.Shop, chosen), cancellationToken);
            return Unit.Value;
        }
    }
}

static class ShopsWorked
{
    public static async Task<IReadOnlyList<MyShop>> ShopsWorkedIn(this IKomejiDb db, UserId person, CancellationToken cancellationToken)
    {
        var own = await db.Stores.AsNoTracking().OwnedBy(person).Select(s => new MyShop(s.Id, s.Name, s.Slug, ShopRights.All)).ToListAsync(cancellationToken);
        var others = await (
            from place in db.ShopStaff.AsNoTracking()
            where place.UserId == person && place.State == StaffState.Active
            join store in db.Stores on place.StoreId equals store.Id
            orderby place.AnsweredAt
            select new MyShop(store.Id, store.Name, store.Slug, place.Rights)).ToListAsync(cancellationToken);
        return [.. own, .. others];
    }
}
