using Komeji.Application.Common;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger.Statements;

/// <summary>A shop's statement of a month: what stood before, each movement with its order, what stands at the end.</summary>
public sealed record ShowStatement(string Month, int Page) : IQuery<Statement>
{
    public const int PageSize = 50;

    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<ShowStatement, Statement>
    {
        public async Task<Statement> Handle(ShowStatement request, CancellationToken cancellationToken)
        {
            var month = StatementMonth.Of(request.Month);
            var store = (await desk.At(ShopRights.Money, cancellationToken)).Id;
            var mine = db.BalanceOf(store);
            var opening = await db.Before(mine, month.Start, cancellationToken);
            var closing = await db.Before(mine, month.End, cancellationToken);
            var moves = await db.MovesIn(mine, month).ToPage(request.Page, PageSize, cancellationToken);
            var first = moves.Rows.Count > 0 ? moves.Rows[0].Id : 0;
            var earlier = moves.Number == 1 ? Rupiah.Zero : await MovedBefore(mine, month, first, cancellationToken);
            var name = await db.Stores.Where(s => s.Id == store).Select(s => s.Name).SingleAsync(cancellationToken);
            return new Statement(name, month, opening, closing, new PageOf<StatementRow>(moves.Rows.After(opening + earlier), moves.Number, moves.Size, moves.Total));
        }

        async Task<Rupiah> MovedBefore(IQueryable<Entry> mine, StatementMonth month, long entry, CancellationToken cancellationToken)
        {
            var (start, end) = (month.Start, month.End);
            return new Rupiah(-await mine.Where(e => e.Id < entry && db.Journals.Any(j => j.Id == e.JournalId && j.BookedAt >= start && j.BookedAt < end)).SumAsync(e => (long)e.Amount, cancellationToken));
        }
    }
}

/// <param name="Rows">The oldest first.</param>
public sealed record Statement(string Store, StatementMonth Month, Rupiah Opening, Rupiah Closing, PageOf<StatementRow> Rows);
