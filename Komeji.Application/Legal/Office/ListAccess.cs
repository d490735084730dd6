using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal.Office;

/// <summary>Who saw papers and numbers, and why; the newest first.</summary>
/// <param name="Words">In the name of the shop.</param>
public sealed record ListAccess(string? Words, int Page = 1) : IQuery<AccessPage>
{
    public const int PageSize = 50;

    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ListAccess, AccessPage>
    {
        public async Task<AccessPage> Handle(ListAccess request, CancellationToken cancellationToken)
        {
            var rows = from access in db.DataAccesses.AsNoTracking()
                       join store in db.Stores on access.StoreId equals store.Id
                       join paper in db.LegalVerifications on access.DocumentId equals paper.Id
                       select new { Is = access, Store = store.Name, paper.Kind };
            if (request.Words?.Trim() is { Length: > 0 } words)
            {
                var named = db.StoresNamed(words);
                rows = rows.Where(r => named.Any(s => s.Id == r.Is.StoreId));
            }

            var page = await rows.OrderByDescending(r => r.Is.Id)
                .Select(r => new AccessRow(r.Is.At, r.Is.WhoId, r.Is.Role, r.Is.What, r.Is.Why, r.Kind, r.Store)).ToPage(request.Page, PageSize, cancellationToken);
            return new AccessPage(page, await db.NamesOf(page.Rows.Select(r => (Guid?)r.Who.Value), cancellationToken));
        }
    }
}

public sealed record AccessPage(PageOf<AccessRow> Rows, IReadOnlyDictionary<Guid, string> Names);

public sealed record AccessRow(DateTimeOffset At, UserId Who, string Role, string What, string Why, DocumentKind Kind, string Store);

/// <summary>Every step of every paper; the newest first.</summary>
/// <param name="Words">In the name of the shop.</param>
public sealed record ListDecisions(string? Words, int Page = 1) : IQuery<DecisionPage>
{
    const int MostPapers = 500;

    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ListDecisions, DecisionPage>
    {
        public async Task<DecisionPage> Handle(ListDecisions request, CancellationToken cancellationToken)
        {
            var steps = db.StateChanges.AsNoTracking().Where(c => c.Subject == LegalVerification.Subject);
            if (request.Words?.Trim() is { Length: > 0 } words)
            {
                var shops = db.StoresNamed(words);
                var papers = await db.LegalVerifications.Where(d => shops.Any(s => s.Id == d.StoreId))
                    .OrderByDescending(d => d.Id).Take(MostPapers).Select(d => d.Id).ToListAsync(cancellationToken);
                var ids = papers.ConvertAll(id => id.Value);
                steps = steps.Where(c => ids.Contains(c.SubjectId));
            }

            var page = await steps.OrderByDescending(c => c.Id).ToPage(request.Page, ListAccess.PageSize, cancellationToken);
            var named = page.Rows.Select(c => new DocumentId(c.SubjectId)).ToList();
            var about = await (from paper in db.LegalVerifications.AsNoTracking()
                               where named.Contains(paper.Id)
                               join store in db.Stores on paper.StoreId equals store.Id
                               select new { paper.Id, paper.Kind, store.Name }).ToDictionaryAsync(p => p.Id.Value, cancellationToken);
            var rows = page.Rows.Where(c => about.ContainsKey(c.SubjectId))
                .Select(c => new DecisionRow(c.At, c.ActorId, c.ActorRole, c.From, c.To, c.Note ?? "", about[c.SubjectId].Kind, about[c.SubjectId].Name)).ToList();
            return new DecisionPage(new PageOf<DecisionRow>(rows, page.Number, page.Size, page.Total), await db.NamesOf(rows.Select(r => r.Who), cancellationToken));
        }
    }
}

public sealed record DecisionPage(PageOf<DecisionRow> Rows, IReadOnlyDictionary<Guid, string> Names);

public sealed record DecisionRow(DateTimeOffset At, Guid? Who, string Role, string From, string To, string Note, DocumentKind Kind, string Store);
