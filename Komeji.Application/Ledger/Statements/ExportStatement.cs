using Komeji.Application.Common;
using Komeji.Application.Ledger.Exports;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger.Statements;

/// <summary>A shop's statement of a month, to take away.</summary>
public sealed record ExportStatement(string Month) : IQuery<BookTable>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<ExportStatement, BookTable>
    {
        /// <summary>A balance below zero has a column of its own: a sign before a number would be taken for a formula.</summary>
        static readonly string[] Heads = ["Dibukukan (WIB)", "Peristiwa", "Keterangan", "Pesanan", "Masuk", "Keluar", "Saldo", "Kekurangan"];

        public async Task<BookTable> Handle(ExportStatement request, CancellationToken cancellationToken)
        {
            var month = StatementMonth.Of(request.Month);
            var mine = db.BalanceOf((await desk.At(ShopRights.Money, cancellationToken)).Id);
            var opening = await db.Before(mine, month.Start, cancellationToken);
            var rows = (await db.MovesIn(mine, month).ToListAsync(cancellationToken)).After(opening);
            var closing = rows.Count > 0 ? rows[^1].Balance : opening;
            return new BookTable($"saldo-{month.Name}", Heads, rows.Select(Row).Prepend(Stand("Saldo awal", opening)).Append(Stand("Saldo akhir", closing)).ToAsyncEnumerable());
        }

        static IReadOnlyList<object> Row(StatementRow row) =>
        [
            BookLines.Moment(row.At), RuleNames.Of(row.Rule), row.Memo, row.Order ?? "", BookLines.Debit(row.Amount), BookLines.Credit(row.Amount), BookLines.Debit(row.Balance), BookLines.Credit(row.Balance),
        ];

        static IReadOnlyList<object> Stand(string what, Rupiah balance) => ["", what, "", "", "", "", BookLines.Debit(balance), BookLines.Credit(balance)];
    }
}
