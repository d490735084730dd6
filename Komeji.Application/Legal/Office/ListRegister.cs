using Komeji.Application.Common;
using Komeji.Application.Legal.Office.Reports;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal.Office;

/// <summary>Which of the verified businesses are asked for.</summary>
/// <param name="Region">Code of a province, regency or district; empty is everywhere the person may see.</param>
/// <param name="Untold">Only those whose form and size the seller has not told.</param>
/// <param name="Words">In the name of the shop, or the beginning of its NIB.</param>
public sealed record RegisterFilter(string? Region = null, LegalForm? Form = null, SizeClass? Size = null, bool Untold = false, string? Words = null);

/// <summary>Shops whose NIB is in force, by where they are. Officers see their territory, supervisors all.</summary>
public sealed record ListRegister(RegisterFilter Filter, int Page = 1) : IQuery<RegisterPage>
{
    public const int PageSize = 50;

    internal sealed class Handler(IKomejiDb db, OfficeView view) : IRequestHandler<ListRegister, RegisterPage>
    {
        public async Task<RegisterPage> Handle(ListRegister request, CancellationToken cancellationToken)
        {
            var counts = await db.Matching(view.Verified(null), request.Filter).GroupBy(d => d.Region.Substring(0, 5)).Select(g => new { Code = g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
            var codes = counts.ConvertAll(c => c.Code);
            var names = await db.Regions.AsNoTracking().Where(r => codes.Contains(r.Code)).Select(r => new { r.Code, r.Name }).ToListAsync(cancellationToken);
            var rows = await db.Rows(db.Matching(view.Verified(request.Filter.Region), request.Filter)).ToPage(request.Page, PageSize, cancellationToken);
            return new RegisterPage(rows, [.. names.Select(r => new RegencyCount(r.Code, r.Name, counts.Single(c => c.Code == r.Code).Count)).OrderByDescending(r => r.Shops).ThenBy(r => r.Name, StringComparer.Ordinal)]);
        }
    }
}

/// <summary>The register as a table to take away.</summary>
public sealed record ExportRegister(RegisterFilter Filter) : IQuery<IReadOnlyList<RegisterRow>>
{
    internal sealed class Handler(IKomejiDb db, OfficeView view) : IRequestHandler<ExportRegister, IReadOnlyList<RegisterRow>>
    {
        public async Task<IReadOnlyList<RegisterRow>> Handle(ExportRegister request, CancellationToken cancellationToken) =>
            await db.Rows(db.Matching(view.Verified(request.Filter.Region), request.Filter)).ToListAsync(cancellationToken);
    }
}

static class Register
{
    public static IQueryable<LegalVerification> Matching(this IKomejiDb db, IQueryable<LegalVerification> papers, RegisterFilter filter)
    {
        papers = db.Called(papers, filter.Words?.Trim() ?? "");
        var told = db.LegalProfiles.Where(p => p.KbliEdition > 0);
        if (filter.Untold)
        {
            return papers.Where(d => !told.Any(p => p.OwnerId == d.OwnerId));
        }

        if (filter.Form is { } form)
        {
            papers = papers.Where(d => told.Any(p => p.OwnerId == d.OwnerId && p.Form == form));
        }

        if (filter.Size is { } size)
        {
            var over = size == SizeClass.Micro ? -1 : SizeClasses.MostCapital(size - 1);
            var most = SizeClasses.MostCapital(size);
            papers = papers.Where(d => told.Any(p => p.OwnerId == d.OwnerId && (long)p.Capital > over && (long)p.Capital <= most));
        }

        return papers;
    }

    static IQueryable<LegalVerification> Called(this IKomejiDb db, IQueryable<LegalVerification> papers, string words)
    {
        if (words.Length == 0)
        {
            return papers;
        }

        var named = db.StoresNamed(words);
        return words.All(char.IsAsciiDigit)
            ? papers.Where(d => d.Number.StartsWith(words) || named.Any(s => s.Id == d.StoreId))
            : papers.Where(d => named.Any(s => s.Id == d.StoreId));
    }

    public static IQueryable<RegisterRow> Rows(this IKomejiDb db, IQueryable<LegalVerification> papers) =>
        from paper in papers
        join store in db.Stores on paper.StoreId equals store.Id
        orderby paper.Region, store.Name, paper.Id
        select new RegisterRow(
            store.Name,
            store.Slug,
            paper.Number,
            db.Regions.Where(r => r.Code == paper.Region.Substring(0, 5)).Select(r => r.Name).FirstOrDefault() ?? "",
            db.LegalProfiles.Where(p => p.OwnerId == paper.OwnerId && p.KbliEdition > 0).Select(p => (LegalForm?)p.Form).FirstOrDefault(),
            db.LegalProfiles.Where(p => p.OwnerId == paper.OwnerId && p.KbliEdition > 0).Select(p => (Rupiah?)p.Capital).FirstOrDefault(),
            paper.Office,
            paper.DecidedAt,
            paper.ExpiresOn,
            paper.CheckCode ?? "");
}

public sealed record RegisterPage(PageOf<RegisterRow> Shops, IReadOnlyList<RegencyCount> Regencies);

public sealed record RegencyCount(string Code, string Name, int Shops);

/// <param name="Form">Null where the seller has not told it.</param>
public sealed record RegisterRow(string Store, string Slug, string Nib, string Regency, LegalForm? Form, Rupiah? Capital, string Office, DateTimeOffset? DecidedAt, DateOnly? ExpiresOn, string Code);
