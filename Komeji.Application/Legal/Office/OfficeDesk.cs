using Komeji.Application.Common;
using Komeji.Application.Legal.Office.Reports;
using Komeji.Application.Settings;
using Komeji.Application.Stores;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal.Office;

/// <summary>The officer who asks, and the papers of the territory he answers for: another's are not there.</summary>
public sealed class OfficeDesk(IKomejiDb db, ICurrentUser user, SettingsInForce settings, TimeProvider clock)
{
    public DateTimeOffset Now => clock.GetUtcNow();

    public UserId OfficerId => user.Require();

    public Actor Officer => Actor.Staff(OfficerId.Value, Roles.Verifier);

    public Task<WorkingCalendar> Calendar(CancellationToken cancellationToken) => settings.Calendar(cancellationToken);

    public IQueryable<LegalVerification> InTerritory() => db.LegalVerifications.Where(OfficeView.Within<LegalVerification>(user.Territories(Roles.Verifier), d => d.Region));

    /// <exception cref="NotFound">There is none, or it is another territory's.</exception>
    public async Task<LegalVerification> Load(DocumentId id, CancellationToken cancellationToken)
    {
        await db.TakeTurn($"paper {id.Value}", cancellationToken);
        var paper = await InTerritory().Include(d => d.Scans).SingleOrDefaultAsync(d => d.Id == id, cancellationToken) ?? throw new NotFound();
        await RequireOtherEyes(paper.StoreId, OfficerId, cancellationToken);
        return paper;
    }

    /// <summary>Nobody claims, decides or even opens papers of a shop he owns, works or worked for, or has helped as a mentor.</summary>
    /// <exception cref="RuleBroken"><c>legal.own</c></exception>
    public async Task RequireOtherEyes(StoreId store, UserId officer, CancellationToken cancellationToken)
    {
        if (await db.TiedTo(officer).AnyAsync(s => s.Id == store, cancellationToken))
        {
            throw new RuleBroken("legal.own", "Anda pemilik, staf, atau pendamping toko ini. Petugas lain yang memeriksa.");
        }
    }

    /// <summary>The office the officer speaks for about a place: <c>Dinas Koperasi Kabupaten Jember</c>.</summary>
    public async Task<string> OfficeFor(string region, CancellationToken cancellationToken)
    {
        var territory = user.Territories(Roles.Verifier).Where(t => t.Length == 0 || region == t || region.StartsWith(t + ".", StringComparison.Ordinal)).MaxBy(t => t.Length) ?? "";
        var name = await db.Regions.Where(r => r.Code == territory).Select(r => r.Name).SingleOrDefaultAsync(cancellationToken);
        return name is null ? "Dinas Koperasi" : $"Dinas Koperasi {name}";
    }
}
