using Komeji.Application.Common;
using Komeji.Application.Ledger.Exports;
using Komeji.Domain.Common;
using Komeji.Domain.Promotions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Promotions.Desk;

/// <summary>All vouchers, newest first.</summary>
/// <param name="State">Null: all.</param>
/// <param name="Words">Part of a code.</param>
public sealed record ListVouchers(VoucherState? State, string Words, int Page = 1) : IQuery<PageOf<VoucherRow>>
{
    const int PageSize = 50;

    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ListVouchers, PageOf<VoucherRow>>
    {
        public Task<PageOf<VoucherRow>> Handle(ListVouchers request, CancellationToken cancellationToken)
        {
            var (state, code) = (request.State, VoucherTerms.Normal(request.Words));
            var vouchers = db.Vouchers.AsNoTracking();
            vouchers = state is { } only ? vouchers.Where(v => v.State == only) : vouchers;
            vouchers = code.Length > 0 ? vouchers.Where(v => v.Code.Contains(code)) : vouchers;
            return vouchers.ToRows(db).ToPage(request.Page, PageSize, cancellationToken);
        }
    }
}

/// <summary>One of them with its uses, for officers.</summary>
public sealed record ShowVoucher(VoucherId Id, int Page = 1) : IQuery<VoucherPage>
{
    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ShowVoucher, VoucherPage>
    {
        public async Task<VoucherPage> Handle(ShowVoucher request, CancellationToken cancellationToken)
        {
            var voucher = await db.Vouchers.AsNoTracking().SingleOrDefaultAsync(v => v.Id == request.Id, cancellationToken) ?? throw new NotFound();
            return await VoucherPage.Read(db, voucher, request.Page, cancellationToken);
        }
    }
}

/// <summary>Its uses, to take away.</summary>
public sealed record ExportVoucher(VoucherId Id) : IQuery<BookTable>
{
    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ExportVoucher, BookTable>
    {
        public async Task<BookTable> Handle(ExportVoucher request, CancellationToken cancellationToken) =>
            db.UsesTable(await db.Vouchers.AsNoTracking().SingleOrDefaultAsync(v => v.Id == request.Id, cancellationToken) ?? throw new NotFound());
    }
}
