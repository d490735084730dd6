using Komeji.Domain.Common;
using Komeji.Domain.Reconciliation;

namespace Komeji.Domain.Ledger;

public static partial class PostingRules
{
    /// <param name="time">More than the first after it was reversed.</param>
    public static string BankLineKey(BankLineId line, int time = 1) => time == 1 ? $"bank-line:{line.Value}" : $"bank-line:{line.Value}:{time}";

    /// <summary>What the keys of a line's reversals begin with.</summary>
    public static string BankLineReversedKeys(BankLineId line) => $"bank-line-reversed:{line.Value}:";

    /// <summary>P20: what the bank itself took or gave, once for its line on the statement. Both are the cooperative's, also on the escrow account.</summary>
    /// <exception cref="RuleBroken"><c>reconciliation.direction</c></exception>
    public static Journal BankLineBooked(BankLine line, BankOwn what, DateTimeOffset now, int time = 1)
    {
        if (line.Amount.IsNegative != (what is BankOwn.Charge or BankOwn.InterestTax))
        {
            throw new RuleBroken("reconciliation.direction", line.Amount.IsNegative ? "Mutasi ini keluar, jadi bukan bunga. Pilih biaya atau pajak bunga." : "Mutasi ini masuk, jadi bukan biaya atau pajak. Pilih bunga.");
        }

        var (account, memo) = what switch
        {
            BankOwn.Charge => (Chart.BankCharges, "Biaya bank"),
            BankOwn.Interest => (Chart.BankInterest, "Bunga atau jasa giro bank"),
            BankOwn.InterestTax => (Chart.BankInterest, "Pajak bunga yang dipotong bank"),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, null),
        };
        return line.Amount.IsNegative
            ? Journal.Post(BankLineKey(line.Id, time), "P20", memo, Wib.StartOf(line.Day), now, null, null, [Debit(account, "", -line.Amount), Credit(Chart.Find(line.Account), "", -line.Amount)])
            : Journal.Post(BankLineKey(line.Id, time), "P20", memo, Wib.StartOf(line.Day), now, null, null, [Debit(Chart.Find(line.Account), "", line.Amount), Credit(account, "", line.Amount)]);
    }

    /// <summary>P20: a line was booked as the bank's own and was not; all of it is taken back, and the line waits again.</summary>
    public static Journal BankLineReversed(BankLineId line, Journal booked, int time, DateTimeOffset now) =>
        Journal.Post($"{BankLineReversedKeys(line)}{time}", "P20", "Pembukuan mutasi bank dibatalkan", now, now, null, null, booked.Entries.Select(e => (Chart.Find(e.Account), e.AccountKey, -e.Amount)));
}
