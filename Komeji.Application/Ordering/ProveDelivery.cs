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
    internal sealed class Handler(IKomejiDb db, ICurrentUser user, IPictures pictures, IFiles files, SettingsInForce settings, UnitOfWork unitOfWork, TimeProvider clock)
        : IRequestHandler<ProveDelivery>
    {
        public async Task<Unit> Handle(ProveDelivery request, CancellationToken cancellationToken)
        {
            var seller = user.Require();
            var sold = db.Orders.SoldBy(seller, db.Stores);
            if (!await sold.AnyAsync(o => o.Number == request.Number, cancellationToken))
            {
                throw new NotFound();
            }

            var key = await files.Save(await pictures.Clean(request.Photo, cancellationToken), cancellationToken);
            await unitOfWork.Run(async () =>
            {
                var order = await sold.Load(request.Number, cancellationToken);
                order.ProveDelivery(Actor.Seller(seller.Value), request.Receiver, key, await settings.OrderTerms(cancellationToken), clock.GetUtcNow());
            }, cancellationToken);
            return Unit.Value;
        }
    }
}
