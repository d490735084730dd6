using Komeji.Application.Common;
using Komeji.Application.Shipping;
using Komeji.Application.Stores;
using Komeji.Domain.Common;
using Komeji.Domain.Legal;
using Komeji.Domain.Stores;
using MediatR;

namespace Komeji.Application.Legal.Opening;

/// <summary>The third step: where the shop is and how goods leave it.</summary>
/// <exception cref="RuleBroken"><c>store.village</c>, <c>store.courier</c>, <c>store.delivery</c>, <c>legal.street</c></exception>
public sealed record TellPlace(PlaceFacts Facts) : ICommand
{
    internal sealed class Handler(IKomejiDb db, ShopDesk desk, ShippingQuotes quotes, TimeProvider clock) : IRequestHandler<TellPlace>
    {
        public async Task<Unit> Handle(TellPlace request, CancellationToken cancellationToken)
        {
            var now = clock.GetUtcNow();
            var profile = await db.MyProfile(desk, ShopRights.Papers, now, cancellationToken);
            await db.RequireVillage(request.Facts.VillageCode, cancellationToken);
            var known = (await quotes.Services(cancellationToken)).Select(s => s.Code).ToHashSet();
            if (!request.Facts.CourierServices.All(known.Contains))
            {
                throw new RuleBroken("store.courier", "Pilih kurir dari daftar.");
            }

            profile.TellPlace(request.Facts, now);
            return Unit.Value;
        }
    }
}
