using Komeji.Application.Common;
using Komeji.Application.Notifications;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Promotions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Promotions.Desk;

/// <summary>A second officer has the money moved to the escrow account and lets buyers use the voucher (rule P17).</summary>
/// <param name="Reference">The bank's, of the transfer from the cooperative's own account.</param>
/// <exception cref="RuleBroken">As <see cref="Voucher.Activate"/> and <see cref="VoucherFunds.SetApart"/> say; <c>staff.own_case</c></exception>
public sealed record ActivateVoucher(VoucherId Id, string Reference) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, VoucherFunds funds, ICurrentUser user, TimeProvider clock) : IRequestHandler<ActivateVoucher>
    {
        public async Task<Unit> Handle(ActivateVoucher request, CancellationToken cancellationToken)
        {
            var by = user.VoucherOfficer();
            var voucher = await db.OfCooperative(request.Id, cancellationToken);
            if (voucher.StoreId is { } shop)
            {
                await db.RequireUntied(user.Require(), shop, cancellationToken);
            }

            voucher.Activate(by, clock.GetUtcNow());
            await funds.SetApart(voucher, request.Reference, cancellationToken);
            return Unit.Value;
        }
    }
}

/// <summary>A draft is not activated after all.</summary>
public sealed record DropVoucher(VoucherId Id, string Reason) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<DropVoucher>
    {
        public async Task<Unit> Handle(DropVoucher request, CancellationToken cancellationToken)
        {
            var by = user.VoucherOfficer();
            (await db.OfCooperative(request.Id, cancellationToken)).Drop(by, request.Reason, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

/// <summary>An officer ends a voucher before its time: the cooperative's, or a shop's that misleads buyers, whose owner is told why.</summary>
/// <exception cref="RuleBroken"><c>staff.own_case</c>, and as <see cref="Voucher.Stop"/> says.</exception>
public sealed record StopVoucher(VoucherId Id, string Reason) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, Notifier notifier, ICurrentUser user, TimeProvider clock) : IRequestHandler<StopVoucher>
    {
        public async Task<Unit> Handle(StopVoucher request, CancellationToken cancellationToken)
        {
            var by = user.VoucherOfficer();
            var voucher = await db.Vouchers.SingleOrDefaultAsync(v => v.Id == request.Id, cancellationToken) ?? throw new NotFound();
            if (voucher.StoreId is { } shop)
            {
                await db.RequireUntied(user.Require(), shop, cancellationToken);
                var owner = await db.Stores.Where(s => s.Id == shop).Select(s => s.OwnerId).SingleAsync(cancellationToken);
                await notifier.Tell(owner, new Notice($"Voucher {voucher.Code} dihentikan", PlainText.Sentence($"Petugas koperasi menghentikannya. Alasannya: {request.Reason}"), "/penjual/voucher"), cancellationToken);
            }

            voucher.Stop(by, request.Reason, clock.GetUtcNow());
            return Unit.Value;
        }
    }
}

/// <summary>What is left of an ended voucher's fund was moved back to the cooperative's own account (rule P17). Refunds that come later bring more, which is taken back again.</summary>
/// <param name="Reference">The bank's.</param>
/// <exception cref="RuleBroken">As <see cref="VoucherFunds.TakeBack"/> says.</exception>
public sealed record ReturnVoucherFund(VoucherId Id, string Reference) : ICommand, INeedsProof
{
    internal sealed class Handler(IKomejiDb db, VoucherFunds funds, ICurrentUser user) : IRequestHandler<ReturnVoucherFund>
    {
        public async Task<Unit> Handle(ReturnVoucherFund request, CancellationToken cancellationToken)
        {
            var by = user.VoucherOfficer();
            await funds.TakeBack(await db.OfCooperative(request.Id, cancellationToken), request.Reference, by, cancellationToken);
            return Unit.Value;
        }
    }
}

static class CooperativeVouchers
{
    /// <exception cref="NotFound">There is none, or a shop pays it alone.</exception>
    public static async Task<Voucher> OfCooperative(this IKomejiDb db, VoucherId id, CancellationToken cancellationToken)
    {
        var whole = new BasisPoints(BasisPoints.Whole);
        return await db.Vouchers.SingleOrDefaultAsync(v => v.Id == id && v.OfShop != whole, cancellationToken) ?? throw new NotFound();
    }
}
