using System.Runtime.CompilerServices;
using Komeji.Application.Common;
using Komeji.Application.Ledger.Exports;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ledger.Cash;

/// <summary>Every order paid in cash of which a shop still owes something, the oldest first, to take away.</summary>
public sealed record ExportCashDebts(bool Sheet) : ICommand<BookTable>
{
    internal sealed class Handler(IKomejiDb db, BookLines books) : IRequestHandler<ExportCashDebts, BookTable>
    {
        const int Batch = 1_000;

        static readonly string[] Heads = ["Toko", "Pesanan", "Selesai (WIB)", "Biaya layanan", "PPN", "Sudah dipotong", "Belum dipotong"];

        public Task<BookTable> Handle(ExportCashDebts request, CancellationToken cancellationToken)
        {
            books.WriteDown("Biaya pesanan tunai", new BookPeriod(books.Today, books.Today), request.Sheet);
            return Task.FromResult(new BookTable($"biaya-pesanan-tunai-{books.Today:yyyyMMdd}", Heads, Rows(CancellationToken.None)));
        }

        async IAsyncEnumerable<IReadOnlyList<object>> Rows([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            var due = from fee in db.CashFees.AsNoTracking()
                      join order in db.Orders on fee.OrderId equals order.Id
                      where fee.State == CashFeeState.Due
                      orderby fee.DueAt, fee.OrderId
                      select new { fee.OrderId, order.StoreName, order.Number, fee.DueAt, fee.Fee, fee.Vat, fee.Collected };

            // After the last that was read, and beside those of the same moment: what is read late is found as fast as what is read first.
            var (after, read) = (DateTimeOffset.MinValue, new List<OrderId>());
            while (true)
            {
                var batch = await due.Where(f => f.DueAt >= after && !read.Contains(f.OrderId)).Take(Batch).ToListAsync(cancellationToken);
                foreach (var row in batch)
                {
                    yield return [row.StoreName, row.Number, BookLines.Moment(row.DueAt), row.Fee.Amount, row.Vat.Amount, row.Collected.Amount, (row.Fee + row.Vat - row.Collected).Amount];
                }

                if (batch.Count < Batch)
                {
                    yield break;
                }

                read = [.. batch[^1].DueAt == after ? read : [], .. batch.Where(f => f.DueAt == batch[^1].DueAt).Select(f => f.OrderId)];
                after = batch[^1].DueAt;
            }
        }
    }
}
