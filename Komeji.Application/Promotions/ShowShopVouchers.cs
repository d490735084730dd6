using Komeji.Application.Common;
using Komeji.Application.Ledger.Exports;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Promotions;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Promotions;

/// <summary>The vouchers a shop pays for, newest first.</summary>
public sealed record ListShopVouchers(int Page = 1) : IQuery<PageOf<VoucherRow>>
{
    const int PageSize = 25;

    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<ListShopVouchers, PageOf<VoucherRow>>
    {
        public async Task<PageOf<VoucherRow>> Handle(ListShopVouchers request, CancellationToken cancellationToken) =>
            await db.Vouchers.AsNoTracking().Of(await desk.At(ShopRights.Money, cancellationToken)).ToRows(db).ToPage(request.Page, PageSize, cancellationToken);
    }
}

/// <summary>One of them with its uses.</summary>
/// <exception cref="NotFound">The shop does not pay for it.</exception>
public sealed record ShowShopVoucher(VoucherId Id, int Page = 1) : IQuery<VoucherPage>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<ShowShopVoucher, VoucherPage>
    {
        public async Task<VoucherPage> Handle(ShowShopVoucher request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Money, cancellationToken);
            var voucher = await db.Vouchers.AsNoTracking().Of(shop).SingleOrDefaultAsync(v => v.Id == request.Id, cancellationToken) ?? throw new NotFound();
            return await VoucherPage.Read(db, voucher, request.Page, cancellationToken);
        }
    }
}

/// <summary>Its uses, to take away.</summary>
/// <exception cref="NotFound">The shop does not pay for it.</exception>
public sealed record ExportShopVoucher(VoucherId Id) : IQuery<BookTable>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<ExportShopVoucher, BookTable>
    {
        public async Task<BookTable> Handle(ExportShopVoucher request, CancellationToken cancellationToken)
        {
            var shop = await desk.At(ShopRights.Money, cancellationToken);
            var voucher = await db.Vouchers.AsNoTracking().Of(shop).SingleOrDefaultAsync(v => v.Id == request.Id, cancellationToken) ?? throw new NotFound();
            return db.UsesTable(voucher);
        }
    }
}

/// <summary>A voucher with its uses, its sums and every step, for the shop or the cooperative.</summary>
/// <param name="Shop">Whom it is for; empty: all shops.</param>
/// <param name="Uses">An order for each row.</param>
public sealed record VoucherPage(Voucher Voucher, string Shop, VoucherSums Sums, PageOf<VoucherUseRow> Uses, IReadOnlyList<VoucherStep> Steps)
{
    const int PageSize = 50;

    internal static async Task<VoucherPage> Read(IKomejiDb db, Voucher voucher, int page, CancellationToken cancellationToken) => new(
        voucher,
        await db.Stores.Where(s => s.Id == voucher.StoreId).Select(s => s.Name).FirstOrDefaultAsync(cancellationToken) ?? "",
        await db.SumsOf(voucher.Id, cancellationToken),
        await db.UsesOf(voucher.Id).ToPage(page, PageSize, cancellationToken),
        await db.StateChanges.Where(c => c.Subject == Voucher.Subject && c.SubjectId == voucher.Id.Value).OrderBy(c => c.Id)
            .Select(c => new VoucherStep(c.At, c.ReasonCode, c.Note ?? "", db.Users.Where(u => u.Id == c.ActorId).Select(u => u.FullName).FirstOrDefault() ?? "")).ToListAsync(cancellationToken));
}

/// <param name="By">Empty: by time.</param>
public sealed record VoucherStep(DateTimeOffset At, string ReasonCode, string Note, string By);
