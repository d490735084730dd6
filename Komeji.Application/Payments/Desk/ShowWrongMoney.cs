using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Payments;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Payments.Desk;

/// <summary>Money that came for a purchase in another amount or currency, for finance.</summary>
public sealed record ShowWrongMoney(string Purchase) : IQuery<WrongMoneyPage>
{
    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ShowWrongMoney, WrongMoneyPage>
    {
        public async Task<WrongMoneyPage> Handle(ShowWrongMoney request, CancellationToken cancellationToken)
        {
            var purchase = await db.Purchases.Where(p => p.Number == request.Purchase).Select(p => new { p.Id, p.Number }).SingleOrDefaultAsync(cancellationToken) ?? throw new NotFound();
            var payment = await db.Payments.AsNoTracking().SingleAsync(p => p.PurchaseId == purchase.Id, cancellationToken);
            var parked = await db.ParkedFor(purchase.Id, cancellationToken);
            return new WrongMoneyPage(purchase.Number, payment.Amount, payment.State, payment.HoldsWrongMoney, parked);
        }
    }
}

/// <param name="Due">What the purchase costs.</param>
/// <param name="Parked">What is in the books and waits; empty when the money was of another currency, which is in no book of ours.</param>
public sealed record WrongMoneyPage(string Purchase, Rupiah Due, PaymentState State, bool Waits, IReadOnlyList<ParkedMoney> Parked);

public sealed record ParkedMoney(string Gateway, string ProviderPayment, Rupiah Amount);

static class ParkedReceipts
{
    /// <summary>What account 2091 still holds of a purchase, with the provider it came from.</summary>
    public static async Task<List<ParkedMoney>> ParkedFor(this IKomejiDb db, PurchaseId purchase, CancellationToken cancellationToken)
    {
        var journals = await db.Journals.AsNoTracking().Include(j => j.Entries).Where(j => j.PurchaseId == purchase && j.Rule == "P14").ToListAsync(cancellationToken);
        var from = journals.SelectMany(j => j.Entries.Where(e => e.Account == Chart.ProviderClearing.Code).Select(e => (Payment: Of(j), Gateway: e.AccountKey)))
            .ToDictionary(x => x.Payment, x => x.Gateway);
        return
        [
            .. journals.SelectMany(j => j.Entries).Where(e => e.Account == Chart.UnmatchedReceipts.Code)
                .GroupBy(e => e.AccountKey, e => -e.Amount.Amount)
                .Where(g => g.Sum() > 0)
                .Select(g => new ParkedMoney(from[g.Key], g.Key, new Rupiah(g.Sum()))),
        ];
    }

    static string Of(Journal journal) => journal.Entries.First(e => e.Account == Chart.UnmatchedReceipts.Code).AccountKey;
}
