using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal.PreChecks;

/// <summary>Papers that wait for a look of the community, what is due first on top.</summary>
public sealed record ListPreChecks(int Page = 1) : IQuery<PageOf<PreCheckRow>>
{
    const int PageSize = 25;

    internal sealed class Handler(IKomejiDb db, PreCheckDesk desk) : IRequestHandler<ListPreChecks, PageOf<PreCheckRow>>
    {
        public Task<PageOf<PreCheckRow>> Handle(ListPreChecks request, CancellationToken cancellationToken) =>
            desk.Waiting().AsNoTracking().OrderBy(d => d.PreCheckUntil).ThenBy(d => d.Id).Select(d => new PreCheckRow(
                d.Id,
                d.Kind,
                db.Stores.Where(s => s.Id == d.StoreId).Select(s => s.Name).FirstOrDefault() ?? "",
                db.Regions.Where(r => r.Code == d.Region.Substring(0, 8)).Select(r => r.FullName).FirstOrDefault() ?? "",
                d.PreCheckUntil)).ToPage(request.Page, PageSize, cancellationToken);
    }
}

public sealed record PreCheckRow(DocumentId Id, DocumentKind Kind, string Store, string Place, DateTimeOffset? Until);

/// <summary>A paper as the community sees it: numbers masked, scans by a click that is written down.</summary>
/// <exception cref="NotFound">It does not wait for the person, or no longer.</exception>
public sealed record ShowPreCheck(DocumentId Id) : IQuery<PreCheckPage>
{
    internal sealed class Handler(IKomejiDb db, PreCheckDesk desk) : IRequestHandler<ShowPreCheck, PreCheckPage>
    {
        public async Task<PreCheckPage> Handle(ShowPreCheck request, CancellationToken cancellationToken)
        {
            var paper = await desk.Waiting().AsNoTracking().Include(d => d.Scans).SingleOrDefaultAsync(d => d.Id == request.Id, cancellationToken) ?? throw new NotFound();
            var store = await db.Stores.AsNoTracking().Where(s => s.Id == paper.StoreId).Select(s => new { s.Name, s.Slug, s.VillageCode }).SingleAsync(cancellationToken);
            var place = await db.Regions.Where(r => r.Code == store.VillageCode).Select(r => r.FullName).SingleOrDefaultAsync(cancellationToken) ?? "";
            return new PreCheckPage(paper, store.Name, store.Slug, place);
        }
    }
}

public sealed record PreCheckPage(LegalVerification Paper, string Store, string Slug, string Place);
