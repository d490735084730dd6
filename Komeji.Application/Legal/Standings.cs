using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Domain.Stores;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal;

/// <summary>How shops stand before the law, as everybody may see it.</summary>
public sealed class Standings(IKomejiDb db, LegalTerms terms, TimeProvider clock)
{
    /// <param name="categories">Of a product: its category and the one above it; the narrower one's line of the checklist counts. Null for the shop.</param>
    public async Task<Standing> Of(StoreId store, DateTimeOffset openedAt, IReadOnlyList<string>? categories, CancellationToken cancellationToken)
    {
        var today = Wib.DayOf(clock.GetUtcNow());
        var held = await db.InForce(today).Where(d => d.StoreId == store).OrderBy(d => d.Kind)
            .Select(d => new VouchedPaper(d.Kind, d.State, d.Office, d.DecidedAt, d.ExpiresOn, d.CheckCode)).ToListAsync(cancellationToken);
        var needs = categories is null ? null : Needs(await terms.ByCategory(cancellationToken), categories);
        var rung = Ladder.Of(held.Select(h => new HeldDocument(h.Kind, h.State, h.ExpiresOn)), needs, today);
        var nibs = held.FindAll(h => h.Kind == DocumentKind.BusinessNumber);
        var nib = NibStanding.Of(nibs.Exists(n => n.State != DocumentState.Waived), openedAt, await terms.Nib(cancellationToken), today, nibs.Max(n => n.ExpiresOn));
        return new Standing(rung, nib, held, needs ?? []);
    }

    /// <summary>Those among these shops whose time to get an NIB is over: they take no new orders.</summary>
    public async Task<IReadOnlySet<StoreId>> Restricted(IEnumerable<StoreId> stores, CancellationToken cancellationToken)
    {
        var ids = stores.Distinct().ToList();
        var today = Wib.DayOf(clock.GetUtcNow());
        var nib = await terms.Nib(cancellationToken);
        var inForce = db.InForce(today);
        var without = await db.Stores.AsNoTracking().Where(s => ids.Contains(s.Id) && !inForce.Any(d => d.StoreId == s.Id && d.Kind == DocumentKind.BusinessNumber))
            .Select(s => new { s.Id, s.OpenedAt }).ToListAsync(cancellationToken);
        return without.Where(s => NibStanding.Of(false, s.OpenedAt, nib, today).Status == NibStatus.Restricted).Select(s => s.Id).ToHashSet();
    }

    /// <summary>Licences to trade that count today.</summary>
    public IQueryable<LegalVerification> Licences() => db.InForce(Wib.DayOf(clock.GetUtcNow())).Where(d => d.Kind == DocumentKind.BusinessNumber);

    /// <summary>Whether a shop without a licence may take no new orders any more.</summary>
    public async Task<bool> IsRestricted(DateTimeOffset openedAt, CancellationToken cancellationToken) =>
        NibStanding.Of(false, openedAt, await terms.Nib(cancellationToken), Wib.DayOf(clock.GetUtcNow())).Status == NibStatus.Restricted;

    /// <summary>Whether this was the NIB that let the shop take orders, because its time to get one is over and it has no other.</summary>
    /// <param name="lost">It does not count any more, whatever is still written about it.</param>
    internal async Task<bool> StopsWithout(LegalVerification lost, CancellationToken cancellationToken)
    {
        if (lost.Kind != DocumentKind.BusinessNumber)
        {
            return false;
        }

        var today = Wib.DayOf(clock.GetUtcNow());
        var (store, paper) = (lost.StoreId, lost.Id);
        if (await db.InForce(today).AnyAsync(d => d.StoreId == store && d.Kind == DocumentKind.BusinessNumber && d.Id != paper, cancellationToken))
        {
            return false;
        }

        var opened = await db.Stores.Where(s => s.Id == store).Select(s => s.OpenedAt).SingleAsync(cancellationToken);
        return NibStanding.Of(false, opened, await terms.Nib(cancellationToken), today).Status == NibStatus.Restricted;
    }

    public static IReadOnlyList<Requirement> Needs(Checklist asked, IReadOnlyList<string> categories) =>
        categories.Select(asked.For).FirstOrDefault(needs => needs.Count > 0) ?? [];
}

static class Papers
{
    /// <summary>Papers the office has seen and vouches for on this day: a waiver is none of them.</summary>
    public static IQueryable<LegalVerification> Vouched(this IKomejiDb db, DateOnly today) => db.InForce(today).Where(d => d.State != DocumentState.Waived);

    /// <summary>Papers that count on this day, waivers among them, whether the nightly job has come or not.</summary>
    public static IQueryable<LegalVerification> InForce(this IKomejiDb db, DateOnly today) => db.LegalVerifications.AsNoTracking()
        .Where(d => (d.State == DocumentState.Approved || d.State == DocumentState.Expiring || d.State == DocumentState.Waived) && (d.ExpiresOn == null || d.ExpiresOn >= today));
}

/// <param name="Needs">Permits the product's category needs.</param>
public sealed record Standing(Rung Rung, NibStanding Nib, IReadOnlyList<VouchedPaper> Papers, IReadOnlyList<Requirement> Needs)
{
    /// <summary>Of these the ones no paper meets.</summary>
    public IEnumerable<Requirement> Lacking => Needs.Where(need => !need.AnyOf.Any(kind => Papers.Any(p => p.Kind == kind)));
}

/// <param name="Office">Who vouches for it.</param>
/// <param name="Code">Where it can be checked.</param>
public sealed record VouchedPaper(DocumentKind Kind, DocumentState State, string Office, DateTimeOffset? DecidedAt, DateOnly? ExpiresOn, string? Code);
