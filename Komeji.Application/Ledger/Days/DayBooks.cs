using Komeji.Application.Common;
using Komeji.Domain.Common;

namespace Komeji.Application.Ledger.Days;

/// <summary>What is kept of closed days so that pages need not read the whole ledger: totals per day, and balances per key. Both can be made anew from it.</summary>
public sealed class DayBooks(IKomejiDb db)
{
    /// <summary>Days are written one at a time.</summary>
    public const string Turn = "ledger day";

    public Task Write(DateOnly day, DayDigest digest, CancellationToken cancellationToken)
    {
        db.DayTotals.AddRange(digest.Totals);
        return db.CarryBalances(Wib.StartOf(day), Wib.StartOf(day.AddDays(1)), cancellationToken);
    }
}
