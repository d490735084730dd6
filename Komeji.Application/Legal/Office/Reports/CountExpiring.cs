using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal.Office.Reports;

/// <summary>How many papers in force end within ninety, thirty and seven days, by kind.</summary>
public sealed record CountExpiring(string? Region = null) : IQuery<IReadOnlyList<ExpiringCount>>
{
    public static readonly IReadOnlyList<int> Steps = [90, 30, 7];

    internal sealed class Handler(OfficeView view) : IRequestHandler<CountExpiring, IReadOnlyList<ExpiringCount>>
    {
        public async Task<IReadOnlyList<ExpiringCount>> Handle(CountExpiring request, CancellationToken cancellationToken)
        {
            var (month, week) = (view.Today.AddDays(Steps[1]), view.Today.AddDays(Steps[2]));
            var counts = await view.Ending(Steps[0], request.Region).GroupBy(d => d.Kind)
                .Select(g => new ExpiringCount(g.Key, g.Count(), g.Sum(d => d.ExpiresOn <= month ? 1 : 0), g.Sum(d => d.ExpiresOn <= week ? 1 : 0))).ToListAsync(cancellationToken);
            return [.. counts.OrderBy(c => c.Kind)];
        }
    }
}

/// <summary>Those that end sooner are counted in the longer spans too.</summary>
public sealed record ExpiringCount(DocumentKind Kind, int Ninety, int Thirty, int Seven);

/// <summary>Papers that end within so many days, the soonest first.</summary>
public sealed record ListExpiring(int Days, DocumentKind? Kind = null, string? Region = null, int Page = 1, int PageSize = ReportRows.PageSize) : IQuery<PageOf<ExpiringPaper>>
{
    internal sealed class Handler(IKomejiDb db, OfficeView view) : IRequestHandler<ListExpiring, PageOf<ExpiringPaper>>
    {
        public Task<PageOf<ExpiringPaper>> Handle(ListExpiring request, CancellationToken cancellationToken)
        {
            var papers = view.Ending(Math.Clamp(request.Days, 1, CountExpiring.Steps[0]), request.Region);
            papers = request.Kind is { } kind ? papers.Where(d => d.Kind == kind) : papers;
            return (from paper in papers
                    join store in db.Stores on paper.StoreId equals store.Id
                    orderby paper.ExpiresOn, paper.Id
                    select new ExpiringPaper(
                        paper.Id, paper.Kind, store.Name, store.Slug, db.Regions.Where(r => r.Code == paper.Region.Substring(0, 5)).Select(r => r.Name).FirstOrDefault() ?? "",
                        paper.State, paper.ExpiresOn!.Value)).ToPage(request.Page, request.PageSize, cancellationToken);
        }
    }
}

public sealed record ExpiringPaper(DocumentId Paper, DocumentKind Kind, string Store, string Slug, string Regency, DocumentState State, DateOnly ExpiresOn);

static class EndingSoon
{
    /// <summary>In force today, with a last day within so many.</summary>
    public static IQueryable<LegalVerification> Ending(this OfficeView view, int days, string? region)
    {
        var (today, last) = (view.Today, view.Today.AddDays(days));
        return view.Papers(region).Where(d => (d.State == DocumentState.Approved || d.State == DocumentState.Expiring || d.State == DocumentState.Waived) && d.ExpiresOn >= today && d.ExpiresOn <= last);
    }
}
