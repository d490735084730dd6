using Komeji.Application.Ledger.Positions;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;

namespace Komeji.Application.Ledger.Sweeps;

/// <summary>
/// How much of the escrow account is the cooperative's: what is left of provider and escrow account once everybody else has been
/// covered. Buyers, sellers, payouts on their way, the month's pool and money nobody knows yet come first, each with all that is owed to
/// it: what one shop owes us is not another's money. What the bank is to pay already stays on the account until it is paid. Taxes are paid
/// from the cooperative's own account and may move with it.
/// </summary>
public sealed class CooperativeFunds(Balances balances, EscrowAccount account)
{
    static readonly List<int> Asked = [.. Chart.HeldForOthers, .. Chart.OwedToOthers, Chart.CooperativeBank.Code];

    /// <summary>To be asked for in one snapshot, or in the turn in which days are closed.</summary>
    public async Task<FundsNow> Now(CancellationToken cancellationToken)
    {
        var promised = await account.Promised(cancellationToken);
        var now = await balances.Now(Asked, cancellationToken);
        var escrow = now[Chart.EscrowAtProvider.Code].Sum;
        var owed = Rupiah.Sum(Chart.OwedToOthers.Select(a => now[a].Owed));
        var left = Rupiah.Sum(Chart.HeldForOthers.Select(a => now[a].Sum)) - owed;
        return new FundsNow(escrow, promised, now[Chart.CooperativeBank.Code].Sum, owed, Rupiah.Max(Rupiah.Zero, Rupiah.Min(escrow - promised, left)));
    }
}

/// <param name="Escrow">Account 1020.</param>
/// <param name="Promised">Of it, what the bank is to pay to shops and buyers already.</param>
/// <param name="Own">Account 1021.</param>
/// <param name="Owed">To buyers, sellers, communities and whoever paid what nobody knows yet; what some of them owe us is not taken off.</param>
/// <param name="Movable">What may be moved to the cooperative now.</param>
public sealed record FundsNow(Rupiah Escrow, Rupiah Promised, Rupiah Own, Rupiah Owed, Rupiah Movable);
