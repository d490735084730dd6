using System.Globalization;
using Komeji.Application.Common;
using Komeji.Application.Jobs;
using Komeji.Domain.CallCentre;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.CallCentre;

/// <summary>The month that has just ended, when there were tickets and it is not counted yet.</summary>
public sealed class ServiceMonthsToCount(IKomejiDb db, TimeProvider clock) : ISweep
{
    public async Task<IReadOnlyList<IRequest>> FindDue(int most, CancellationToken cancellationToken)
    {
        var month = ServiceMonths.Before(clock.GetUtcNow());
        var end = ServiceMonths.SpanOf(month).End;
        return !await db.ServiceMonths.AnyAsync(m => m.Month == month, cancellationToken) && await db.Tickets.AnyAsync(t => t.OpenedAt < end, cancellationToken)
            ? [new CountServiceMonth(month)]
            : [];
    }
}

/// <summary>
/// How the clocks of a month were kept, counted once: every ticket whose clock ended in it, wherever it stands now. What waited for its
/// person when it was counted is counted in the month in which its clock ends in earnest.
/// </summary>
/// <param name="Month"><c>2026-10</c>, over.</param>
public sealed record CountServiceMonth(string Month) : ICommand
{
    internal sealed class Handler(IKomejiDb db, TimeProvider clock) : IRequestHandler<CountServiceMonth>
    {
        public async Task<Unit> Handle(CountServiceMonth request, CancellationToken cancellationToken)
        {
            await db.TakeTurn("service months", cancellationToken);
            var (start, end) = ServiceMonths.SpanOf(request.Month);
            if (end > clock.GetUtcNow() || await db.ServiceMonths.AnyAsync(m => m.Month == request.Month, cancellationToken))
            {
                return Unit.Value;
            }

            var answers = db.Tickets.Where(t => t.AnswerBefore >= start && t.AnswerBefore < end);
            var solutions = db.Tickets.Where(t => t.SolveBefore >= start && t.SolveBefore < end && (t.PausedAt == null || t.PausedAt >= t.SolveBefore));
            db.ServiceMonths.Add(new ServiceMonth(
                request.Month,
                new ServiceCount(await answers.CountAsync(cancellationToken), await answers.CountAsync(t => t.FirstAnsweredAt <= t.AnswerBefore, cancellationToken)),
                new ServiceCount(await solutions.CountAsync(cancellationToken), await solutions.CountAsync(t => t.SolvedAt <= t.SolveBefore, cancellationToken)),
                clock.GetUtcNow()));
            return Unit.Value;
        }
    }
}

static class ServiceMonths
{
    /// <summary>The month before the one a moment is in, in WIB.</summary>
    public static string Before(DateTimeOffset now)
    {
        var today = Wib.DayOf(now);
        return new DateOnly(today.Year, today.Month, 1).AddMonths(-1).ToString("yyyy-MM", CultureInfo.InvariantCulture);
    }

    public static (DateTimeOffset Start, DateTimeOffset End) SpanOf(string month)
    {
        var first = DateOnly.ParseExact(month + "-01", "yyyy-MM-dd", CultureInfo.InvariantCulture);
        return (Wib.StartOf(first), Wib.StartOf(first.AddMonths(1)));
    }
}
