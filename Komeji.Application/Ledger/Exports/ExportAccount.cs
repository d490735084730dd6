using System.Runtime.CompilerServices;
using Komeji.Application.Common;
using Komeji.Application.Ledger.Positions;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using MediatR;

namespace Komeji.Application.Ledger.Exports;

/// <summary>The general ledger of an account over a span of days: what it held before, every entry with the balance after it, what it holds at the end.</summary>
/// <param name="Sheet">For a workbook, which holds only so many rows.</param>
public sealed record ExportAccount(int Account, DateOnly? From, DateOnly? To, bool Sheet) : ICommand<BookTable>
{
    internal sealed class Handler(BookLines books, Balances balances) : IRequestHandler<ExportAccount, BookTable>
    {
        static readonly string[] Heads = ["Dibukukan (WIB)", "Aturan", "Keterangan", "Kunci akun", "Debit", "Kredit", "Saldo debit", "Saldo kredit", "Pesanan", "Belanja", "Jurnal"];

        public async Task<BookTable> Handle(ExportAccount request, CancellationToken cancellationToken)
        {
            var account = Chart.All.SingleOrDefault(a => a.Code == request.Account) ?? throw new NotFound();
            var period = BookPeriod.Of(request.From, request.To, books.Today);
            if (request.Sheet)
            {
                await books.RequireRoom(period, account.Code, cancellationToken);
            }

            var opening = (await balances.Until(period.From.AddDays(-1), cancellationToken)).Where(m => m.Account == account.Code).Select(m => m.Sum);
            books.WriteDown($"Buku besar {account.Code}", period, request.Sheet);
            return new BookTable($"buku-besar-{account.Code}-{period.From:yyyyMMdd}-{period.To:yyyyMMdd}", Heads, Rows(account, period, Rupiah.Sum(opening), CancellationToken.None));
        }

        async IAsyncEnumerable<IReadOnlyList<object>> Rows(Account account, BookPeriod period, Rupiah balance, [EnumeratorCancellation] CancellationToken cancellationToken)
        {
            yield return Total("Saldo awal", balance);
            await foreach (var line in books.Read(period, account.Code, cancellationToken))
            {
                balance += line.Amount;
                yield return
                [
                    BookLines.Moment(line.BookedAt), line.Rule, line.Memo, line.AccountKey, BookLines.Debit(line.Amount), BookLines.Credit(line.Amount),
                    BookLines.Debit(balance), BookLines.Credit(balance), line.Order ?? "", line.Purchase ?? "", line.Journal.Value.ToString(),
                ];
            }

            yield return Total("Saldo akhir", balance);
        }

        static IReadOnlyList<object> Total(string what, Rupiah balance) => ["", "", what, "", "", "", BookLines.Debit(balance), BookLines.Credit(balance), "", "", ""];
    }
}
