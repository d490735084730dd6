using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal.Office;

/// <summary>Who saw papers and numbers, and why; the newest first.</summary>
public sealed record ListAccess(AuditFilter Filter, int Page = 1, int Size = ListAccess.PageSize) : IQuery<AccessPage>
{
    public const int PageSize = 50;

    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ListAccess, AccessPage>
    {
        public async Task<AccessPage> Handle(ListAccess request, CancellationToken cancellationToken)
        {
            var page = await Rows(request.Filter).ToPage(request.Page, request.Size, cancellationToken);
            return new AccessPage(page, await db.NamesOf(page.Rows.Select(r => (Guid?)r.Who.Value), cancellationToken), await db.Audited(cancellationToken));
        }

        IQueryable<AccessRow> Rows(AuditFilter filter)
        {
            var (start, end) = (filter.Start, filter.End);
            var seen = db.DataAccesses.AsNoTracking().Where(a => a.At >= start && a.At < end);
            if (filter.Who is { } id)
            {
                var person = new UserId(id);
                seen = seen.Where(a => a.WhoId == person);
            }

            if (filter.What is { Length: > 0 } what)
            {
                seen = seen.Where(a => a.What == what);
            }

            return from access in seen
                   join paper in filter.Papers(db) on access.DocumentId equals paper.Id
                   join store in db.Stores on access.StoreId equals store.Id
                   orderby access.Id descending
                   select new AccessRow(access.At, access.WhoId, access.Role, access.What, access.Why, paper.Kind, store.Name);
        }
    }
}

/// <param name="People">Whom one may ask for.</param>
public sealed record AccessPage(PageOf<AccessRow> Rows, IReadOnlyDictionary<Guid, string> Names, IReadOnlyList<Colleague> People);

public sealed record AccessRow(DateTimeOffset At, UserId Who, string Role, string What, string Why, DocumentKind Kind, string Store);
