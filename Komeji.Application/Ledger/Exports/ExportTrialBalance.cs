using Komeji.Application.Common;
using Komeji.Application.Ledger.Positions;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using MediatR;

namespace Komeji.Application.Ledger.Exports;

/// <summary>The trial balance of a span of days: of each account what it held before, what was booked, what it holds after. Debits and credits add up to the same.</summary>
public sealed record ExportTrialBalance(DateOnly? From, DateOnly? To, bool Sheet) : ICommand<BookTable>
{
    internal sealed class Handler(BookLines books, Balances balances) : IRequestHandler<ExportTrialBalance, BookTable>
    {
        static readonly string[] Heads = ["Akun", "Nama akun", "Awal debit", "Awal kredit", "Mutasi debit", "Mutasi kredit", "Akhir debit", "Akhir kredit"];

        public async Task<BookTable> Handle(ExportTrialBalance request, CancellationToken cancellationToken)
        {
            var period = BookPeriod.Of(request.From, request.To, books.Today);
            var before = (await balances.Until(period.From.AddDays(-1), cancellationToken)).ToLookup(m => m.Account);
            var moved = (await balances.Between(period.From, period.To, cancellationToken)).ToLookup(m => m.Account);
            var lines = Chart.All.Select(a => Of(a, before[a.Code], moved[a.Code])).Where(l => !l.IsEmpty).ToList();
            books.WriteDown("Neraca saldo", period, request.Sheet);
            return new BookTable($"neraca-saldo-{period.From:yyyyMMdd}-{period.To:yyyyMMdd}", Heads, lines.Select(l => l.Row()).Append(Totals(lines)).ToAsyncEnumerable());
        }

        static Line Of(Account account, IEnumerable<Movement> before, IEnumerable<Movement> moved)
        {
            var during = moved.ToList();
            return new Line(account, Rupiah.Sum(before.Select(m => m.Sum)), Rupiah.Sum(during.Select(m => m.Debit)), Rupiah.Sum(during.Select(m => m.Credit)));
        }

        static IReadOnlyList<object> Totals(List<Line> lines) =>
        [
            "", "Jumlah", Sum(lines, l => Side(l.Before)), Sum(lines, l => Side(-l.Before)), Sum(lines, l => l.Debit), Sum(lines, l => l.Credit),
            Sum(lines, l => Side(l.After)), Sum(lines, l => Side(-l.After)),
        ];

        static object Sum(List<Line> lines, Func<Line, Rupiah> of) => Rupiah.Sum(lines.Select(of)).Amount;

        static Rupiah Side(Rupiah amount) => Rupiah.Max(Rupiah.Zero, amount);

        sealed record Line(Account Account, Rupiah Before, Rupiah Debit, Rupiah Credit)
        {
            public Rupiah After => Before + Debit - Credit;

            public bool IsEmpty => Before.IsZero && Debit.IsZero && Credit.IsZero;

            public IReadOnlyList<object> Row() =>
                [(long)Account.Code, Account.Name, Side(Before).Amount, Side(-Before).Amount, Debit.Amount, Credit.Amount, Side(After).Amount, Side(-After).Amount];
        }
    }
}
