using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores.Desk;

/// <summary>A person has looked at what kept the shop from opening by itself: it may sell.</summary>
/// <exception cref="NotFound">No such shop.</exception>
/// <exception cref="RuleBroken"><c>staff.own_case</c>, <c>store.reason</c>, <c>store.state</c></exception>
public sealed record ActivateStore(StoreId Id, string Reason) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, Notifier notifier, TimeProvider clock) : IRequestHandler<ActivateStore>
    {
        public async Task<Unit> Handle(ActivateStore request, CancellationToken cancellationToken)
        {
            var store = await db.StoreToJudge(user.Require(), request.Id, cancellationToken);
            store.Activate(user.Staff(), clock.GetUtcNow(), request.Reason);
            await notifier.Tell(store.OwnerId, StoreTexts.Activated(store.Name), cancellationToken);
            return Unit.Value;
        }
    }
}

/// <summary>Stops a shop from selling until somebody looks again; the owner is told why and may appeal to another person.</summary>
/// <exception cref="NotFound">No such shop.</exception>
/// <exception cref="RuleBroken"><c>staff.own_case</c>, <c>store.reason</c>, <c>store.review_on</c>, <c>store.state</c></exception>
public sealed record SuspendStore(StoreId Id, string Reason, DateOnly ReviewOn) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, Notifier notifier, TimeProvider clock) : IRequestHandler<SuspendStore>
    {
        public async Task<Unit> Handle(SuspendStore request, CancellationToken cancellationToken)
        {
            var store = await db.StoreToJudge(user.Require(), request.Id, cancellationToken);
            store.Suspend(user.Staff(), request.Reason, request.ReviewOn, clock.GetUtcNow());
            await notifier.TellEverywhere(store.OwnerId, StoreTexts.Suspended(store.Name, store.SuspensionReason, request.ReviewOn), cancellationToken);
            return Unit.Value;
        }
    }
}

/// <summary>Looked at again, or the appeal heard by somebody else: the shop stays suspended until another day.</summary>
/// <exception cref="NotFound">No such shop.</exception>
/// <exception cref="RuleBroken"><c>staff.own_case</c>, <c>store.other_person</c>, <c>store.reason</c>, <c>store.review_on</c>, <c>store.state</c></exception>
public sealed record KeepStoreSuspended(StoreId Id, string Reason, DateOnly ReviewOn) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, Notifier notifier, TimeProvider clock) : IRequestHandler<KeepStoreSuspended>
    {
        public async Task<Unit> Handle(KeepStoreSuspended request, CancellationToken cancellationToken)
        {
            var store = await db.StoreToJudge(user.Require(), request.Id, cancellationToken);
            store.KeepSuspended(user.Staff(), request.Reason, request.ReviewOn, clock.GetUtcNow());
            await notifier.Tell(store.OwnerId, StoreTexts.KeptSuspended(store.Name, request.Reason.Trim(), request.ReviewOn), cancellationToken);
            return Unit.Value;
        }
    }
}

/// <summary>The shop sells again.</summary>
/// <exception cref="NotFound">No such shop.</exception>
/// <exception cref="RuleBroken"><c>staff.own_case</c>, <c>store.other_person</c>, <c>store.reason</c>, <c>store.owner_banned</c>, <c>store.state</c></exception>
public sealed record ReopenStore(StoreId Id, string Reason) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, Notifier notifier, TimeProvider clock) : IRequestHandler<ReopenStore>
    {
        public async Task<Unit> Handle(ReopenStore request, CancellationToken cancellationToken)
        {
            var store = await db.StoreToJudge(user.Require(), request.Id, cancellationToken);
            if (await db.Users.AnyAsync(u => u.Id == store.OwnerId.Value && u.BannedAt != null, cancellationToken))
            {
                throw new RuleBroken("store.owner_banned", "Akun pemilik toko ini dinonaktifkan. Aktifkan akunnya dahulu, lalu buka tokonya.");
            }

            store.Reopen(user.Staff(), request.Reason, clock.GetUtcNow());
            await notifier.Tell(store.OwnerId, StoreTexts.Reopened(store.Name), cancellationToken);
            return Unit.Value;
        }
    }
}

static class StoreDesk
{
    /// <summary>One decision on a shop at a time, and no checkout meanwhile (<see cref="IKomejiDb.HoldShops"/>): what was ordered before is seen, and nothing is ordered after.</summary>
    /// <exception cref="NotFound">No such shop.</exception>
    public static async Task<Store> StoreToDecide(this IKomejiDb db, StoreId id, CancellationToken cancellationToken)
    {
        await db.TakeTurn($"store {id.Value}", cancellationToken);
        return await db.Stores.SingleOrDefaultAsync(s => s.Id == id, cancellationToken) ?? throw new NotFound();
    }

    /// <summary>The same for who decides for the cooperative: not about a shop she owns, works or worked for, or has helped as a mentor.</summary>
    /// <exception cref="NotFound">No such shop.</exception>
    /// <exception cref="RuleBroken"><c>staff.own_case</c></exception>
    public static async Task<Store> StoreToJudge(this IKomejiDb db, UserId person, StoreId id, CancellationToken cancellationToken)
    {
        var store = await db.StoreToDecide(id, cancellationToken);
        await db.RequireUntied(person, id, cancellationToken);
        return store;
    }

    /// <summary>Who may answer the appeal of a suspended shop: operators and administrators not tied to it, but not who suspended it.</summary>
    public static async Task<IReadOnlyList<UserId>> HearersOf(this IKomejiDb db, Store store, CancellationToken cancellationToken)
    {
        var tied = await db.PeopleTiedTo(store.Id, store.OwnerId, cancellationToken);
        var staff = await db.RoleGrants.Where(g => (g.Role == Roles.Operator || g.Role == Roles.Admin) && g.EndedAt == null).Select(g => g.UserId).Distinct().ToListAsync(cancellationToken);
        return staff.FindAll(person => person != store.SuspendedBy && !tied.Contains(person));
    }

    public static Actor Staff(this ICurrentUser user) => Actor.Staff(user.Require().Value, user.IsIn(Roles.Admin) ? Roles.Admin : Roles.Operator);
}
