using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal.Office.Reports;

/// <summary>How long sellers waited for the answers the office gave in the period, in working days, by kind of paper.</summary>
public sealed record CountWaits(ReportPeriod Period, string? Region = null) : IQuery<IReadOnlyList<WaitCount>>
{
    internal sealed class Handler(OfficeView view) : IRequestHandler<CountWaits, IReadOnlyList<WaitCount>>
    {
        public async Task<IReadOnlyList<WaitCount>> Handle(CountWaits request, CancellationToken cancellationToken)
        {
            var days = await view.Answered(request.Period, request.Region).GroupBy(a => new { a.Kind, a.WorkingDays })
                .Select(g => new { g.Key.Kind, g.Key.WorkingDays, Count = g.Count(), Late = g.Sum(a => a.Late ? 1 : 0) }).ToListAsync(cancellationToken);
            return [.. days.GroupBy(d => d.Kind).OrderBy(g => g.Key).Select(g =>
            {
                var steps = g.OrderBy(d => d.WorkingDays).Select(d => (d.WorkingDays, d.Count)).ToList();
                return new WaitCount(g.Key, g.Sum(d => d.Count), Percentile(steps, 50), Percentile(steps, 90), g.Sum(d => d.Late));
            })];
        }
    }

    /// <summary>The least number of days within which so many of a hundred were answered.</summary>
    internal static int Percentile(IReadOnlyList<(int Days, int Count)> ordered, int percent)
    {
        var wanted = ((ordered.Sum(d => (long)d.Count) * percent) + 99) / 100;
        var seen = 0L;
        foreach (var (days, count) in ordered)
        {
            seen += count;
            if (seen >= wanted)
            {
                return days;
            }
        }

        return 0;
    }
}

/// <param name="Median">Working days within which half of the answers came.</param>
/// <param name="Ninety">Working days within which nine of ten came.</param>
/// <param name="Late">Answers after more than five working days.</param>
public sealed record WaitCount(DocumentKind Kind, int Answers, int Median, int Ninety, int Late);

/// <summary>The answers behind a number, the longest waited for first.</summary>
/// <param name="Kind">Null: every kind.</param>
public sealed record ListAnswers(ReportPeriod Period, DocumentKind? Kind = null, bool Late = false, string? Region = null, int Page = 1, int PageSize = ReportRows.PageSize) : IQuery<AnswerPage>
{
    internal sealed class Handler(IKomejiDb db, OfficeView view) : IRequestHandler<ListAnswers, AnswerPage>
    {
        public async Task<AnswerPage> Handle(ListAnswers request, CancellationToken cancellationToken)
        {
            var answers = view.Answered(request.Period, request.Region);
            answers = request.Kind is { } kind ? answers.Where(a => a.Kind == kind) : answers;
            answers = request.Late ? answers.Where(a => a.Late) : answers;
            var page = await (from answer in answers
                              join store in db.Stores on answer.StoreId equals store.Id
                              orderby answer.WorkingDays descending, answer.Id descending
                              select new AnswerRow(
                                  answer.DocumentId, answer.Kind, store.Name, db.Regions.Where(r => r.Code == answer.Region.Substring(0, 5)).Select(r => r.Name).FirstOrDefault() ?? "",
                                  answer.AskedAt, answer.At, answer.WorkingDays, answer.Late, answer.Outcome, answer.OfficerId)).ToPage(request.Page, request.PageSize, cancellationToken);
            return new AnswerPage(page, await db.NamesOf(page.Rows.Select(r => (Guid?)r.Officer.Value), cancellationToken));
        }
    }
}

/// <param name="Names">Of the officers.</param>
public sealed record AnswerPage(PageOf<AnswerRow> Rows, IReadOnlyDictionary<Guid, string> Names);

public sealed record AnswerRow(DocumentId Paper, DocumentKind Kind, string Store, string Regency, DateTimeOffset AskedAt, DateTimeOffset At, int WorkingDays, bool Late, DocumentState Outcome, UserId Officer);

static class AnswersOfPeriod
{
    public static IQueryable<OfficeAnswer> Answered(this OfficeView view, ReportPeriod period, string? region)
    {
        var (start, end) = (period.Start, period.End);
        return view.Answers(region).Where(a => a.At >= start && a.At < end);
    }
}
