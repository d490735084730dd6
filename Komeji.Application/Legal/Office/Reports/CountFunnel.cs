using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal.Office.Reports;

/// <summary>How far a shop has come with a kind of paper.</summary>
public enum FunnelStep
{
    Opened,
    Submitted,
    Claimed,
    Approved,
}

/// <summary>Of the shops opened in the period, how many have sent in each kind of paper, had it taken in hand, had it approved.</summary>
public sealed record CountFunnel(ReportPeriod Period, string? Region = null) : IQuery<Funnel>
{
    internal sealed class Handler(IKomejiDb db, OfficeView view) : IRequestHandler<CountFunnel, Funnel>
    {
        public async Task<Funnel> Handle(CountFunnel request, CancellationToken cancellationToken)
        {
            var shops = view.Opened(request.Period, request.Region);
            var papers = from shop in shops
                         join paper in db.LegalVerifications on shop.Id equals paper.StoreId
                         group paper by new { paper.StoreId, paper.Kind } into of
                         select new
                         {
                             of.Key.Kind,
                             Submitted = of.Max(d => d.SubmittedAt != null ? 1 : 0),
                             Claimed = of.Max(d => d.ClaimedAt != null || d.DecidedAt != null || d.FixAskedAt != null ? 1 : 0),
                             Approved = of.Max(d => d.CheckCode != null ? 1 : 0),
                         };
            var counts = await papers.GroupBy(p => p.Kind).Select(g => new FunnelCount(g.Key, g.Sum(p => p.Submitted), g.Sum(p => p.Claimed), g.Sum(p => p.Approved))).ToListAsync(cancellationToken);
            return new Funnel(await shops.CountAsync(cancellationToken), [.. counts.OrderBy(c => c.Kind)]);
        }
    }
}

public sealed record Funnel(int Opened, IReadOnlyList<FunnelCount> Kinds);

/// <summary>Shops, not papers: one that sent a paper in twice counts once.</summary>
public sealed record FunnelCount(DocumentKind Kind, int Submitted, int Claimed, int Approved)
{
    public int Of(FunnelStep step, int opened) => step switch
    {
        FunnelStep.Submitted => Submitted,
        FunnelStep.Claimed => Claimed,
        FunnelStep.Approved => Approved,
        _ => opened,
    };
}

/// <summary>The shops behind a number of the funnel, the newest first.</summary>
/// <param name="Kind">Not looked at for <see cref="FunnelStep.Opened"/>.</param>
public sealed record ListFunnel(ReportPeriod Period, FunnelStep Step, DocumentKind Kind, string? Region = null, int Page = 1, int PageSize = ReportRows.PageSize) : IQuery<PageOf<FunnelShop>>
{
    internal sealed class Handler(IKomejiDb db, OfficeView view) : IRequestHandler<ListFunnel, PageOf<FunnelShop>>
    {
        public Task<PageOf<FunnelShop>> Handle(ListFunnel request, CancellationToken cancellationToken)
        {
            var kind = request.Kind;
            var shops = view.Opened(request.Period, request.Region);
            shops = request.Step switch
            {
                FunnelStep.Submitted => shops.Where(s => db.LegalVerifications.Any(d => d.StoreId == s.Id && d.Kind == kind && d.SubmittedAt != null)),
                FunnelStep.Claimed => shops.Where(s => db.LegalVerifications.Any(d => d.StoreId == s.Id && d.Kind == kind && (d.ClaimedAt != null || d.DecidedAt != null || d.FixAskedAt != null))),
                FunnelStep.Approved => shops.Where(s => db.LegalVerifications.Any(d => d.StoreId == s.Id && d.Kind == kind && d.CheckCode != null)),
                _ => shops,
            };
            return shops.OrderByDescending(s => s.OpenedAt).ThenBy(s => s.Id)
                .Select(s => new FunnelShop(
                    s.Name, s.Slug, db.Regions.Where(r => r.Code == s.VillageCode.Substring(0, 5)).Select(r => r.Name).FirstOrDefault() ?? "", s.OpenedAt,
                    db.LegalVerifications.Where(d => d.StoreId == s.Id && d.Kind == kind).OrderByDescending(d => d.BegunAt).Select(d => (DocumentState?)d.State).FirstOrDefault(),
                    db.LegalVerifications.Where(d => d.StoreId == s.Id && d.Kind == kind).OrderByDescending(d => d.BegunAt).Select(d => (DocumentId?)d.Id).FirstOrDefault()))
                .ToPage(request.Page, request.PageSize, cancellationToken);
        }
    }
}

/// <param name="State">Of its newest paper of the kind; null when it has begun none.</param>
public sealed record FunnelShop(string Store, string Slug, string Regency, DateTimeOffset OpenedAt, DocumentState? State, DocumentId? Paper);

static class ReportRows
{
    public const int PageSize = 50;

    public static IQueryable<Store> Opened(this OfficeView view, ReportPeriod period, string? region)
    {
        var (start, end) = (period.Start, period.End);
        return view.Shops(region).Where(s => s.OpenedAt >= start && s.OpenedAt < end);
    }
}
