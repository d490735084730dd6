using Komeji.Application.Common;
using Komeji.Application.Shipping;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal.Opening;

/// <summary>How far the person is with opening a shop, and what was said.</summary>
public sealed record ShowOpening : IQuery<Opening>
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, ShippingQuotes quotes, TimeProvider clock) : IRequestHandler<ShowOpening, Opening>
    {
        public async Task<Opening> Handle(ShowOpening request, CancellationToken cancellationToken)
        {
            var owner = user.Require();
            var now = clock.GetUtcNow();
            var profile = await db.LegalProfiles.AsNoTracking().SingleOrDefaultAsync(p => p.OwnerId == owner, cancellationToken) ?? LegalProfile.Begin(owner, now);
            profile.Settle(now);
            var person = await db.Users.AsNoTracking().Where(u => u.Id == owner.Value).Select(u => new { u.FullName, u.PhoneNumber }).SingleOrDefaultAsync(cancellationToken);
            var store = await db.Stores.AsNoTracking().Where(s => s.OwnerId == owner).Select(s => s.Slug).SingleOrDefaultAsync(cancellationToken);
            return new Opening(profile, person?.FullName ?? "", PhoneNumber.Show(person?.PhoneNumber ?? ""), store, await quotes.Services(cancellationToken));
        }
    }
}

/// <param name="Store">Slug of the person's shop; null before it is open.</param>
public sealed record Opening(LegalProfile Profile, string AccountName, string AccountPhone, string? Store, IReadOnlyList<OfferedCourier> Couriers)
{
    public bool IsComplete => Profile is { HasOwner: true, HasBusiness: true, HasPlace: true, HasShop: true, HasBank: true };
}
