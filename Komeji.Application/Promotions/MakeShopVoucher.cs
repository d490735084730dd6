using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Promotions;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Promotions;

/// <summary>The owner of a shop makes a voucher of her own: the shop gives the discount, and nobody has to agree.</summary>
/// <exception cref="NotFound">The shop is not hers.</exception>
/// <exception cref="RuleBroken">As <see cref="Voucher.MadeByShop"/> says; <c>voucher.code_taken</c></exception>
public sealed record MakeShopVoucher(VoucherTerms Terms, string Reason) : ICommand<VoucherId>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, TimeProvider clock) : IRequestHandler<MakeShopVoucher, VoucherId>
    {
        public async Task<VoucherId> Handle(MakeShopVoucher request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Own, cancellationToken);
            var voucher = Voucher.MadeByShop(request.Terms, shop.Id, request.Reason, shop.Actor, clock.GetUtcNow());
            await db.RequireNewCode(voucher.Code, cancellationToken);
            db.Vouchers.Add(voucher);
            return voucher.Id;
        }
    }
}

static class VoucherCodes
{
    /// <summary>A code names one voucher for ever, so that nobody wonders which of two counts. Two that want it at once take turns.</summary>
    /// <exception cref="RuleBroken"><c>voucher.code_taken</c></exception>
    public static async Task RequireNewCode(this IKomejiDb db, string code, CancellationToken cancellationToken)
    {
        await db.TakeTurn($"voucher code {code}", cancellationToken);
        if (await db.Vouchers.AnyAsync(v => v.Code == code, cancellationToken))
        {
            throw new RuleBroken("voucher.code_taken", "Kode voucher ini sudah pernah dipakai. Pilih kode lain.");
        }
    }
}
