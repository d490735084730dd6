using Komeji.Application.Common;
using Komeji.Domain.Legal;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal.Office;

/// <summary>Every step of every paper; the newest first.</summary>
public sealed record ListDecisions(AuditFilter Filter, int Page = 1, int Size = ListAccess.PageSize) : IQuery<DecisionPage>
{
    internal sealed class Handler(IKomejiDb db) : IRequestHandler<ListDecisions, DecisionPage>
    {
        public async Task<DecisionPage> Handle(ListDecisions request, CancellationToken cancellationToken)
        {
            var page = await Rows(request.Filter).ToPage(request.Page, request.Size, cancellationToken);
            return new DecisionPage(page, await db.NamesOf(page.Rows.Select(r => r.Who), cancellationToken), await db.Audited(cancellationToken));
        }

        IQueryable<DecisionRow> Rows(AuditFilter filter)
        {
            var (start, end) = (filter.Start, filter.End);
            var steps = db.StateChanges.AsNoTracking().Where(c => c.Subject == LegalVerification.Subject && c.At >= start && c.At < end);
            if (filter.Who is { } person)
            {
                steps = steps.Where(c => c.ActorId == person);
            }

            if (filter.What is { Length: > 0 } code)
            {
                steps = steps.Where(c => c.ReasonCode == code);
            }

            // Steps name their subject by the bare id, whatever it is; the detour by object lets the database compare the two.
            return from step in steps
                   join paper in filter.Papers(db) on step.SubjectId equals (Guid)(object)paper.Id
                   join store in db.Stores on paper.StoreId equals store.Id
                   orderby step.Id descending
                   select new DecisionRow(step.At, step.ActorId, step.ActorRole, step.From, step.To, step.ReasonCode, step.Note ?? "", paper.Kind, store.Name);
        }
    }
}

/// <param name="People">Whom one may ask for.</param>
public sealed record DecisionPage(PageOf<DecisionRow> Rows, IReadOnlyDictionary<Guid, string> Names, IReadOnlyList<Colleague> People);

/// <param name="From">Empty where it begins.</param>
/// <param name="Code">Of the step.</param>
public sealed record DecisionRow(DateTimeOffset At, Guid? Who, string Role, string From, string To, string Code, string Note, DocumentKind Kind, string Store);
