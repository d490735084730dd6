using Komeji.Domain.Common;
using Komeji.Domain.Reconciliation;

namespace Komeji.Domain.Ledger;

public static partial class PostingRules
{
    public static string BankLineKey(BankLineId line) => $"bank-line:{line.Value}";

    /// <summary>P20: what the bank itself took or gave, once for its line on the statement. Both are the cooperative's, also on the escrow account.</summary>
    /// <exception cref="RuleBroken"><c>reconciliation.direction</c></exception>
    public static Journal BankLineBooked(BankLine line, BankOwn what, DateTimeOffset now)
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
            ? Journal.Post(BankLineKey(line.Id), "P20", memo, Wib.StartOf(line.Day), now, null, null, [Debit(account, "", -line.Amount), Credit(Chart.Find(line.Account), "", -line.Amount)])
            : Journal.Post(BankLineKey(line.Id), "P20", memo, Wib.StartOf(line.Day), now, null, null, [Debit(Chart.Find(line.Account), "", line.Amount), Credit(account, "", line.Amount)]);
    }
}
