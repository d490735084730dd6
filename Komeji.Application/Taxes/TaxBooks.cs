using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Taxes;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Taxes;

/// <summary>What the books say of taxes, and which months the State is paid for. Remitting a month and taking tax of it back go one after the other.</summary>
public sealed class TaxBooks(IKomejiDb db)
{
    public Task TakeTurn(CancellationToken cancellationToken) => db.TakeTurn("tax remittances", cancellationToken);

    /// <returns>Which of these months have been paid for or are being paid for, until this transaction ends.</returns>
    public async Task<RemittedTaxes> Remitted(IEnumerable<string> months, CancellationToken cancellationToken)
    {
        var asked = months.Distinct().ToList();
        if (asked.Count == 0)
        {
            return RemittedTaxes.None;
        }

        await TakeTurn(cancellationToken);
        return await Seen(asked, cancellationToken);
    }

    /// <returns>
    /// Which of these months the State has, or is being paid as prepared: what is taken back then is claimed (1220), so that the payment fits.
    /// Whoever books by it has taken the turn before.
    /// </returns>
    public async Task<RemittedTaxes> Seen(List<string> asked, CancellationToken cancellationToken)
    {
        var found = await db.TaxRemittances.Where(r => asked.Contains(r.Month) && r.State != TaxRemittanceState.Dropped).Select(r => new { r.Tax, r.Month }).ToListAsync(cancellationToken);
        return new RemittedTaxes(found.Select(r => new TaxMonth(r.Tax, r.Month)));
    }

    /// <summary>What is owed to the State for a month.</summary>
    public async Task<Rupiah> Owed(TaxMonth of, CancellationToken cancellationToken)
    {
        var (account, month) = (of.Tax.Owed().Code, of.Month);
        return new Rupiah(-await db.Entries.Where(e => e.Account == account && e.AccountKey == month).SumAsync(e => (long)e.Amount, cancellationToken));
    }

    /// <summary>What the cooperative's own account holds.</summary>
    public async Task<Rupiah> AtBank(CancellationToken cancellationToken) =>
        new(await db.Entries.Where(e => e.Account == Chart.CooperativeBank.Code).SumAsync(e => (long)e.Amount, cancellationToken));
}
