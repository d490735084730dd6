using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using MediatR;

namespace Komeji.Application.Ledger.Exports;

/// <summary>Every journal of a span of days, a row for each line.</summary>
/// <param name="Sheet">For a workbook, which holds only so many rows.</param>
public sealed record ExportJournals(DateOnly? From, DateOnly? To, bool Sheet) : ICommand<BookTable>
{
    internal sealed class Handler(BookLines books) : IRequestHandler<ExportJournals, BookTable>
    {
        static readonly string[] Heads =
            ["Dibukukan (WIB)", "Terjadi (WIB)", "Aturan", "Kunci jurnal", "Keterangan", "Akun", "Nama akun", "Kunci akun", "Debit", "Kredit", "Pesanan", "Belanja", "Jurnal"];

        public async Task<BookTable> Handle(ExportJournals request, CancellationToken cancellationToken)
        {
            var period = BookPeriod.Of(request.From, request.To, books.Today);
            if (request.Sheet)
            {
                await books.RequireRoom(period, null, cancellationToken);
            }

            books.WriteDown("Jurnal", period, request.Sheet);
            return new BookTable($"jurnal-{period.From:yyyyMMdd}-{period.To:yyyyMMdd}", Heads, books.Read(period, null, CancellationToken.None).Select(Row));
        }

        static IReadOnlyList<object> Row(BookLine line) =>
        [
            BookLines.Moment(line.BookedAt), BookLines.Moment(line.EventAt), line.Rule, line.Key, line.Memo, (long)line.Account, Chart.Find(line.Account).Name, line.AccountKey,
            BookLines.Debit(line.Amount), BookLines.Credit(line.Amount), line.Order ?? "", line.Purchase ?? "", line.Journal.Value.ToString(),
        ];
    }
}
