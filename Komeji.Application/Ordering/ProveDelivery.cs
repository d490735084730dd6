using Komeji.Application.Common;
using Komeji.Application.Files;
using Komeji.Application.Settings;
using Komeji.Domain.Common;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace Komeji.Application.Ordering;

/// <summary>The shop shows that the parcel came: who took it, and a photo, which is cleaned before the transaction.</summary>
public sealed record ProveDelivery(string Number, string Receiver, Stream Photo) : ICommand, ISelfTransacting
{
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, IPictures pictures, IPrivateFiles files, SettingsInForce settings, UnitOfWork unitOfWork, TimeProvider clock)
        : IRequestHandler<ProveDelivery>
    {
        public async Task<Unit> Handle(ProveDelivery request, CancellationToken cancellationToken)
        {
            var seller = user.Require();
            var sold = db.Orders.SoldBy(seller, db.Stores);

            // Before any work is done for a photo that would be refused.
            (await sold.AsNoTracking().Load(request.Number, cancellationToken)).CheckProof(request.Receiver);
            var photo = await pictures.Clean(request.Photo, cancellationToken);
            await files.SaveFor([photo], keys => unitOfWork.Run(async () =>
            {
                var order = await sold.Load(request.Number, cancellationToken);
                order.ProveDelivery(Actor.Seller(seller.Value), request.Receiver, keys[0], await settings.OrderTerms(cancellationToken), clock.GetUtcNow());
            }, cancellationToken), key => db.Orders.AnyAsync(o => o.DeliveryProof == key, CancellationToken.None), cancellationToken);
            return Unit.Value;
        }
    }
}
