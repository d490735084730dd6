using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Promotions;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Promotions;

/// <summary>The owner ends a voucher of her shop before its time. One the cooperative pays a part of it ends itself.</summary>
/// <exception cref="NotFound">It is not her shop's own.</exception>
public sealed record StopShopVoucher(VoucherId Id, string Reason) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, TimeProvider clock) : IRequestHandler<StopShopVoucher>
    {
        public async Task<Unit> Handle(StopShopVoucher request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Own, cancellationToken);
            var voucher = await db.Vouchers.Of(shop).SingleOrDefaultAsync(v => v.Id == request.Id, cancellationToken) ?? throw new NotFound();
            if (voucher.HasFund)
            {
                throw new RuleBroken("voucher.shared", "Voucher ini didanai bersama koperasi. Minta koperasi menghentikannya.");
            }

            voucher.Stop(shop.Actor, request.Reason, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

/// <summary>The owner says whether her shop pays its part of a voucher the cooperative proposes.</summary>
/// <param name="Reason">Why not; of no matter where she agrees.</param>
/// <exception cref="NotFound">It is not for her shop.</exception>
public sealed record AnswerSharedVoucher(VoucherId Id, bool Agrees, string Reason) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, TimeProvider clock) : IRequestHandler<AnswerSharedVoucher>
    {
        public async Task<Unit> Handle(AnswerSharedVoucher request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Own, cancellationToken);
            var voucher = await db.Vouchers.Of(shop).SingleOrDefaultAsync(v => v.Id == request.Id, cancellationToken) ?? throw new NotFound();
            if (request.Agrees)
            {
                voucher.Agree(shop.Actor, clock.GetUtcNow());
            }
            else
            {
                voucher.Decline(shop.Actor, request.Reason, clock.GetUtcNow());
            }

            return Unit.Value;
        }
    }
}

static class VouchersOf
{
    /// <summary>Those a shop pays for, alone or in part; one the cooperative pays alone is not the shop's matter.</summary>
    public static IQueryable<Voucher> Of(this IQueryable<Voucher> vouchers, ShopPost shop)
    {
        var (store, nothing) = (shop.Id, BasisPoints.Zero);
        return vouchers.Where(v => v.StoreId == store && v.OfShop != nothing);
    }
}
