using Komeji.Application.Common;
using Komeji.Application.Ledger.Days;
using Komeji.Application.Ledger.Positions;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payments;
using Komeji.Domain.Payouts;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger;

/// <summary>What the bank has on the escrow account (1020), and what of it is promised: to payouts in a file, and to refunds paid by transfer.</summary>
public sealed class EscrowAccount(IKomejiDb db, Balances balances)
{
    static readonly List<int> Asked = [Chart.EscrowAtProvider.Code];

    /// <summary>Files for the bank and sweeps go one after the other, and no day is closed meanwhile.</summary>
    public async Task TakeTurn(CancellationToken cancellationToken)
    {
        await db.TakeTurn("escrow account", cancellationToken);
        await db.TakeTurn(DayBooks.Turn, cancellationToken);
    }

    /// <summary>What the bank has been told to pay, or an officer is to transfer, and is not booked yet.</summary>
    public Task<Rupiah> Promised(CancellationToken cancellationToken) => Promised([], cancellationToken);

    /// <summary>What may be promised. Promises are read first: one that is kept meanwhile counts twice rather than not at all.</summary>
    /// <param name="but">Payouts about to be sent, which count as no promise of before.</param>
    public async Task<Rupiah> NotPromised(List<PayoutId> but, CancellationToken cancellationToken)
    {
        var promised = await Promised(but, cancellationToken);
        return (await balances.Now(Asked, cancellationToken))[Chart.EscrowAtProvider.Code].Sum - promised;
    }

    async Task<Rupiah> Promised(List<PayoutId> but, CancellationToken cancellationToken)
    {
        var told = await db.Payouts.Where(p => (p.State == PayoutState.Processing || p.State == PayoutState.NeedsCheck) && !but.Contains(p.Id)).SumAsync(p => (long)p.Amount, cancellationToken);
        var transfers = await db.Refunds.Where(r => r.State == RefundState.ManualTransfer).SumAsync(r => (long)r.Amount - (long)r.Settled, cancellationToken);
        return new Rupiah(told + transfers);
    }
}
