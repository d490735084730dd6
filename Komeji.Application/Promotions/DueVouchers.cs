using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Domain.Common;
using Komeji.Domain.Promotions;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Promotions;

/// <summary>Active vouchers whose last day is over.</summary>
public sealed class DueVouchers(IKomejiDb db, TimeProvider clock) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        var due = await db.Vouchers.Where(v => v.State == VoucherState.Active && v.EndsAt <= now).OrderBy(v => v.EndsAt).Select(v => v.Id).Take(most).ToListAsync(cancellationToken);
        return [.. due.Select(id => new ExpireVoucher(id))];
    }
}

/// <summary>The last day of a voucher is over. Nobody could use it any more before that was written down.</summary>
public sealed record ExpireVoucher(VoucherId Id) : ICommand
{
    internal sealed class Handler(IKomejiDb db, TimeProvider clock) : IRequestHandler<ExpireVoucher>
    {
        public async Task<Unit> Handle(ExpireVoucher request, CancellationToken cancellationToken)
        {
            var voucher = await db.Vouchers.SingleAsync(v => v.Id == request.Id, cancellationToken);
            if (voucher.State == VoucherState.Active)
            {
                voucher.Expire(clock.GetUtcNow());
            }

            return Unit.Value;
        }
    }
}
