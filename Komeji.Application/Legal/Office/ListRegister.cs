using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal.Office;

/// <summary>Shops whose NIB is in force, by where they are. Officers see their territory, supervisors all.</summary>
/// <param name="Region">Code of a province, regency or district; empty is everywhere the person may see.</param>
public sealed record ListRegister(string? Region = null, int Page = 1) : IQuery<RegisterPage>
{
    public const int PageSize = 50;

    internal sealed class Handler(IKomejiDb db, ICurrentUser user, OfficeDesk desk) : IRequestHandler<ListRegister, RegisterPage>
    {
        public async Task<RegisterPage> Handle(ListRegister request, CancellationToken cancellationToken)
        {
            var verified = db.Verified(user, Wib.DayOf(desk.Now));
            var counts = await verified.GroupBy(d => d.Region.Substring(0, 5)).Select(g => new { Code = g.Key, Count = g.Select(d => d.StoreId).Distinct().Count() }).ToListAsync(cancellationToken);
            var codes = counts.ConvertAll(c => c.Code);
            var names = await db.Regions.AsNoTracking().Where(r => codes.Contains(r.Code)).Select(r => new { r.Code, r.Name }).ToListAsync(cancellationToken);
            var rows = await db.Rows(verified.In(request.Region)).ToPage(request.Page, PageSize, cancellationToken);
            return new RegisterPage(rows, [.. names.Select(r => new RegencyCount(r.Code, r.Name, counts.Single(c => c.Code == r.Code).Count)).OrderByDescending(r => r.Shops).ThenBy(r => r.Name, StringComparer.Ordinal)]);
        }
    }
}

/// <summary>The register as a table to take away.</summary>
public sealed record ExportRegister(string? Region = null) : IQuery<IReadOnlyList<RegisterRow>>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, OfficeDesk desk) : IRequestHandler<ExportRegister, IReadOnlyList<RegisterRow>>
    {
        public async Task<IReadOnlyList<RegisterRow>> Handle(ExportRegister request, CancellationToken cancellationToken) =>
            await db.Rows(db.Verified(user, Wib.DayOf(desk.Now)).In(request.Region)).ToListAsync(cancellationToken);
    }
}

static class Register
{
    public static IQueryable<LegalVerification> Verified(this IKomejiDb db, ICurrentUser user, DateOnly today)
    {
        var papers = db.InForce(today).Where(d => d.Kind == DocumentKind.BusinessNumber);
        return user.IsIn(Domain.Accounts.Roles.Supervisor) ? papers : papers.Where(OfficeDesk.Within(user.Territories(Domain.Accounts.Roles.Verifier)));
    }

    public static IQueryable<LegalVerification> In(this IQueryable<LegalVerification> papers, string? region) =>
        region is { Length: > 0 } code ? papers.Where(d => d.Region.StartsWith(code)) : papers;

    public static IQueryable<RegisterRow> Rows(this IKomejiDb db, IQueryable<LegalVerification> papers) =>
        from paper in papers
        join store in db.Stores on paper.StoreId equals store.Id
        orderby paper.Region, store.Name, paper.Id
        select new RegisterRow(
            store.Name,
            store.Slug,
            paper.Number,
            db.Regions.Where(r => r.Code == paper.Region.Substring(0, 5)).Select(r => r.Name).FirstOrDefault() ?? "",
            db.LegalProfiles.Where(p => p.OwnerId == paper.OwnerId && p.KbliCode != "").Select(p => (LegalForm?)p.Form).FirstOrDefault(),
            db.LegalProfiles.Where(p => p.OwnerId == paper.OwnerId && p.KbliCode != "").Select(p => (Rupiah?)p.Capital).FirstOrDefault(),
            paper.Office,
            paper.DecidedAt,
            paper.ExpiresOn,
            paper.CheckCode ?? "");
}

public sealed record RegisterPage(PageOf<RegisterRow> Shops, IReadOnlyList<RegencyCount> Regencies);

public sealed record RegencyCount(string Code, string Name, int Shops);

/// <param name="Form">Null where the seller has not told it.</param>
public sealed record RegisterRow(string Store, string Slug, string Nib, string Regency, LegalForm? Form, Rupiah? Capital, string Office, DateTimeOffset? DecidedAt, DateOnly? ExpiresOn, string Code);
