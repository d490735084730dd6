using Komeji.Application.Common;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using Komeji.Domain.Payments;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments.Desk;

/// <summary>What became of an officer's decision about money.</summary>
public enum MoneyDecided
{
    Booked,

    /// <summary>Another officer has to agree; nothing has moved.</summary>
    Waits,
}

/// <summary>Above an amount that is a setting, what one officer decides about money waits for another.</summary>
sealed class SecondOfficer(IKomejiDb db, SettingsInForce settings, TimeProvider clock)
{
    public async Task<bool> IsNeeded(Rupiah amount, CancellationToken cancellationToken) =>
        amount > new Rupiah(await settings.Number(SettingCatalogue.SecondOfficerAbove, cancellationToken));

    /// <summary>The refunds decided of a purchase count together, so that nobody cuts a large one into small ones.</summary>
    public async Task<bool> IsNeededToRefund(PurchaseId purchase, Rupiah amount, CancellationToken cancellationToken)
    {
        var before = await db.RefundDecisions.Where(d => d.PurchaseId == purchase).SumAsync(d => (long)d.Amount, cancellationToken);
        return await IsNeeded(new Rupiah(before) + amount, cancellationToken);
    }

    /// <exception cref="RuleBroken"><c>approval.waits</c>, <c>approval.reason</c></exception>
    public async Task<MoneyDecided> Ask(MoneyWish wish, Actor by, CancellationToken cancellationToken)
    {
        if (await db.MoneyApprovals.AnyAsync(a => a.Act == wish.Act && a.SubjectId == wish.SubjectId && a.State == MoneyApprovalState.Waiting, cancellationToken))
        {
            throw new RuleBroken("approval.waits", "Keputusan seperti ini sudah menunggu petugas kedua. Minta ia menjawabnya, atau tarik dahulu di halaman Persetujuan.");
        }

        db.MoneyApprovals.Add(MoneyApproval.Ask(wish, by, clock.GetUtcNow()));
        return MoneyDecided.Waits;
    }
}
