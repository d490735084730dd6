using System.Runtime.CompilerServices;
using Komeji.Application.Common;
using Komeji.Application.Legal;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Legal;
using Komeji.Domain.Ordering;
using Komeji.Domain.Payments;
using Komeji.Domain.Taxes;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Taxes.Desk;

/// <summary>
/// What the return of a month is made from: a row for each order whose tax arose in it, and one for each part taken back later, which
/// refers to the same order. It names buyers, so that it was taken, and by whom, is kept before the first row is read.
/// </summary>
public sealed record ExportTaxMonth(TaxMonth Month) : ICommand<IAsyncEnumerable<TaxReturnRow>>, INeedsProof
{
    public const string Subject = "tax-month";
    public const string Exported = "tax.exported";

    internal sealed class Handler(IKomejiDb db, ICurrentUser user, TimeProvider clock) : IRequestHandler<ExportTaxMonth, IAsyncEnumerable<TaxReturnRow>>
    {
        const int Batch = 500;

        public Task<IAsyncEnumerable<TaxReturnRow>> Handle(ExportTaxMonth request, CancellationToken cancellationToken)
        {
            var by = Actor.Staff(user.Require().Value, Roles.Finance);
            db.StateChanges.Add(new StateChange(Subject, by.UserId!.Value, "", "", by, clock.GetUtcNow(), Exported, request.Month.Word));
            return Task.FromResult(Read(request.Month, CancellationToken.None));
        }

        async IAsyncEnumerable<TaxReturnRow> Read(TaxMonth of, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            var (month, isVat) = (of.Month, of.Tax == TaxKind.ServiceFeeVat);
            var released = db.Orders.AsNoTracking().Include(o => o.Lines)
                .Where(o => (isVat ? (long)o.Vat : (long)o.IncomeTax) > 0 && db.Journals.Any(j => j.OrderId == o.Id && (j.Rule == "P5" || j.Key.StartsWith(PostingRules.CashDueKeys)) && j.Period == month)).OrderBy(o => o.Number);
            for (var done = 0; ; done += Batch)
            {
                var orders = await released.Skip(done).Take(Batch).ToListAsync(cancellationToken);
                foreach (var row in await Describe(of, orders, cancellationToken))
                {
                    yield return row;
                }

                if (orders.Count < Batch)
                {
                    yield break;
                }
            }
        }

        async Task<IReadOnlyList<TaxReturnRow>> Describe(TaxMonth of, List<Order> orders, CancellationToken cancellationToken)
        {
            var ids = orders.ConvertAll(o => o.Id);
            var stores = orders.Select(o => o.StoreId).Distinct().ToList();
            var numbers = await Numbers(stores, cancellationToken);
            var back = (await TakenBack(ids, cancellationToken)).ToLookup(b => b.OrderId);
            var rows = new List<TaxReturnRow>();
            foreach (var order in orders)
            {
                var row = Row(of, order, numbers.GetValueOrDefault(order.StoreId, ""));
                rows.Add(row);
                rows.AddRange(back[order.Id].Select(part => row with
                {
                    IsTakenBack = true,
                    Base = -(of.Tax == TaxKind.ServiceFeeVat ? part.Fee : part.Goods),
                    Tax = -(of.Tax == TaxKind.ServiceFeeVat ? part.Vat : part.IncomeTax),
                }).Where(r => !r.Base.IsZero || !r.Tax.IsZero));
            }

            return rows;
        }

        /// <summary>By disputes that were lost, and by refunds decided after the release.</summary>
        async Task<List<PartBack>> TakenBack(List<OrderId> orders, CancellationToken cancellationToken)
        {
            var lost = await db.Disputes.AsNoTracking().SelectMany(d => d.Claims).Where(c => orders.Contains(c.OrderId) && c.State == DisputeClaimState.Lost)
                .Select(c => new PartBack(c.OrderId, c.Goods, c.Fee, c.Vat, c.IncomeTax)).ToListAsync(cancellationToken);
            var refunded = await db.RefundDecisions.AsNoTracking().Where(d => orders.Contains(d.OrderId) && d.AfterRelease).OrderBy(d => d.DecidedAt)
                .SelectMany(d => d.Shares, (d, s) => new PartBack(d.OrderId, s.Goods, s.Fee, s.Vat, s.IncomeTax)).ToListAsync(cancellationToken);
            return [.. lost, .. refunded];
        }

        /// <summary>The seller's NPWP as the office has seen it, else her NIK: masked, as everywhere outside the vault.</summary>
        async Task<Dictionary<StoreId, string>> Numbers(List<StoreId> stores, CancellationToken cancellationToken)
        {
            var niks = await db.Stores.Where(s => stores.Contains(s.Id)).Join(db.LegalProfiles, s => s.OwnerId, p => p.OwnerId, (s, p) => new { s.Id, p.Nik }).ToListAsync(cancellationToken);
            var npwps = await db.InForce(Wib.DayOf(clock.GetUtcNow())).Where(d => d.Kind == DocumentKind.TaxNumber && stores.Contains(d.StoreId))
                .Select(d => new { d.StoreId, d.Number }).ToListAsync(cancellationToken);
            return stores.ToDictionary(s => s, s => npwps.Find(n => n.StoreId == s)?.Number ?? niks.Find(n => n.Id == s)?.Nik ?? "");
        }

        sealed record PartBack(OrderId OrderId, Rupiah Goods, Rupiah Fee, Rupiah Vat, Rupiah IncomeTax);

        static TaxReturnRow Row(TaxMonth of, Order order, string seller)
        {
            var isVat = of.Tax == TaxKind.ServiceFeeVat;
            return new TaxReturnRow(
                of.Month, false, order.Number, order.PaidAt, order.StoreName, seller, order.Destination.Recipient, $"{order.Destination.Street}, {order.Destination.Region}",
                string.Join("; ", order.Lines.Select(l => $"{l.Quantity - l.Cancelled} × {l.ProductName}")), order.KeptGoods, Rupiah.Sum(order.Lines.Select(l => l.SellerDiscount)),
                isVat ? order.Fee : order.KeptGoods, isVat ? order.VatRate : order.IncomeTaxRate, isVat ? order.Vat : order.IncomeTax, isVat ? order.VatRuleId : order.IncomeTaxRuleId);
        }
    }
}

/// <summary>The fields PMK 37/2025 wants of an invoice that proves the withholding, and what the amount came from.</summary>
/// <param name="IsTakenBack">It cancels a part of the row above: base and tax are negative.</param>
/// <param name="PaidAt">The invoice's date.</param>
/// <param name="SellerNumber">NPWP or NIK, masked.</param>
/// <param name="Base">What the rate was of: the goods, or for PPN the service fee.</param>
/// <param name="RuleId">Which dated rule; null on orders older than the rules.</param>
public sealed record TaxReturnRow(
    string Month, bool IsTakenBack, string OrderNumber, DateTimeOffset? PaidAt, string StoreName, string SellerNumber, string Buyer, string BuyerAddress,
    string Goods, Rupiah Price, Rupiah Discount, Rupiah Base, BasisPoints Rate, Rupiah Tax, long? RuleId);
