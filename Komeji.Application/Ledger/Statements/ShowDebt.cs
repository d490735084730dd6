using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger.Statements;

/// <summary>What a shop's balance lacks, and every movement since it was last not below zero: what took it there, and what made up for it since.</summary>
public sealed record ShowDebt(int Page) : IQuery<DebtPage>
{
    public const int PageSize = 50;
    const int Batch = 200;

    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<ShowDebt, DebtPage>
    {
        public async Task<DebtPage> Handle(ShowDebt request, CancellationToken cancellationToken)
        {
            var mine = db.BalanceOf((await desk.At(ShopRights.Money, cancellationToken)).Id);
            var balance = new Rupiah(-await mine.SumAsync(e => (long)e.Amount, cancellationToken));
            if (!balance.IsNegative)
            {
                return new DebtPage(Rupiah.Zero, balance, new PageOf<StatementRow>([], 1, PageSize, 0));
            }

            var (first, opening) = await Since(mine, balance, cancellationToken);
            var moves = await db.MovesSince(mine, first).ToPage(request.Page, PageSize, cancellationToken);
            var top = moves.Rows.Count > 0 ? moves.Rows[0].Id : first;
            var earlier = new Rupiah(-await mine.Where(e => e.Id >= first && e.Id < top).SumAsync(e => (long)e.Amount, cancellationToken));
            return new DebtPage(-balance, opening, new PageOf<StatementRow>(moves.Rows.After(opening + earlier), moves.Number, moves.Size, moves.Total));
        }

        /// <returns>The entry that took the balance below zero, and what stood before it.</returns>
        static async Task<(long First, Rupiah Opening)> Since(IQueryable<Entry> mine, Rupiah balance, CancellationToken cancellationToken)
        {
            var (before, first) = (long.MaxValue, 0L);
            while (true)
            {
                var batch = await mine.Where(e => e.Id < before).OrderByDescending(e => e.Id).Take(Batch).Select(e => new { e.Id, e.Amount }).ToListAsync(cancellationToken);
                foreach (var entry in batch)
                {
                    (balance, first) = (balance + entry.Amount, entry.Id);
                    if (!balance.IsNegative)
                    {
                        return (first, balance);
                    }
                }

                if (batch.Count < Batch)
                {
                    return (first, balance);
                }

                before = batch[^1].Id;
            }
        }
    }
}

/// <param name="Opening">What the balance was before it fell below zero.</param>
/// <param name="Rows">The oldest first; with the opening they come to what is lacking.</param>
public sealed record DebtPage(Rupiah Debt, Rupiah Opening, PageOf<StatementRow> Rows);
