using System.Runtime.CompilerServices;
using Komeji.Application.Common;
using Komeji.Application.Ledger.Exports;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger.Statements;

/// <summary>A shop's statement of a month, to take away; read in batches while the file is written.</summary>
public sealed record ExportStatement(string Month) : IQuery<BookTable>
{
    const int Batch = 1_000;

    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<ExportStatement, BookTable>
    {
        /// <summary>A balance below zero has a column of its own: a sign before a number would be taken for a formula.</summary>
        static readonly string[] Heads = ["Dibukukan (WIB)", "Peristiwa", "Keterangan", "Pesanan", "Masuk", "Keluar", "Saldo", "Kekurangan"];

        public async Task<BookTable> Handle(ExportStatement request, CancellationToken cancellationToken)
        {
            var month = StatementMonth.Of(request.Month);
            var mine = db.BalanceOf((await desk.At(ShopRights.Money, cancellationToken)).Id);
            return new BookTable($"saldo-{month.Name}", Heads, Rows(mine, month, await db.Before(mine, month.Start, cancellationToken), CancellationToken.None));
        }

        async IAsyncEnumerable<IReadOnlyList<object>> Rows(IQueryable<Entry> mine, StatementMonth month, Rupiah opening, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            yield return Stand("Saldo awal", opening);
            var (balance, after) = (opening, 0L);
            for (var full = true; full;)
            {
                var batch = await db.MovesIn(mine, month).Where(m => m.Id > after).Take(Batch).ToListAsync(cancellationToken);
                foreach (var row in batch.After(balance))
                {
                    yield return Row(row);
                    balance = row.Balance;
                }

                full = batch.Count == Batch;
                after = full ? batch[^1].Id : after;
            }

            yield return Stand("Saldo akhir", balance);
        }

        static IReadOnlyList<object> Row(StatementRow row) =>
        [
            BookLines.Moment(row.At), RuleNames.Of(row.Rule), row.Memo, row.Order ?? "", BookLines.Debit(row.Amount), BookLines.Credit(row.Amount), BookLines.Debit(row.Balance), BookLines.Credit(row.Balance),
        ];

        static IReadOnlyList<object> Stand(string what, Rupiah balance) => ["", what, "", "", "", "", BookLines.Debit(balance), BookLines.Credit(balance)];
    }
}
