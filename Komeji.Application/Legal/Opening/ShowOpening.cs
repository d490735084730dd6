using Komeji.Application.Common;
using Komeji.Application.Shipping;
using Komeji.Application.Settings;
using Komeji.Application.Stores;
using Komeji.Domain.Accounts;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Domain.Stores;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Legal.Opening;

/// <summary>How far the person is with opening a shop, and what was said.</summary>
public sealed record ShowOpening : IQuery<Opening>
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, ShippingQuotes quotes, SettingsInForce settings, TimeProvider clock) : IRequestHandler<ShowOpening, Opening>
    {
        public async Task<Opening> Handle(ShowOpening request, CancellationToken cancellationToken)
        {
            var post = await desk.Seller(ShopRights.Papers, cancellationToken);
            var owner = post.Owner;
            var now = clock.GetUtcNow();
            var profile = await db.LegalProfiles.AsNoTracking().SingleOrDefaultAsync(p => p.OwnerId == owner, cancellationToken) ?? LegalProfile.Begin(owner, now);
            profile.Settle(now);
            if (post.As == WorksAs.Mentor)
            {
                profile.HideNumbers();
            }

            var person = await db.Users.AsNoTracking().Where(u => u.Id == owner.Value).Select(u => new { u.FullName, u.PhoneNumber }).SingleOrDefaultAsync(cancellationToken);
            var store = await db.Stores.AsNoTracking().OwnedBy(owner).Select(s => new { s.Slug, s.State }).SingleOrDefaultAsync(cancellationToken);
            var banks = Banks.Read(await settings.Text(SettingCatalogue.PayoutBanks, cancellationToken));
            return new Opening(profile, person?.FullName ?? "", PhoneNumber.Show(person?.PhoneNumber ?? ""), store?.Slug, store?.State, await quotes.Services(cancellationToken), post.May(ShopRights.Own), banks);
        }
    }
}

/// <param name="IsOwner">False for a mentor, who sees no number and does not open the shop.</param>
/// <param name="Store">Slug of the person's shop; null before there is one.</param>
/// <param name="State">How it stands; null before there is one.</param>
/// <param name="Banks">Offered for payouts; another may be named.</param>
public sealed record Opening(LegalProfile Profile, string AccountName, string AccountPhone, string? Store, StoreState? State, IReadOnlyList<OfferedCourier> Couriers, bool IsOwner, IReadOnlyList<string> Banks)
{
    public bool IsComplete => Profile is { HasOwner: true, HasBusiness: true, HasPlace: true, HasShop: true, HasBank: true };
}
