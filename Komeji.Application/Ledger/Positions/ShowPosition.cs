using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Ledger;
using MediatR;

namespace Komeji.Application.Ledger.Positions;

/// <summary>Where every rupiah is at the end of a day: what there is, whom it is owed to, and what is left for the cooperative.</summary>
/// <param name="Day">In WIB; today where none is asked for or it has not come.</param>
public sealed record ShowPosition(DateOnly? Day) : IQuery<Position>
{
    public const int Days = 30;

    internal sealed class Handler(Balances balances, TimeProvider clock) : IRequestHandler<ShowPosition, Position>
    {
        public async Task<Position> Handle(ShowPosition request, CancellationToken cancellationToken)
        {
            var today = Wib.DayOf(clock.GetUtcNow());
            var day = PositionDays.Of(request.Day, today);
            var lines = (await balances.Until(day, cancellationToken)).Where(m => !m.Sum.IsZero)
                .Select(m => new PositionLine(Chart.Find(m.Account), m.Key, Chart.Find(m.Account).AsRead(m.Sum)))
                .OrderBy(l => l.Account.Code).ThenBy(l => l.Key, StringComparer.Ordinal).ToList();
            IReadOnlyList<PositionLine> Of(params AccountKind[] kinds) => [.. lines.Where(l => kinds.Contains(l.Account.Kind))];
            return new Position(day, today, await balances.LastClosed(cancellationToken), Of(AccountKind.Asset), Of(AccountKind.Liability), Of(AccountKind.Revenue, AccountKind.Expense), await Course(day, cancellationToken));
        }

        /// <summary>Counted on from what there was before the first of the days.</summary>
        async Task<IReadOnlyList<PositionDay>> Course(DateOnly day, CancellationToken cancellationToken)
        {
            var first = day.AddDays(1 - Days);
            var now = Sums((await balances.Until(first.AddDays(-1), cancellationToken)).Select(m => (m.Account, m.Sum)));
            var moved = (await balances.EachDay(first, day, cancellationToken)).ToLookup(m => m.Day, m => (m.Account, m.Sum));
            var course = new List<PositionDay>();
            for (var at = first; at <= day; at = at.AddDays(1))
            {
                var change = Sums(moved[at]);
                now = new PositionSums(now.Assets + change.Assets, now.Debts + change.Debts, now.Result + change.Result);
                course.Add(new PositionDay(at, now, change));
            }

            course.Reverse();
            return course;
        }

        static PositionSums Sums(IEnumerable<(int Account, Rupiah Sum)> moved)
        {
            var kinds = moved.Select(m => (Chart.Find(m.Account).Kind, m.Sum)).ToList();
            Rupiah Of(params AccountKind[] which) => Rupiah.Sum(kinds.Where(k => which.Contains(k.Kind)).Select(k => k.Sum));
            return new PositionSums(Of(AccountKind.Asset), -Of(AccountKind.Liability), -Of(AccountKind.Revenue, AccountKind.Expense));
        }
    }
}

static class PositionDays
{
    /// <summary>A day to come, and one before any books, is today.</summary>
    public static DateOnly Of(DateOnly? asked, DateOnly today) => asked is { } day && day > Balances.Beginning.AddDays(ShowPosition.Days) && day <= today ? day : today;
}

/// <param name="Closed">The last day whose journals are locked; null before the first.</param>
/// <param name="Assets">At providers and banks, disputed, and claims.</param>
/// <param name="Debts">Whom it is owed to.</param>
/// <param name="Result">What the cooperative earned, and what it cost.</param>
/// <param name="Course">The newest day first.</param>
public sealed record Position(
    DateOnly Day, DateOnly Today, DateOnly? Closed, IReadOnlyList<PositionLine> Assets, IReadOnlyList<PositionLine> Debts, IReadOnlyList<PositionLine> Result, IReadOnlyList<PositionDay> Course)
{
    public Rupiah TotalAssets => Rupiah.Sum(Assets.Select(l => l.Amount));
    public Rupiah TotalDebts => Rupiah.Sum(Debts.Select(l => l.Amount));

    /// <summary>Earnings less costs.</summary>
    public Rupiah TotalResult => Rupiah.Sum(Result.Select(l => l.Account.Kind == AccountKind.Revenue ? l.Amount : -l.Amount));

    /// <summary>Nothing, where the books are right.</summary>
    public Rupiah Difference => TotalAssets - TotalDebts - TotalResult;
}

/// <param name="Key">Empty where the account has none, or too many to list here.</param>
/// <param name="Amount">As people read it: debts and earnings positive.</param>
public sealed record PositionLine(Account Account, string Key, Rupiah Amount);

/// <param name="Now">At the end of the day.</param>
public sealed record PositionDay(DateOnly Day, PositionSums Now, PositionSums Change);

public sealed record PositionSums(Rupiah Assets, Rupiah Debts, Rupiah Result);
