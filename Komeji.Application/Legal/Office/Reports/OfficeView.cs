using System.Linq.Expressions;
using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Domain.Stores;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace Komeji.Application.Legal.Office.Reports;

/// <summary>From the first day to the last, both whole, in WIB.</summary>
public sealed record ReportPeriod(DateOnly From, DateOnly To)
{
    const int UsualDays = 90;

    internal DateTimeOffset Start => Wib.StartOf(From);

    /// <summary>The first moment after it.</summary>
    internal DateTimeOffset End => Wib.StartOf(To.AddDays(1));

    /// <summary>The last ninety days where nothing else is asked; the other way round where it was typed so, and never longer than ten years.</summary>
    public static ReportPeriod Of(DateOnly? from, DateOnly? to, DateOnly today)
    {
        var last = to is { Year: > 2000 and < 2200 } typed ? typed : today;
        var first = from is { Year: > 2000 and < 2200 } begun ? begun : last.AddDays(1 - UsualDays);
        var (a, b) = first <= last ? (first, last) : (last, first);
        return new ReportPeriod(a < b.AddYears(-10) ? b.AddYears(-10) : a, b);
    }
}

/// <summary>What the person may count and read: an officer the territory he answers for, a supervisor all.</summary>
sealed class OfficeView(IKomejiDb db, ICurrentUser user, TimeProvider clock)
{
    public DateOnly Today => Wib.DayOf(clock.GetUtcNow());

    IReadOnlyList<string> Territories => user.IsIn(Roles.Supervisor) ? [""] : user.Territories(Roles.Verifier);

    /// <param name="region">Code of a province, regency or district; empty is all the person may see.</param>
    public IQueryable<LegalVerification> Papers(string? region) => db.LegalVerifications.AsNoTracking().Where(Within<LegalVerification>(Territories, d => d.Region)).Where(In<LegalVerification>(region, d => d.Region));

    public IQueryable<Store> Shops(string? region) => db.Stores.AsNoTracking().Where(Within<Store>(Territories, s => s.VillageCode)).Where(In<Store>(region, s => s.VillageCode));

    public IQueryable<OfficeAnswer> Answers(string? region) => db.OfficeAnswers.AsNoTracking().Where(Within<OfficeAnswer>(Territories, a => a.Region)).Where(In<OfficeAnswer>(region, a => a.Region));

    /// <summary>NIBs the office vouches for, of each shop that is not closed the one it has had last.</summary>
    public IQueryable<LegalVerification> Verified(string? region)
    {
        var nibs = db.Vouched(Today).Where(d => d.Kind == DocumentKind.BusinessNumber && !db.Stores.Any(s => s.Id == d.StoreId && s.State == StoreState.Closed));
        return nibs.Where(Within<LegalVerification>(Territories, d => d.Region)).Where(In<LegalVerification>(region, d => d.Region))
            .Where(d => !nibs.Any(later => later.StoreId == d.StoreId && later.BegunAt > d.BegunAt));
    }

    /// <summary>
    /// Provinces, regencies and districts are the beginnings of a village's code. Each is asked for by a beginning of its own length, since
    /// that of a regency has an index.
    /// </summary>
    public static Expression<Func<T, bool>> Within<T>(IReadOnlyList<string> territories, Expression<Func<T, string>> region)
    {
        if (territories.Contains(""))
        {
            return _ => true;
        }

        var beginnings = territories.GroupBy(t => t.Length).Select(group => Beginning(group.Key, [.. group])).ToList();
        return beginnings.Count == 0 ? _ => false : On(region, beginnings.Aggregate(Either));
    }

    /// <param name="asked">Code of a province, regency, district or village; null or empty is all.</param>
    public static Expression<Func<T, bool>> In<T>(string? asked, Expression<Func<T, string>> region) => Within([asked ?? ""], region);

    static Expression<Func<string, bool>> Beginning(int length, List<string> codes) => length switch
    {
        2 => code => codes.Contains(code.Substring(0, 2)),
        5 => code => codes.Contains(code.Substring(0, 5)),
        8 => code => codes.Contains(code.Substring(0, 8)),
        _ => code => codes.Contains(code),
    };

    static Expression<Func<string, bool>> Either(Expression<Func<string, bool>> one, Expression<Func<string, bool>> other) =>
        Expression.Lambda<Func<string, bool>>(Expression.OrElse(one.Body, ReplacingExpressionVisitor.Replace(other.Parameters[0], one.Parameters[0], other.Body)), one.Parameters);

    static Expression<Func<T, bool>> On<T>(Expression<Func<T, string>> region, Expression<Func<string, bool>> test) =>
        Expression.Lambda<Func<T, bool>>(ReplacingExpressionVisitor.Replace(test.Parameters[0], region.Body, test.Body), region.Parameters);
}
