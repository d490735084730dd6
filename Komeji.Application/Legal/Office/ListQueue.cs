using Komeji.Application.Common;
using Komeji.Application.Legal.Office.Reports;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal.Office;

public enum QueuePart
{
    /// <summary>Nobody has it yet.</summary>
    Waiting,
    Mine,

    /// <summary>With a colleague.</summary>
    Others,

    /// <summary>The office has decided.</summary>
    Decided,

    /// <summary>Sent back to be mended.</summary>
    WithSeller,
}

/// <summary>What waits for the office, what is to be answered first on top.</summary>
/// <param name="Region">Within the officer's territory; empty is all of it.</param>
/// <param name="Late">Only what should have been answered.</param>
public sealed record ListQueue(QueuePart Part, DocumentKind? Kind = null, string? Region = null, bool Late = false, string? Words = null, int Page = 1, int Size = ListQueue.PageSize) : IQuery<QueuePage>
{
    public const int PageSize = 25;

    internal sealed class Handler(IKomejiDb db, OfficeDesk desk) : IRequestHandler<ListQueue, QueuePage>
    {
        public async Task<QueuePage> Handle(ListQueue request, CancellationToken cancellationToken)
        {
            var territory = desk.InTerritory().AsNoTracking();
            var papers = Narrowed(Of(request.Part, territory), request);
            var ordered = request.Part == QueuePart.Decided ? papers.OrderByDescending(d => d.DecidedAt).ThenByDescending(d => d.Id) : papers.OrderBy(d => d.AnswerBy).ThenBy(d => d.Id);
            var rows = await ordered.Select(d => new QueueRow(
                d.Id.Value,
                d.Kind,
                d.State,
                db.Stores.Where(s => s.Id == d.StoreId).Select(s => s.Name).FirstOrDefault() ?? "",
                db.Regions.Where(r => r.Code == d.Region.Substring(0, 8)).Select(r => r.FullName).FirstOrDefault() ?? "",
                d.SubmittedAt,
                d.AnswerBy,
                d.OfficerId,
                d.AppealedAt != null)).ToPage(request.Page, request.Size, cancellationToken);
            var waiting = await WaitingByRegency(territory, cancellationToken);
            return new QueuePage(
                rows,
                await db.NamesOf(rows.Rows.Select(r => r.Officer?.Value), cancellationToken),
                waiting.Sum(w => w.Papers),
                await Of(QueuePart.Mine, territory).CountAsync(cancellationToken),
                waiting.Sum(w => w.Late),
                await Regions([.. waiting.Select(w => w.Code)], cancellationToken));
        }

        /// <summary>Asked for once: how many, how many late and where from.</summary>
        async Task<List<WaitingThere>> WaitingByRegency(IQueryable<LegalVerification> territory, CancellationToken cancellationToken)
        {
            var now = desk.Now;
            return await Of(QueuePart.Waiting, territory).GroupBy(d => d.Region.Substring(0, 5))
                .Select(g => new WaitingThere(g.Key, g.Count(), g.Sum(d => d.AnswerBy < now ? 1 : 0))).ToListAsync(cancellationToken);
        }

        IQueryable<LegalVerification> Of(QueuePart part, IQueryable<LegalVerification> papers)
        {
            UserId? me = desk.OfficerId;
            return part switch
            {
                QueuePart.Mine => papers.Where(d => d.State == DocumentState.InReview && d.OfficerId == me),
                QueuePart.Others => papers.Where(d => d.State == DocumentState.InReview && d.OfficerId != me),
                QueuePart.Decided => papers.Where(d => d.DecidedAt != null && (d.State == DocumentState.Approved || d.State == DocumentState.Expiring || d.State == DocumentState.Expired || d.State == DocumentState.Revoked || d.State == DocumentState.Rejected || d.State == DocumentState.Waived)),
                QueuePart.WithSeller => papers.Where(d => d.State == DocumentState.NeedsFix),
                _ => papers.Where(d => d.State == DocumentState.Submitted || d.State == DocumentState.Appealed),
            };
        }

        IQueryable<LegalVerification> Narrowed(IQueryable<LegalVerification> papers, ListQueue request)
        {
            var now = desk.Now;
            papers = request.Kind is { } kind ? papers.Where(d => d.Kind == kind) : papers;
            papers = request.Late ? papers.Where(d => d.AnswerBy < now) : papers;
            papers = papers.Where(OfficeView.In<LegalVerification>(request.Region, d => d.Region));
            if (request.Words?.Trim() is not { Length: > 0 } words)
            {
                return papers;
            }

            var named = db.StoresNamed(words);
            return papers.Where(d => named.Any(s => s.Id == d.StoreId));
        }

        async Task<IReadOnlyList<QueueRegion>> Regions(List<string> codes, CancellationToken cancellationToken) =>
            await db.Regions.AsNoTracking().Where(r => codes.Contains(r.Code)).OrderBy(r => r.Name).Select(r => new QueueRegion(r.Code, r.Name)).ToListAsync(cancellationToken);

        sealed record WaitingThere(string Code, int Papers, int Late);
    }
}

/// <param name="Names">Of the officers.</param>
/// <param name="Late">How many of the waiting should have been answered.</param>
public sealed record QueuePage(PageOf<QueueRow> Papers, IReadOnlyDictionary<Guid, string> Names, int Waiting, int Mine, int Late, IReadOnlyList<QueueRegion> Regions);

public sealed record QueueRow(
    Guid Id, DocumentKind Kind, DocumentState State, string Store, string Place, DateTimeOffset? SubmittedAt, DateTimeOffset? AnswerBy, UserId? Officer, bool IsAppeal);

public sealed record QueueRegion(string Code, string Name);
