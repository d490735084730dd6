using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal.Office.Reports;

/// <summary>How many businesses are verified today, by regency, legal form and size. The database counts; no rows are read.</summary>
/// <param name="Region">Code of a province, regency or district; empty is all the person may see.</param>
public sealed record CountVerified(string? Region = null) : IQuery<IReadOnlyList<VerifiedCount>>
{
    internal sealed class Handler(IKomejiDb db, OfficeView view) : IRequestHandler<CountVerified, IReadOnlyList<VerifiedCount>>
    {
        public async Task<IReadOnlyList<VerifiedCount>> Handle(CountVerified request, CancellationToken cancellationToken)
        {
            var (micro, small, medium) = (SizeClasses.MostCapital(SizeClass.Micro), SizeClasses.MostCapital(SizeClass.Small), SizeClasses.MostCapital(SizeClass.Medium));
            var businesses =
                from paper in view.Verified(request.Region)
                from profile in db.LegalProfiles.Where(p => p.OwnerId == paper.OwnerId && p.KbliEdition > 0).DefaultIfEmpty()
                select new
                {
                    Regency = paper.Region.Substring(0, 5),
                    Form = (LegalForm?)profile.Form,
                    Size = profile == null ? -1 : (long)profile.Capital <= micro ? 0 : (long)profile.Capital <= small ? 1 : (long)profile.Capital <= medium ? 2 : 3,
                };
            var counts = await businesses.GroupBy(b => new { b.Regency, b.Form, b.Size }).Select(g => new { g.Key.Regency, g.Key.Form, g.Key.Size, Count = g.Count() }).ToListAsync(cancellationToken);
            var codes = counts.Select(c => c.Regency).Distinct().ToList();
            var names = await db.Regions.AsNoTracking().Where(r => codes.Contains(r.Code)).ToDictionaryAsync(r => r.Code, r => r.Name, cancellationToken);
            return counts.ConvertAll(c => new VerifiedCount(c.Regency, names.GetValueOrDefault(c.Regency, c.Regency), c.Form, c.Size < 0 ? null : (SizeClass)c.Size, c.Count));
        }
    }
}

/// <param name="Form">Null where the seller has not told it.</param>
/// <param name="Size">By capital, as at registration; null where the seller has not told it.</param>
public sealed record VerifiedCount(string Regency, string Name, LegalForm? Form, SizeClass? Size, int Shops);
