using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger.Statements;

/// <summary>The months in which a shop's balance moved, the newest first, with what it came to.</summary>
public sealed record ListStatements : IQuery<IReadOnlyList<StatementSummary>>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<ListStatements, IReadOnlyList<StatementSummary>>
    {
        public async Task<IReadOnlyList<StatementSummary>> Handle(ListStatements request, CancellationToken cancellationToken)
        {
            var mine = db.BalanceOf((await desk.At(ShopRights.Money, cancellationToken)).Id);
            var months = await mine.Join(db.Journals, e => e.JournalId, j => j.Id, (e, j) => new { j.Period, e.Amount }).GroupBy(x => x.Period)
                .Select(g => new { g.Key, Sum = g.Sum(x => (long)x.Amount), Out = g.Sum(x => (long)x.Amount > 0 ? (long)x.Amount : 0) })
                .ToListAsync(cancellationToken);
            var (list, balance) = (new List<StatementSummary>(), Rupiah.Zero);
            foreach (var month in months.OrderBy(m => m.Key, StringComparer.Ordinal))
            {
                var (opening, taken) = (balance, new Rupiah(month.Out));
                balance -= new Rupiah(month.Sum);
                list.Add(new StatementSummary(StatementMonth.Of(month.Key), opening, balance - opening + taken, taken, balance));
            }

            list.Reverse();
            return list;
        }
    }
}

/// <param name="In">What raised the balance.</param>
/// <param name="Out">What lowered it, as a positive amount.</param>
public sealed record StatementSummary(StatementMonth Month, Rupiah Opening, Rupiah In, Rupiah Out, Rupiah Closing);
