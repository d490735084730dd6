using Komeji.Application.Common;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal.Office;

/// <summary>Which of the notes about papers are asked for.</summary>
/// <param name="Words">In the name of the shop.</param>
/// <param name="Who">Who looked, or took the step.</param>
/// <param name="From">The first day, in WIB.</param>
/// <param name="To">The last day, whole.</param>
/// <param name="What">What was seen, <c>berkas</c> or <c>nomor</c>; of steps their code.</param>
public sealed record AuditFilter(string? Words = null, Guid? Who = null, DateOnly? From = null, DateOnly? To = null, DocumentKind? Kind = null, string? What = null)
{
    static readonly DateOnly First = new(2001, 1, 1);
    static readonly DateOnly Last = new(2199, 12, 31);

    internal DateTimeOffset Start => Wib.StartOf(From is { } day && day > First && day < Last ? day : First);

    /// <summary>The first moment after it.</summary>
    internal DateTimeOffset End => Wib.StartOf((To is { } day && day > First && day < Last ? day : Last).AddDays(1));

    /// <summary>Of the kind and the shops that are asked for.</summary>
    internal IQueryable<LegalVerification> Papers(IKomejiDb db)
    {
        var papers = db.LegalVerifications.AsNoTracking();
        papers = Kind is { } kind ? papers.Where(d => d.Kind == kind) : papers;
        if (Words?.Trim() is not { Length: > 0 } words)
        {
            return papers;
        }

        var named = db.StoresNamed(words);
        return papers.Where(d => named.Any(s => s.Id == d.StoreId));
    }
}

static class AuditedPeople
{
    /// <summary>Who looks at papers and decides on them, or did; by name.</summary>
    public static async Task<IReadOnlyList<Colleague>> Audited(this IKomejiDb db, CancellationToken cancellationToken)
    {
        var holders = await db.RoleGrants.AsNoTracking().Where(g => g.Role == Roles.Verifier || Roles.Helpers.Contains(g.Role)).Select(g => g.UserId).Distinct().ToListAsync(cancellationToken);
        var ids = holders.ConvertAll(id => id.Value);
        return await db.Users.AsNoTracking().Where(u => ids.Contains(u.Id)).OrderBy(u => u.FullName).ThenBy(u => u.Id).Select(u => new Colleague(u.Id, u.FullName)).ToListAsync(cancellationToken);
    }
}
