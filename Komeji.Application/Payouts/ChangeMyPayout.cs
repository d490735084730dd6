using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Payouts;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payouts;

/// <summary>The owner takes back what no officer has looked at yet: the money is the shop's balance again.</summary>
/// <exception cref="NotFound">It is not of her shop.</exception>
/// <exception cref="RuleBroken"><c>payout.too_late</c></exception>
public sealed record CancelMyPayout(PayoutId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, TimeProvider clock) : IRequestHandler<CancelMyPayout>
    {
        public async Task<Unit> Handle(CancelMyPayout request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Own, cancellationToken);
            var payout = await db.MyPayout(shop, request.Id, cancellationToken);
            if (payout.State != PayoutState.Requested)
            {
                throw new RuleBroken("payout.too_late", "Pencairan ini sudah diproses petugas, jadi tidak bisa dibatalkan lagi. Hubungi layanan kami bila ada yang salah.");
            }

            payout.Cancel(shop.Actor, null, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

/// <summary>The owner says why a payout that is held should go on; another officer than who held it reads that.</summary>
/// <exception cref="NotFound">It is not of her shop.</exception>
/// <exception cref="RuleBroken"><c>payout.reason</c>, <c>payout.appealed</c>, <c>payout.illegal_move</c></exception>
public sealed record AppealPayoutHold(PayoutId Id, string Plea) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, TimeProvider clock) : IRequestHandler<AppealPayoutHold>
    {
        public async Task<Unit> Handle(AppealPayoutHold request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Own, cancellationToken);
            (await db.MyPayout(shop, request.Id, cancellationToken)).AppealHold(shop.Actor, request.Plea, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

/// <summary>The owner chooses to be paid out every week on a day, or only when she asks.</summary>
/// <param name="Day">Null: only when she asks.</param>
/// <exception cref="NotFound">The shop is not hers.</exception>
public sealed record ChoosePayoutDay(DayOfWeek? Day) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, TimeProvider clock) : IRequestHandler<ChoosePayoutDay>
    {
        public async Task<Unit> Handle(ChoosePayoutDay request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Own, cancellationToken);
            (await db.PayoutPlanOf(shop.Id, cancellationToken)).Choose(request.Day, shop.Actor, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

static class MyPayouts
{
    public static async Task<Payout> MyPayout(this IKomejiDb db, ShopPost shop, PayoutId id, CancellationToken cancellationToken) =>
        await db.Payouts.SingleOrDefaultAsync(p => p.Id == id && p.StoreId == shop.Id, cancellationToken) ?? throw new NotFound();

    /// <summary>A shop's plan, begun when there is none; one change at a time.</summary>
    public static async Task<PayoutPlan> PayoutPlanOf(this IKomejiDb db, StoreId store, CancellationToken cancellationToken)
    {
        await db.TakeTurn(PayoutReserve.Turn(store), cancellationToken);
        return await db.PayoutPlans.SingleOrDefaultAsync(p => p.StoreId == store, cancellationToken) ?? db.PayoutPlans.Add(PayoutPlan.For(store)).Entity;
    }
}
