using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores.Staff;

/// <summary>The owner gives somebody other rights; they hold from the person's next step on.</summary>
/// <exception cref="RuleBroken"><c>staff.rights</c>, <c>staff.state</c></exception>
/// <exception cref="NotFound">Nobody of the owner's shop.</exception>
public sealed record ChangeStaffRights(StaffId Id, ShopRights Rights) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, Notifier notifier, TimeProvider clock) : IRequestHandler<ChangeStaffRights>
    {
        public async Task<Unit> Handle(ChangeStaffRights request, CancellationToken cancellationToken)
        {
            var (shop, staff) = await db.MyStaff(desk, request.Id, cancellationToken);
            staff.Allow(request.Rights, shop.Actor, clock.GetUtcNow());
            await notifier.Tell(staff.UserId!.Value, StaffTexts.Changed(await db.NameOf(shop.Id, cancellationToken), staff.Rights), cancellationToken);
            return Unit.Value;
        }
    }
}

/// <summary>The owner takes an invitation back, or ends somebody's place: at once, also where the person is signed in now.</summary>
/// <exception cref="RuleBroken"><c>staff.state</c></exception>
/// <exception cref="NotFound">Nobody of the owner's shop.</exception>
public sealed record EndStaff(StaffId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, Notifier notifier, TimeProvider clock) : IRequestHandler<EndStaff>
    {
        public async Task<Unit> Handle(EndStaff request, CancellationToken cancellationToken)
        {
            var (shop, staff) = await db.MyStaff(desk, request.Id, cancellationToken);
            staff.End(shop.Actor, clock.GetUtcNow());
            if (staff.UserId is { } person)
            {
                await notifier.Tell(person, StaffTexts.Ended(await db.NameOf(shop.Id, cancellationToken)), cancellationToken);
            }

            return Unit.Value;
        }
    }
}

/// <summary>Somebody does not want to work for a shop any more.</summary>
/// <exception cref="NotFound">The person is not staff there.</exception>
public sealed record LeaveShop(StoreId Shop) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, Notifier notifier, TimeProvider clock) : IRequestHandler<LeaveShop>
    {
        public async Task<Unit> Handle(LeaveShop request, CancellationToken cancellationToken)
        {
            var me = user.Require();
            await db.TakeTurn(StaffTurn.Of(request.Shop), cancellationToken);
            var place = await db.ShopStaff.SingleOrDefaultAsync(s => s.StoreId == request.Shop && s.UserId == me && s.State == StaffState.Active, cancellationToken) ?? throw new NotFound();
            place.End(Actor.ShopStaff(me.Value), clock.GetUtcNow());
            var store = await db.Stores.Where(s => s.Id == request.Shop).Select(s => new { s.Name, s.OwnerId }).SingleAsync(cancellationToken);
            await notifier.Tell(store.OwnerId, StaffTexts.Left(place.Name, store.Name), cancellationToken);
            return Unit.Value;
        }
    }
}

static class MyStaffPlaces
{
    /// <exception cref="NotFound">Nobody of the owner's shop.</exception>
    public static async Task<(ShopPost Shop, ShopStaff Staff)> MyStaff(this IKomejiDb db, ShopDesk desk, StaffId id, CancellationToken cancellationToken)
    {
        var shop = await desk.At(ShopRights.Own, cancellationToken);
        await db.TakeTurn(StaffTurn.Of(shop.Id), cancellationToken);
        return (shop, await db.ShopStaff.SingleOrDefaultAsync(s => s.Id == id && s.StoreId == shop.Id, cancellationToken) ?? throw new NotFound());
    }

    public static Task<string> NameOf(this IKomejiDb db, StoreId store, CancellationToken cancellationToken) =>
        db.Stores.Where(s => s.Id == store).Select(s => s.Name).SingleAsync(cancellationToken);
}
