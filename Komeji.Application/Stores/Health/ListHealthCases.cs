using System.Globalization;
using Komeji.Application.Common;
using Komeji.Application.Sheets;
using Komeji.Domain.Common;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Stores.Health;

/// <summary>The orders or questions behind a figure: those that count against the shop, or all it is a part of. As many as the figure says.</summary>
/// <param name="Shop">Before the cooperative's staff; null is the shop the person works in.</param>
/// <exception cref="NotFound">No such shop.</exception>
public sealed record ListHealthCases(HealthMeasure Measure, bool All, int Page = 1, StoreId? Shop = null) : IQuery<HealthCaseList>
{
    const int PageSize = 25;

    internal sealed class Handler(IKomejiDb db, ShopDesk desk, HealthTerms terms) : IRequestHandler<ListHealthCases, HealthCaseList>
    {
        public async Task<HealthCaseList> Handle(ListHealthCases request, CancellationToken cancellationToken)
        {
            var shop = await db.ShopAsked(desk, request.Shop, cancellationToken);
            var cases = await db.CasesOf(shop, request.Measure, request.All).ToPage(request.Page, PageSize, cancellationToken);
            return new HealthCaseList(await db.HealthOf(shop, terms, cancellationToken), request.Measure, request.All, cases);
        }
    }
}

public sealed record HealthCaseList(HealthPage Of, HealthMeasure Measure, bool All, PageOf<HealthCase> Cases);

/// <summary>The same list whole, as a table.</summary>
/// <exception cref="NotFound">No such shop.</exception>
public sealed record ExportHealthCases(HealthMeasure Measure, bool All, StoreId? Shop = null) : IQuery<SheetPage>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk) : IRequestHandler<ExportHealthCases, SheetPage>
    {
        public async Task<SheetPage> Handle(ExportHealthCases request, CancellationToken cancellationToken)
        {
            var shop = await db.ShopAsked(desk, request.Shop, cancellationToken);
            var cases = await db.CasesOf(shop, request.Measure, request.All).Take(XlsxWriter.MostRows).ToListAsync(cancellationToken);
            return new SheetPage(
                "Kesehatan toko",
                [request.Measure == HealthMeasure.SlowAnswer ? "Tentang" : "Pesanan", "Pada (WIB)", "Keterangan", "Dijawab dalam (menit)"],
                cases.Select(c => (IReadOnlyList<object>)[c.Title, c.At.ToOffset(Wib.Offset).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture), HealthTexts.Why(c.Why), c.Minutes is { } minutes ? (object)(long)minutes : ""]));
        }
    }
}

static class CasesOfShops
{
    /// <exception cref="NotFound">No such shop.</exception>
    public static async Task<StoreId> ShopAsked(this IKomejiDb db, ShopDesk desk, StoreId? asked, CancellationToken cancellationToken) => asked is not { } id
        ? (await desk.At(ShopRights.Orders, cancellationToken)).Id
        : await db.Stores.AnyAsync(s => s.Id == id, cancellationToken) ? id : throw new NotFound();

    public static IQueryable<HealthCase> CasesOf(this IKomejiDb db, StoreId shop, HealthMeasure measure, bool all) =>
        db.HealthCases.AsNoTracking().Where(c => c.StoreId == shop && c.Measure == measure && (all || c.IsBad)).OrderByDescending(c => c.At).ThenBy(c => c.ThingId);
}
