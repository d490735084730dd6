using Komeji.Domain.Ledger;
using Komeji.Domain.Taxes;

namespace Komeji.Application.Ledger;

/// <summary>What the tax accounts must hold, added up from orders, disputes and remittances. Signed as the books are: debts negative.</summary>
sealed class TaxSums
{
    readonly Dictionary<(int Account, string AccountKey), long> balances = [];

    public IReadOnlyDictionary<(int Account, string AccountKey), long> Balances => balances;

    public void Arises(string month, long vat, long incomeTax)
    {
        Add(Chart.VatPayable, month, -vat);
        Add(Chart.IncomeTaxWithheld, month, -incomeTax);
    }

    public void IsTakenBack(TaxMonth of, long amount, bool afterRemittance)
    {
        if (afterRemittance)
        {
            Add(Chart.TaxRecoverable, of.RecoverableKey, amount);
        }
        else
        {
            Add(of.Tax.Owed(), of.Month, amount);
        }
    }

    public void IsRemitted(TaxMonth of, long amount) => Add(of.Tax.Owed(), of.Month, amount);

    void Add(Account account, string key, long amount) =>
        balances[(account.Code, key)] = balances.GetValueOrDefault((account.Code, key)) + amount;
}
