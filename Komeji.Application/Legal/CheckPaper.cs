using Komeji.Application.Common;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal;

/// <summary>What the office vouches for, for whoever holds its code: also when it no longer holds, since that is what one wants to know.</summary>
/// <exception cref="NotFound">No paper was ever given this code.</exception>
public sealed record CheckPaper(string Code) : IQuery<CheckedPaper>
{
    internal sealed class Handler(IKomejiDb db, TimeProvider clock) : IRequestHandler<CheckPaper, CheckedPaper>
    {
        public async Task<CheckedPaper> Handle(CheckPaper request, CancellationToken cancellationToken)
        {
            var code = request.Code.ToUpperInvariant();
            var paper = code.Length is > 0 and <= 20 ? await db.LegalVerifications.AsNoTracking().SingleOrDefaultAsync(d => d.CheckCode == code, cancellationToken) : null;
            var store = paper is null ? null : await db.Stores.AsNoTracking().SingleOrDefaultAsync(s => s.Id == paper.StoreId, cancellationToken);
            if (paper is null || store is null)
            {
                throw new NotFound();
            }

            var place = await db.Regions.Where(r => r.Code == store.VillageCode.Substring(0, 8)).Select(r => r.FullName).SingleOrDefaultAsync(cancellationToken) ?? "";
            return new CheckedPaper(
                code, store.State != StoreState.Closed && paper.IsInForce(Wib.DayOf(clock.GetUtcNow())), store.State == StoreState.Closed, paper.Kind, paper.State, paper.Kind.IsPersonal() ? "" : paper.Number, store.Name, store.Slug, store.State == StoreState.Active, place,
                paper.Office, paper.Issuer, paper.HowChecked, paper.DecidedAt, paper.IssuedOn, paper.ExpiresOn);
        }
    }
}

/// <param name="Number">Empty where it is personal: masked or not, it is not for everybody.</param>
/// <param name="IsClosed">The shop is no more, so nobody is vouched for.</param>
/// <param name="IsOpen">The shop has a page.</param>
public sealed record CheckedPaper(
    string Code, bool IsInForce, bool IsClosed, DocumentKind Kind, DocumentState State, string Number, string Store, string Slug, bool IsOpen, string Place,
    string Office, string Issuer, CheckedHow? HowChecked, DateTimeOffset? DecidedAt, DateOnly? IssuedOn, DateOnly? ExpiresOn);
